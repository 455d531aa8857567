import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import { openingBefore } from './bracket.ts';
import { organisationEndsAt } from './organisation.ts';
import { goesOn, headStartingAt, postStartingAt } from './post.ts';

const followers = new Lexicon<string>(
  loadTable('name-followers').map((row) => [row.word as string, row.kind as string]),
);
const CLAUSE = new Set('，,。；;：:！!？?\n“”"（(《〈【[ 　—-■•');
const CLOSING = new Set('，,。；;：:！!？?\n”"）)』」 　');
const INTRODUCERS = new Set([
  '由',
  '请',
  '以',
  '让',
  '对',
  '向',
  '与',
  '和',
  '及',
  '给',
  '为',
  '跟',
  '同',
  '是',
  '了',
  '到',
  '即',
  '随',
  '如',
  '的',
]);
const LISTENING = new Set([
  '聘任',
  '推选',
  '委任',
  '续聘',
  '增补',
  '表扬',
  '听取',
  '邀请',
  '特邀',
  '会见',
  '感谢',
  '欢迎',
  '祝贺',
  '选举',
  '任命',
  '介绍',
  '采访',
  '陪同',
  '聘请',
  '表彰',
]);
const BYLINE =
  /(?:记者|通讯员|报道员|实习生|(?:^|[\s　（(【〔《。，,；;：:、|｜/])(?:[一二三]审|责编|责任编辑|编辑|编审|校对|作者|摄影|撰文|撰稿|供稿|图片?|文|审核|审校|初审|复审|终审))\s?[:：／/]?\s?$/u; // 记者 王明|
/** What a byline's label ends in; most places need no more than a look at this. */
const BYLINE_ENDS = new Set('编员校文稿图审生者辑影:：／/');

/** Whether a word is a form of address: 先生, 老师. */
export const isAddress = (word: string): boolean => followers.get(word) === 'courtesy';

/** Whether a word is one that follows names rather than a name: 应邀, 首先. */
export const isFollower = (word: string): boolean => word.length > 1 && followers.has(word);

/** Whether a predicate of two or more characters starts with the character before `end` and goes on behind it: 李强|调研. */
export function isFollowerAcross(text: string, end: number): boolean {
  if (isMade(text, end - 1)) return true;
  const found = followers.longestAt(text, end - 1);
  return found !== null && found.word.length > 1 && found.value === 'verb';
}

/** What stands left of a name: how much it speaks for one, and whether it makes the name a byline's. */
export interface LeftContext {
  readonly odds: number;
  readonly byline: boolean;
  readonly kind: 'post' | 'list' | 'clause' | 'introducer' | 'organisation' | 'other';
}

/**
 * Marks in `ends` each place where the head of a title ends: 2 for an office or a rank, 1 for a noun of identity.
 * 副市长|于海田 · 教授|张健
 */
export function markPostEnds(text: string): Uint8Array {
  const ends = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    const head = headStartingAt(text, at, text.length);
    if (head === null) continue;
    if (goesOn(text, head.end)) continue;
    const weight = head.value.kind === 'identity' ? 1 : 2;
    if (weight > (ends[head.end] as number)) ends[head.end] = weight;
  }
  return ends;
}

/** Reads the words left of `at`. */
export function leftOf(text: string, at: number, postEnds: Uint8Array): LeftContext {
  let edge = at;
  while (edge > 0 && (text[edge - 1] === ' ' || text[edge - 1] === '　')) edge--;
  if (BYLINE_ENDS.has(text[edge - 1] ?? '') && BYLINE.test(text.slice(Math.max(0, edge - 8), edge))) {
    return { odds: 4, byline: true, kind: 'introducer' };
  }
  const mark = postEnds[edge] as number;
  if (mark > 0) return { odds: mark === 2 ? 5 : 3, byline: false, kind: 'post' };
  // 副总经理（主持工作）|梁栋
  if (edge > 0 && (text[edge - 1] === '）' || text[edge - 1] === ')')) {
    const open = openingBefore(text, edge, 11);
    if (open > 0 && (postEnds[open] as number) === 2) return { odds: 4, byline: false, kind: 'post' };
  }
  if (edge === 0) return { odds: 2, byline: false, kind: 'clause' };
  const last = text[edge - 1] as string;
  if (last === '、') return { odds: 1.5, byline: false, kind: 'list' };
  if (CLAUSE.has(last) || edge < at) return { odds: 2, byline: false, kind: 'clause' };
  if (INTRODUCERS.has(last) || LISTENING.has(text.slice(edge - 2, edge)))
    return { odds: 1, byline: false, kind: 'introducer' };
  if (organisationEndsAt(text, edge, Math.max(0, edge - 6)) && !/[队部处科室组厂店场站]$/u.test(last))
    return { odds: 0.5, byline: false, kind: 'organisation' };
  if (LEADING_ENDS.has(last) && LEADING.test(text.slice(Math.max(0, edge - 2), edge)))
    return { odds: 2, byline: false, kind: 'clause' };
  // 教务处|林岳处长
  if (/[队部处科室组厂店场站]/u.test(last)) return { odds: -1.5, byline: false, kind: 'organisation' };
  return { odds: -4, byline: false, kind: 'other' };
}

/** 随后|李红介绍了 */
const LEADING =
  /(?:随后|会上|会前|会后|接着|最后|首先|其次|其中|上午|下午|同时|期间|伊始|现场|[日号时]|大会|会议|论坛|特邀|邀请)$/u;

const LEADING_ENDS = new Set('后上前着先次中午时间始场日号会议坛邀请');

/** 高原|作点评 · 钟岳|做了表态发言 */
const MADE =
  /^[作做]了?[^，,。；;、]{0,5}?(?:点评|总结|交流|报告|发言|讲话|说明|汇报|宣讲|辅导|述职|表态|介绍|动员|部署|安排|通报|解读|讲座)/u;
const isMade = (text: string, at: number): boolean =>
  (text[at] === '作' || text[at] === '做') && MADE.test(text.slice(at, at + 11));
/** 张农、方新秋|两位教授 */
const COUNTED = /^[两二三四五六七八九十几数\d]{1,2}[位名人]/u;

/** Where a form of address behind a name ends: 朱向军|同志. `at` when none stands there. */
export function courtesyEnd(text: string, at: number): number {
  const found = followers.longestAt(text, at);
  return found !== null && found.value === 'courtesy' && !NO_ADDRESS.has(found.word) ? found.end : at;
}

const NO_ADDRESS = new Set(['委员', '代表', '同学', '学长', '学姐', '校友', '一家']);

/** What stands right of a name. */
export interface RightContext {
  readonly odds: number;
  readonly kind: 'verb' | 'courtesy' | 'post' | 'list' | 'end' | 'bracket' | 'other';
}

/** Reads the words right of `at`. */
export function rightOf(text: string, at: number): RightContext {
  if (at >= text.length) return { odds: 1, kind: 'end' };
  const next = text[at] as string;
  if (next === '、') return { odds: 1.5, kind: 'list' };
  if (next === '（' || next === '(' || next === '[') return { odds: 1, kind: 'bracket' };
  const follower = followers.longestAt(text, at);
  if (isMade(text, at)) return { odds: 4, kind: 'verb' };
  if (COUNTED.test(text.slice(at, at + 4))) return { odds: 3, kind: 'verb' };
  if (
    follower !== null &&
    !(
      follower.word.length === 1 &&
      !'说称讲答'.includes(follower.word) &&
      (CLOSING.has(text[follower.end] ?? '。') || text[follower.end] === '、')
    )
  ) {
    if (follower.value === 'courtesy' && goesOn(text, follower.end)) return { odds: -2.5, kind: 'other' };
    if (follower.value === 'courtesy') return { odds: 3.5, kind: 'courtesy' };
    return { odds: follower.word.length > 1 ? 4 : 1.8, kind: 'verb' };
  }
  const post = postStartingAt(text, at, Math.min(text.length, at + 10));
  if (post !== null && post.kind !== 'identity') return { odds: 2.5, kind: 'post' };
  if (CLOSING.has(next)) return { odds: 1.2, kind: 'end' };
  if (next >= '0' && next <= '9') return { odds: 0.8, kind: 'verb' };
  return { odds: -2.5, kind: 'other' };
}
