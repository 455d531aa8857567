import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon, wordList } from '../lexicon/lookup.ts';
import type { Recognised, Sentence } from '../model/document.ts';
import type { PersonMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { groupEndsAt, leansBack } from './group-heads.ts';
import { peopleOf } from './people-within.ts';

/** A group that was there without being named: 省侨联全体干部, 各支部书记. */
export interface Group extends Span {
  readonly mode: 'attend' | 'observe';
  /** How many, where the words say so; null otherwise. */
  readonly count: number | null;
}

interface Verb {
  readonly role: string;
  readonly form: string;
}

const verbTable = loadTable('role-verbs').map((row): [string, Verb] => [
  row.verb as string,
  { role: row.role as string, form: row.form as string },
]);
const verbs = new Lexicon(verbTable);

/** What a sentence must have a word for, of groups that attend, that speak, and that somebody brings along; as bits. */
const ATTENDS = 1;
const SPEAKS_UP = 2;
const IS_LED = 4;
const cueWords = merged([
  [ATTENDS, verbTable.filter(([, { role }]) => role === 'attend' || role === 'observe').map(([verb]) => verb)],
  [ATTENDS, ['参会', '参加', '出席', '列席']],
  [SPEAKS_UP, ['发言', '汇报', '报告', '交流', '述职', '讲话', '感言', '介绍', '表态', '讲座', '领学', '宣誓', '分享']],
  [IS_LED, ['带领', '率']],
]);
const cues = new Lexicon<number>(cueWords);
const CUE_OPENS = new CharacterSet([...cueWords.keys()]);

/** Each word with the bits of all the lists that have it or a word that it begins with. */
function merged(lists: readonly (readonly [bit: number, words: readonly string[]])[]): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, words] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  const shortestFirst = [...bits.keys()].sort((a, b) => a.length - b.length);
  for (const word of shortestFirst) {
    for (let length = 1; length < word.length; length++) {
      bits.set(word, (bits.get(word) ?? 0) | (bits.get(word.slice(0, length)) ?? 0));
    }
  }
  return bits;
}

/** The bits of all the words that a stretch has. */
function cuesIn(text: string, { start, end }: Span): number {
  let bits = 0;
  for (let at = CUE_OPENS.firstIn(text, start, end); at < end; at = CUE_OPENS.firstIn(text, at + 1, end)) {
    bits |= cues.longestAt(text, at, end)?.value ?? 0;
  }
  return bits;
}

/** What comes before a group in its clause and is no part of it. */
const LEAD =
  /^(?:[\s　“”"]+|(?:当地时间)?(?:\d{2,4}年)?\d{1,2}月\d{1,2}[日号](?:上午|下午|晚上?)?|(?:上午|下午|当天|当日)|(?:在|于)[^，,。；;]{1,24}?(?:上|中|后|时|期间|主持下|领导下|带领下|组织下|指导下|陪同下)|会议(?:由)?|(?:大会|论坛|活动|仪式|培训|讲座|座谈会)(?=[各全来部有相机])|会上|会前|会后|会议期间|随后|最后|同时|其中|此外|接着|首先|以及|和|及|与|、|还有|另有|并|还|也|共有|共|组织|特?邀请?(?:了|到)?|由|有(?!关)|等(?=各))/u;
/** What may stand between a group and its predicate. */
const TRAIL =
  /^(?:们)?(?:[（(][^）)]{0,12}[）)])?(?:等)?(?:共计|共|合计|近|约|超过|一行)*(?:[\d一二三四五六七八九十百千万两几]*[余多]?[人名位](?:次|左右)?)?(?:[，,])?(?:分别|一同|一起|也|均|都|共同|一道|应邀|受邀|现场|全程|陪同|代表|集体|按要求|将|(?:在|以|通过|于|采取|采用|从|集中在)[^，,。；;]{0,24}?(?:会场|方式|形式|平台|系统|会议室|视频|网络|线上|线下|软件|报告厅))*$/u;
const OBJECT =
  /^(?:了|过)?(?:本次|此次|这次|该|上述|全程|现场|相关|了本次|了此次|了这次)?(?:[^，,。；;]{0,16}?(?:会议|大会|全会|会|论坛|仪式|活动|学习|座谈|培训|调研|研讨|讲座|党课|班|典礼|交流|宣讲|揭牌|签约|开幕|闭幕|观摩|检查|慰问|考察|约谈|会谈|演练|宣誓|参观|祭扫|大赛|竞赛|比赛)|[，,。；;、]|$|并|指导)/u; // 参加|了本次论坛
const WITH_LIST =
  /(?:参会|参加|出席|列席)人员(?:为|是|包括|有|[：:])|(?:出席|参加|列席)(?:本次|此次)?(?:会议|大会|活动|仪式|座谈会|论坛|培训)的(?:人员)?(?:还)?有/u; // 参加会议的还有…
/** People who are no group of their own: everybody there, or a bare total. */
const EVERYBODY =
  /^(?:听取|观看|欢迎|感谢|祝贺|率领|汇集|邀请)|[要应须需](?:组织|鼓励|支持|选派|安排)|^(?:鼓励|支持|选派|动员|号召|引导)|必须|需要|与会|参会|到会|在场|到场|^(?:全体|全部|所有)?(?:参加|出席)|^(?:等|他|她|从|向|作为|对(?!口)|就|使|让|把|将|通过|加强|深入|[一二三四五六七八九十]是)|^(?:大家|全体人员|全体同志|各位|众人|有关人员|相关人员|嘉宾|代表|人员|同志|领导|人)$|^[共约近]?[\d余多]+[人名位]$|^[一1](?:名|位)|^(?:他|她|我)们/u;
const COUNT = /(\d{1,9})[余多]?(?:名|位|人|个)|^(\d{1,9})/u; // 50名青年代表
const COUNT_BEHIND = /^(?:们)?(?:等)?(?:共计|共|合计|近|约)*(\d{1,9})[余多]?[人名位]/u;
/** 以及 parts two groups as well. */
const SEPARATORS = new CharacterSet('、和及与暨');

/** 市中级人民法院院长: one person, whom nobody names. */
const SINGLE =
  /^(?!各|全|部分)(?:[省市县区州旗](?!级)|自治区|(?:(?!社区)[\p{Script=Han}]){2,6}[省市县区州旗])[^、各全等]{2,16}(?:院长|检察长|校长|局长|厅长|部长|主任|书记|主席)$|^(?!各|全|部分)[^、各全等]{2,20}(?:学院院长|大学校长|医院院长|中学校长|小学校长|公司总经理|公司董事长|集团董事长)$/u;
/** What `SINGLE` ends with. */
const SINGLE_ENDS = new CharacterSet('长任记席理');
/** What stands between a group and the one before it. */
const JOIN = /^(?:[\s　、]|以及|及|和)*/u;
/** What `JOIN` opens with. */
const JOIN_OPENS = new CharacterSet(SPACES, '、以及和');
const DIGITS = new CharacterSet('0123456789');
/** A group is said again soon or not at all; comparing each with every other would take a long list too long. */
const MOST_COMPARED = 64;
/** A quoted title or a phrase between two verbs is no longer than this. */
const LONGEST_QUOTE = 120;
const QUOTES = new CharacterSet('《“');
const CLAUSE_ENDS = new CharacterSet('，,；;：:');
/** Where the reading of a sentence has to stop and look for who attends; it passes over every other character. */
const MATTERS = new CharacterSet(
  QUOTES,
  verbTable.map(([verb]) => verb),
);
/** Behind these somebody is quoted: 要求|，各部门… */
const SAID_OPENS = new CharacterSet('，,：:“');
/** 列席|代表, 出席|人员: people of that kind, not what they do. */
const PEOPLE_BEHIND = wordList('代表 人员 嘉宾 单位 范围 名单'.split(' '));
/** 参加|的干部大会 */
const ATTRIBUTIVE = /^的[^，,。；;]{0,10}?(?:会|典礼|仪式|培训|论坛)/u;
const HOLDING = /召开|举行|举办|主持|组织/gu;
/** What happened before, not at the meeting. */
const OTHER_TIMES = /^(?:今年以来|近年来|多年来|去年|过去|前年|长期以来|一直以来|\d{4}年以来)/u;

/** Reads the groups that attend, observe, or speak for themselves. */
export function groupsIn(article: Recognised): readonly Group[] {
  const people = peopleOf(article);
  const found: Group[] = [];
  for (const sentence of article.sentences) {
    if (sentence.paragraph === article.headline) continue;
    const has = cuesIn(article.clean, sentence);
    if (has === 0 || OTHER_TIMES.test(article.clean.slice(sentence.start, sentence.start + 10))) continue;
    const here = standingIn(people, sentence);
    if (has & ATTENDS) for (const group of attending(article.clean, sentence, here)) found.push(group);
    if (has & SPEAKS_UP) for (const group of speaking(article.clean, sentence, here)) found.push(group);
    if (has & IS_LED) for (const group of following(article.clean, sentence, here)) found.push(group);
  }
  return withoutRepeats(article.clean, found);
}

/** The groups before each 参加, 出席, 列席 of a sentence, and behind 参加会议的有. */
function attending(text: string, sentence: Sentence, people: readonly PersonMention[]): Group[] {
  const found: Group[] = [];
  const words = text.slice(sentence.start, sentence.end);
  const list = WITH_LIST.exec(words);
  if (list !== null) {
    const start = sentence.start + list.index + list[0].length;
    return groupsOf(text, { start, end: sentence.end }, people, list[0].startsWith('列席') ? 'observe' : 'attend');
  }
  let region = sentence.start;
  let next = 0;
  for (let at = sentence.start; at < sentence.end; at++) {
    while (next < people.length && (people[next] as PersonMention).phrase.end <= at) next++;
    const person = people[next];
    const limit = Math.min(person?.phrase.start ?? sentence.end, sentence.end);
    at = MATTERS.firstIn(text, at, limit);
    if (at >= limit) {
      at = Math.max(at, (person?.phrase.end ?? sentence.end) - 1);
      continue;
    }
    if (QUOTES.at(text, at)) {
      const close = text[at] === '《' ? '》' : '”';
      const end = text.slice(at, Math.min(sentence.end, at + LONGEST_QUOTE)).indexOf(close);
      if (end > 0) at += end;
      continue;
    }
    const verb = verbs.longestAt(text, at, sentence.end);
    if (verb === null) continue;
    if (verb.value.form === 'say' && SAID_OPENS.at(text, verb.end)) break;
    if (verb.value.role === 'attend' || verb.value.role === 'observe') {
      if (PEOPLE_BEHIND.startsAt(text, verb.end, sentence.end)) {
        at = verb.end - 1;
        continue;
      }
      const behind = text.slice(verb.end, Math.min(sentence.end, verb.end + 24));
      // 召开各支部书记参加的会议: the group stands between the holding verb and this one.
      if (ATTRIBUTIVE.test(behind)) {
        const from = Math.max(region, at - LONGEST_QUOTE);
        const holding = [...text.slice(from, at).matchAll(HOLDING)].at(-1);
        if (holding !== undefined) {
          const start = from + holding.index + holding[0].length;
          for (const group of groupsOf(text, { start, end: at }, people, 'attend')) found.push(group);
          region = clauseEnd(text, verb.end, sentence.end);
          at = region - 1;
          continue;
        }
      }
      if (/^[^，,。；;]{0,8}(?:情况|名单|人数)/u.test(behind)) {
        at = verb.end - 1;
        continue;
      }
      if (OBJECT.test(behind) && !/^[^，,。；;]{0,18}的(?![是])/u.test(behind)) {
        for (const group of groupsOf(text, { start: region, end: at }, people, verb.value.role)) found.push(group);
        region = clauseEnd(text, verb.end, sentence.end);
        at = region - 1;
        continue;
      }
    }
    if (
      verb.value.role === 'host' ||
      ((verb.value.role === 'speak' || verb.value.role === 'report') && verb.value.form === 'act')
    ) {
      // What is read out or hosted ends at its clause; groups of the next clause are new.
      const before = people[next - 1];
      if (before !== undefined && before.phrase.start >= region) region = clauseEnd(text, verb.end, sentence.end);
    }
    at = verb.end - 1;
  }
  return found;
}

function clauseEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if ('，,；;。'.includes(text[at] as string)) return at + 1;
  return limit;
}

/** 带领|市公安、城管等相关部门负责同志|，巡查… */
const LEADING =
  /(?:带领|率领|率)(?=[^，,。；;]{3,60}(?:[，,]|来到|到|赴|深入|前往|一同|一起|实地|调研|巡查|检查|考察|走访))/gu;
/** Where those who are led end: at a mark, or at where they are led. */
const LED_TO = /[，,。；;]|来到|到(?!场)|赴|深入|前往|一同|一起|实地|调研|巡查|检查|考察|走访/u;

/** A group that somebody brings along. */
function following(text: string, sentence: Sentence, people: readonly PersonMention[]): Group[] {
  const found: Group[] = [];
  for (const lead of text.slice(sentence.start, sentence.end).matchAll(LEADING)) {
    const start = sentence.start + lead.index + lead[0].length;
    const stop = LED_TO.exec(text.slice(start, Math.min(sentence.end, start + 64)));
    if (stop !== null)
      for (const group of groupsOf(text, { start, end: start + stop.index }, people, 'attend')) found.push(group);
  }
  return found;
}

const SPEAKS =
  /^(?:们)?(?:分别|先后|依次|纷纷|踊跃|现场|也|还|逐一|逐个|共同)*(?:(?:就|围绕|结合|对照|对|针对|以)[^，,。；;]{0,40}?)?(?:(?:作了?|做了?|进行了?|发表了?|开展了?|带来了?)[^，,。；;要应将]{0,16}?(?:发言|汇报|报告|交流|述职|讲话|感言|介绍|表态|讲座)|发言|交流发言|汇报|表态|领学|宣誓|述职|介绍了|分享了?)/u;

/** What `SPEAKS` opens with. */
const SPEAKS_OPENS = new CharacterSet('们分先依纷踊现也还逐共就围结对针以作做进发开带交汇表领宣述介');
const SPOKEN_ENDS = new CharacterSet('，,；;');
/** Behind these words somebody is quoted: 会议强调|，… */
const SAYING = /[指强表][出调示]$|^.{0,20}(?:指出|强调|表示|要求|认为)/u;
/** What the words of `SAYING` open with. */
const SAYING_OPENS = new CharacterSet('指强表要认');

/** A group that opens a clause and speaks: 各支部书记分别作述职发言. */
function speaking(text: string, sentence: Sentence, people: readonly PersonMention[]): Group[] {
  const found: Group[] = [];
  for (let start = sentence.start, end = start; start <= sentence.end; start = end + 1) {
    end = SPOKEN_ENDS.firstIn(text, start, sentence.end);
    if (SAYING_OPENS.firstIn(text, start, end) < end && SAYING.test(text.slice(start, end))) break;
    if (standingIn(people, { start, end }).length > 0) continue;
    const last = Math.min(end, start + 60);
    for (
      let at = SPEAKS_OPENS.firstIn(text, start + 2, last);
      at < last;
      at = SPEAKS_OPENS.firstIn(text, at + 1, last)
    ) {
      if (!groupEndsAt(text, at, start) || groupEndsAt(text, at + 1, start)) continue;
      if (!SPEAKS.test(text.slice(at, end))) continue;
      if (EVERYBODY.test(text.slice(start, end).trimStart())) break;
      for (const group of groupsOf(text, { start, end: at }, people, 'attend')) found.push(group);
      break;
    }
  }
  return found;
}

/** The people whose phrases share words with a stretch. `people` are in the order of the text and do not overlap. */
function standingIn(people: readonly PersonMention[], { start, end }: Span): readonly PersonMention[] {
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((people[middle] as PersonMention).phrase.end > start) high = middle;
    else low = middle + 1;
  }
  while (high < people.length && (people[high] as PersonMention).phrase.start < end) high++;
  return low === high ? NOBODY : people.slice(low, high);
}
const NOBODY: readonly PersonMention[] = [];

/** Cuts a stretch before a predicate into groups, around the people who are named in it. */
function groupsOf(text: string, region: Span, people: readonly PersonMention[], mode: Group['mode']): Group[] {
  const pieces: Span[] = [];
  let start = region.start;
  const cut = (end: number): void => {
    if (end > start) pieces.push({ start, end });
  };
  for (const person of standingIn(people, region)) {
    cut(person.phrase.start);
    start = person.phrase.end;
  }
  cut(region.end);
  return pieces.flatMap((piece) => clausesOf(text, piece).flatMap((clause) => phrasesOf(text, clause, mode)));
}

function clausesOf(text: string, piece: Span): Span[] {
  const found: Span[] = [];
  let start = piece.start;
  for (let at = piece.start; at <= piece.end; at++) {
    if (at < piece.end && !CLAUSE_ENDS.has(text.charCodeAt(at))) continue;
    if (at > start) {
      const last = found.at(-1);
      // 来自中国、英国等国家，以及国际海事组织的150余名代表: one phrase, whose head comes behind the comma.
      const open =
        last !== undefined &&
        /^[\s　]*来自/u.test(text.slice(last.start, last.end)) &&
        headEnd(text, last.start, last.end) === null;
      if (open && last !== undefined) found[found.length - 1] = { start: last.start, end: at };
      else found.push({ start, end: at });
    }
    start = at + 1;
  }
  return found;
}

/** The phrases of one clause: cut where both sides have a head of their own. */
function phrasesOf(text: string, clause: Span, mode: Group['mode']): Group[] {
  let { start } = clause;
  for (let steps = 0; steps < 8; steps++) {
    const lead = LEAD.exec(text.slice(start, clause.end));
    if (lead === null || lead[0] === '') break;
    start += lead[0].length;
  }
  const words = text.slice(start, clause.end);
  const cuts: { at: number; next: number }[] = [];
  const isOpen = bracketsFrom(text, start);
  for (let at = SEPARATORS.firstIn(text, start, clause.end); at < clause.end; ) {
    const next = at + 1;
    const from = at > start && text.startsWith('以及', at - 1) ? at - 1 : at;
    if (!isOpen(from)) cuts.push({ at: from, next });
    at = SEPARATORS.firstIn(text, next, clause.end);
  }
  const found: Group[] = [];
  const lastDescribing = start + words.lastIndexOf('的');
  let from = start;
  let describing = -1;
  for (const { at, next } of cuts) {
    if (at < from) continue;
    // 不是县委委员、候补委员的|同志: the comma stands inside what describes the head.
    if (lastDescribing >= next) {
      // Looked for anew only behind the last one found: a long list would be read again at each of its commas.
      if (describing < from) describing = text.indexOf('的', from);
      if (describing >= at && DESCRIBES.test(text.slice(from, at))) continue;
    }
    const end = headEnd(text, from, at);
    if (end === null) continue;
    const rest = text.slice(next, clause.end);
    const stop = rest.search(/[、，,]|以及|和|及|与/u);
    const follower = stop < 0 ? rest : rest.slice(0, stop);
    const bare = leansBack(follower.replace(TRAIL, '')) || leansBack(stripTrail(follower));
    // 近80位领导、专家及骨干教师: one number counts them all.
    const counted =
      /\d[余多]?[位名]/u.test(text.slice(from, end)) && follower.length <= 5 && !/^[各全\d]/u.test(follower);
    if (bare || counted) continue;
    add(found, text, from, end, at, mode);
    from = next;
  }
  const end = headEnd(text, from, clause.end);
  if (end !== null) add(found, text, from, end, clause.end, mode);
  return found;
}

/** 来自中国、英国的: what follows describes the head. */
const DESCRIBES = /^(?:不是|来自|从事|担任)/u;

const stripTrail = (words: string): string => words.replace(/(?:等|共|近|约){0,4}\d{0,9}[余多]?[人名位]?$/u, '');

/** More than a count and adverbs stands behind a head that is further away. */
const LONGEST_TRAIL = 60;

/** Where the head of a phrase ends when nothing but a count and adverbs follow it up to `end`; null when it has none. */
function headEnd(text: string, from: number, end: number): number | null {
  for (let at = end; at > from && end - at <= LONGEST_TRAIL; at--) {
    if (groupEndsAt(text, at, from) && (at === end || TRAIL.test(text.slice(at, end)))) return at;
  }
  return null;
}

function add(found: Group[], text: string, from: number, end: number, stop: number, mode: Group['mode']): void {
  const start = JOIN_OPENS.at(text, from) ? from + (JOIN.exec(text.slice(from, end))?.[0].length ?? 0) : from;
  const words = text.slice(start, end);
  if (words.length < 2 || '）)'.includes(words[0] as string) || EVERYBODY.test(words)) return;
  if (SINGLE_ENDS.at(text, end - 1) && SINGLE.test(words)) return;
  const isCounted = DIGITS.firstIn(text, start, stop) < stop;
  const count = isCounted ? (COUNT_BEHIND.exec(text.slice(end, stop)) ?? COUNT.exec(words)) : null;
  const number = count === null ? null : Number(count[1] ?? count[2]);
  // 列席代表 observe, whatever they are listed with.
  const standing = words.startsWith('列席') ? 'observe' : mode;
  found.push({ start, end, mode: standing, count: number !== null && number > 0 ? number : null });
}

/** Tells whether a place stands in a bracket that opens behind `from`; to be asked from left to right. */
function bracketsFrom(text: string, from: number): (at: number) => boolean {
  let open = false;
  let seen = from;
  return (at) => {
    for (; seen < at; seen++) {
      if (text[seen] === '（' || text[seen] === '(') open = true;
      else if (text[seen] === '）' || text[seen] === ')') open = false;
    }
    return open;
  };
}

/** The same group said twice stands once; so does a part of a group that is listed whole. */
function withoutRepeats(text: string, groups: readonly Group[]): readonly Group[] {
  const kept: Group[] = [];
  const cores: string[] = [];
  const core = (group: Group): string =>
    text
      .slice(group.start, group.end)
      .replace(/^(?:全体|部分|各位|各|相关|有关|[\d一二三四五六七八九十两几]+[余多]?[位名个]?)+/u, '');
  for (const group of [...groups].sort((a, b) => a.start - b.start)) {
    const words = core(group);
    if (cores.slice(-MOST_COMPARED).some((other) => other.includes(words))) continue;
    kept.push(group);
    cores.push(words);
  }
  return kept;
}
