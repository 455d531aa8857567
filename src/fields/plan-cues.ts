import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Recognised } from '../model/document.ts';
import type { Run, RunItem } from './plan-runs.ts';
import { sentenceAt } from './plan-runs.ts';

const cues = new Lexicon(loadTable('plan-cues').map((row) => [row.cue as string, Number(row.weight)] as const));
const verbs = new Lexicon(loadTable('plan-verbs').map((row) => [row.verb as string, true] as const));

/** So far back the words before a list may say what it lists. */
const REACH = 160;
/** 在招大引强上 · 在要素保障方面 */
const IN_FIELD = /^在[^，,。；;]{2,14}?(?:上|中|方面)(?=[^，,。；;])/u;
/** 一是指…: a definition. */
const DEFINES = /^(?:是?指|指的|即|就是指|来自|因为|由于|有利于|有助于|在于)/u;
/** What is over: 完成了…, 已…, 取得…. */
const OVER =
  /(?:完成|开展|建立|举办|召开|取得|得到|实现|组织|提高|推动|增强|形成|建成|出台|制定)了|已(?:经|完成|建成|累计|初步|基本)|取得(?!实效|新|更|突破|进展)|显著(?:提升|增强|改善)|不断(?:提高|增强|完善|壮大)[。；，,]|存在|不足|不够|不高|不强|滞后|薄弱|缺乏|偏[低弱少慢高]/u;
/** What somebody says of their own doings to come: a pledge. */
const PLEDGES = /(?:表态|承诺|保证|表示[，,]?(?:我|将|一定)|我(?:们|校|院|市|县|区|局)?将)[^。]{0,40}$/u;

/** What a list is of, said right before it, when that is nothing to be done here. */
const OF_OTHERS =
  /(?:建议|倡议|提案|主张|呼吁|议程|原则|学习内容|(?:[点条项个些面大下]|主要|存在的?|如下)(?:主要|突出|显著|明显)?(?:原因|理由|特点|特征|问题|不足|成效|成绩|体会|收获|经验|优势|动力|含义|内涵|共识))(?:[：:。，,]|如下[：:。]?|(?:主要)?(?:是|有|包括|为)[：:，,]?)*$/u;

/** Meetings of states and of the world, where leaders propose and nobody has a say over those present. */
const AMONG_STATES =
  /峰会|领导人|元首|总理|外长|外交|大使|部长级|中国[—－-]|上海合作组织|金砖|东盟|二十国|G20|联合国|亚太|国际|世界|全球|中[俄美欧法德日韩英非阿]/u;
/** 世界一流大学建设推进会: the world only stands in the name of what is done at home. */
const AT_HOME = /工作|推进|部署|动员|建设|宣传|党|学习|培训/u;
/** A list in the same words asks nothing there: what is proposed to partners. */
const AMONG_STATES_WEIGHT = -3;

/** The words before a list that may say what it lists: of its own sentence, or of the one before when it opens one. */
function leadOf(article: Recognised, at: number): string {
  const { clean: text, sentences } = article;
  let index = sentenceAt(article, at);
  let start = sentences[index]?.start ?? at;
  // A list that opens its sentence is led by the one before.
  while (index > 0 && at - start < 6) start = sentences[--index]?.start ?? start;
  return text.slice(Math.max(start, at - REACH), at);
}

/** The sum of the cues in a lead; the one nearest to the list counts three times. */
function weigh(lead: string): number {
  let sum = 0;
  let nearest = 0;
  let cue = cues.firstIn(lead, 0, lead.length);
  while (cue !== null) {
    sum += cue.value;
    nearest = cue.value;
    cue = cues.firstIn(lead, cue.end, lead.length);
  }
  return Math.max(-6, Math.min(6, sum - nearest)) / 3 + nearest;
}

/** How much an item reads like something to be done: above zero, or like something that is or was. */
function weighItem(text: string, item: RunItem): number {
  const words = text.slice(item.marker.end, Math.min(item.end, item.marker.end + 80)).replace(/^[，,、：:.．\s]+/u, '');
  if (DEFINES.test(words)) return -4;
  // 在招大引强上实现新突破: what is to be done stands behind its field.
  const field = IN_FIELD.exec(words)?.[0].length ?? 0;
  let weight = item.marker.style === 'must' || words.startsWith('要') ? 3 : 0;
  if (/^[^。；;]{2,14}?(?:要|应|须|必须|应当|务必)(?![素求点])/u.test(words)) weight += 1.5;
  if (verbs.longestAt(words, field) !== null || /^是?把/u.test(words)) weight += 1.5;
  if (OVER.test(words)) weight -= 3;
  return weight;
}

/** Whether a list says what is to be done, asked for by the meeting or by somebody with a say; `meeting` is its name. */
export function isPlan(article: Recognised, run: Run, meeting = ''): boolean {
  const first = run.items[0] as RunItem;
  const lead = leadOf(article, first.start);
  if (PLEDGES.test(lead.slice(-60)) || OF_OTHERS.test(lead.slice(-20))) return false;
  const items = run.items.map((item) => weighItem(article.clean, item));
  const mean = items.reduce((a, b) => a + b, 0) / items.length;
  const partners =
    AMONG_STATES.test(meeting) && !AT_HOME.test(meeting) && !/要求|部署/u.test(lead) ? AMONG_STATES_WEIGHT : 0;
  const said = weigh(lead);
  // Bare nouns (一、指导思想) want clear words before them.
  return said + mean + partners > (mean < 0.5 ? 2.4 : 1);
}
