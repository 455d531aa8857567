import { inForce } from '../lexicon/additions.ts';
import { CharacterClasses, CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { type Found, Lexicon, wordList } from '../lexicon/lookup.ts';
import { openingBefore } from './bracket.ts';
import { surnames } from './name-weights.ts';
import { isAddedBody, organisationEndsAt, tails } from './organisation.ts';
import { goesOn, headStartingAt, heads, mayStartHead, modifiers, postStartingAt } from './post.ts';

/** · and what stands for it: • ‧ ・ ∙ ● ． */
export const DOTS = new CharacterSet('\u00b7\u2022\u2027\u30fb\u2219\u25cf\uff0e');

/** What follows names: predicates and forms of address. */
export const followers = new Lexicon<string>(
  loadTable('name-followers').map((row) => [row.word as string, row.kind as string]),
);
const BLANK = new CharacterSet(' 　');
const CLAUSE = new CharacterSet('，,。；;：:！!？?\n“”"（(《〈【[ 　—-■•');
const CLOSING = new CharacterSet('，,。；;：:！!？?\n”"）)』」 　');
const INTRODUCERS = new CharacterSet('由请以让对向与和及给为跟同是了到即随如的');
/** Behind these a person is named to whom something is done. */
const LISTENING = wordList(
  '聘任 推选 委任 续聘 增补 表扬 听取 邀请 特邀 会见 感谢 欢迎 祝贺 选举 任命 介绍 采访 陪同 聘请 表彰'.split(' '),
);
const BYLINE =
  /(?:记者|通讯员|报道员|实习生|(?:^|[\s　（(【〔《。，,；;：:、|｜/])(?:[一二三]审|责编|责任编辑|编辑|编审|校对|作者|摄影|撰文|撰稿|供稿|图片?|文|审核|审校|初审|复审|终审))\s?[:：／/]?\s?$/u; // 记者 王明|
/** What a byline's label ends in; most places need no more than a look at this. */
const BYLINE_ENDS = new CharacterSet('编员校文稿图审生者辑影:：／/');
/** 教务处|林岳处长 */
const UNITS = new CharacterSet('队部处科室组厂店场站');
/** 随后|李红介绍了 */
const LEADING = wordList(
  '随后 会上 会前 会后 接着 最后 首先 其次 其中 上午 下午 同时 期间 伊始 现场 日 号 时 大会 会议 论坛 特邀 邀请'.split(
    ' ',
  ),
);

/** Whether a word at `[start, end)` is one that follows names rather than a name: 应邀, 首先. */
export const isFollower = (text: string, start: number, end: number): boolean =>
  end - start > 1 && followers.hasAt(text, start, end);

/** Whether a predicate of two or more characters starts with the character before `end` and goes on behind it: 李强|调研. */
export function isFollowerAcross(text: string, end: number): boolean {
  if (isMade(text, end - 1)) return true;
  const length = followers.lengthAt(text, end - 1);
  return length > 1 && followers.getAt(text, end - 1, end - 1 + length) === 'verb';
}

/** What stands left of a name: how much it speaks for one, and whether it makes the name a byline's. */
export interface LeftContext {
  readonly odds: number;
  readonly byline: boolean;
  readonly kind: 'post' | 'list' | 'clause' | 'introducer' | 'organisation' | 'other';
}

/** What stands right of a name. */
export interface RightContext {
  readonly odds: number;
  readonly kind: 'verb' | 'courtesy' | 'post' | 'list' | 'end' | 'bracket' | 'other';
}

/** Characters that names are looked for at; the bits of `CharacterClasses`. */
const SIGHTS = new CharacterClasses(surnames.words, DOTS, '、');
const OPENS_NAME = 1;
const DOT = 2;

/** A text with what stands left and right of its places, each read when somebody first asks. */
export class Surroundings {
  readonly text: string;
  /** Whether candidates keep what was weighed, for somebody to be told. */
  readonly tells: boolean;
  /** Where a Han name may open: the places of all characters that surnames start with. */
  readonly openings: Int32Array;
  /** Where the dots of names may stand. */
  readonly dots: readonly number[];
  /** Where 、 stands. */
  readonly listMarks: readonly number[];
  /** Where the head of a title ends that is an office or a rank, in order. */
  readonly officeEnds: readonly number[];
  /** Of each place the length of the longest head of a title that starts there; nought where none does. */
  readonly #heads: Uint8Array;
  readonly #postEnds: Uint8Array;
  /** Of each place the number of its context, from 1; nought while nobody has asked. */
  readonly #lefts: Uint8Array;
  readonly #rights: Uint8Array;

  constructor(text: string, tells: boolean) {
    const { length } = text;
    this.text = text;
    this.tells = tells;
    this.#heads = new Uint8Array(length + 1);
    this.#postEnds = new Uint8Array(length + 1);
    this.#lefts = new Uint8Array(length + 1);
    this.#rights = new Uint8Array(length + 1);
    const openings = new Int32Array(length + 1);
    let opened = 0;
    const dots: number[] = [];
    const listMarks: number[] = [];
    // One pass for all that is looked for: a text has more characters than anything else.
    let next = text.charCodeAt(0);
    for (let at = 0; at < length; at++) {
      const unit = next;
      next = at + 1 < length ? text.charCodeAt(at + 1) : 0;
      const sights = SIGHTS.of(unit);
      openings[opened] = at;
      opened += sights & OPENS_NAME;
      if (sights > OPENS_NAME) (sights & DOT ? dots : listMarks).push(at);
      if (mayStartHead(unit, next)) this.#markHead(at);
    }
    this.openings = openings.subarray(0, opened);
    this.dots = dots;
    this.listMarks = listMarks;
    const officeEnds: number[] = [];
    for (let at = 1; at <= length; at++) if (this.#postEnds[at] === OFFICE) officeEnds.push(at);
    this.officeEnds = officeEnds;
  }

  /** 副市长|于海田 · 教授|张健: see `postEnd`. */
  #markHead(at: number): void {
    const head = headStartingAt(this.text, at, this.text.length);
    if (head === null) return;
    this.#heads[at] = head.word.length;
    if (goesOn(this.text, head.end)) return;
    const kind = head.value.kind === 'identity' ? IDENTITY : OFFICE;
    if (kind > (this.#postEnds[head.end] as number)) this.#postEnds[head.end] = kind;
  }

  /** Where the longest head of a title ends that starts at `at`; `at` where none does. */
  headEnd(at: number): number {
    return at + (this.#heads[at] as number);
  }

  /** What the head of a title that ends at `at` makes: `OFFICE`, `IDENTITY`; 0 where none ends. */
  postEnd(at: number): number {
    return this.#postEnds[at] as number;
  }

  /** The words left of `at`. */
  left(at: number): LeftContext {
    if (this.#lefts[at] === 0) this.#lefts[at] = leftOf(this.text, at, this.#postEnds);
    return LEFTS[(this.#lefts[at] as number) - 1] as LeftContext;
  }

  /** The words right of `at`. */
  right(at: number): RightContext {
    if (this.#rights[at] === 0) this.#rights[at] = rightOf(this.text, at);
    return RIGHTS[(this.#rights[at] as number) - 1] as RightContext;
  }
}

/** What the head of a title makes: a noun of identity (企业家). */
const IDENTITY = 1;
/** What the head of a title makes: an office or a rank (局长). */
export const OFFICE = 2;

/** The contexts that there are; a place's is told by its number among them, from 1. */
const LEFTS: LeftContext[] = [];
const left = (kind: LeftContext['kind'], odds: number, byline = false): number => LEFTS.push({ odds, byline, kind });
const BYLINE_LEFT = left('introducer', 4, true);
const OFFICE_LEFT = left('post', 5);
const OFFICE_IN_BRACKET_LEFT = left('post', 4);
const IDENTITY_LEFT = left('post', 3);
const CLAUSE_LEFT = left('clause', 2);
const LIST_LEFT = left('list', 1.5);
const INTRODUCER_LEFT = left('introducer', 1);
const ORGANISATION_LEFT = left('organisation', 0.5);
const UNIT_LEFT = left('organisation', -1.5);
const OTHER_LEFT = left('other', -4);

/** Where none of these stands left of a place, and no title ends there, nothing speaks for a name. */
const SPEAKS_LEFT = new CharacterSet(
  ...[BLANK, BYLINE_ENDS, '）)、', CLAUSE, INTRODUCERS, LISTENING.endings, UNITS, tails.endings, LEADING.endings],
);

/** The number of the context left of `at`. */
function leftOf(text: string, at: number, postEnds: Uint8Array): number {
  if (at > 0 && postEnds[at] === 0 && !SPEAKS_LEFT.at(text, at - 1) && !isAddedBody(text, at, Math.max(0, at - 6)))
    return OTHER_LEFT;
  let edge = at;
  while (edge > 0 && BLANK.at(text, edge - 1)) edge--;
  if (edge === 0) return CLAUSE_LEFT;
  const last = text.charCodeAt(edge - 1);
  if (BYLINE_ENDS.has(last) && BYLINE.test(text.slice(Math.max(0, edge - 8), edge))) return BYLINE_LEFT;
  const mark = postEnds[edge] as number;
  if (mark > 0) return mark === OFFICE ? OFFICE_LEFT : IDENTITY_LEFT;
  // 副总经理（主持工作）|梁栋
  if (CLOSING_BRACKETS.has(last)) {
    const open = openingBefore(text, edge, 11);
    if (open > 0 && postEnds[open] === OFFICE) return OFFICE_IN_BRACKET_LEFT;
  }
  if (last === LIST_MARK) return LIST_LEFT;
  if (CLAUSE.has(last) || edge < at) return CLAUSE_LEFT;
  if (INTRODUCERS.has(last) || LISTENING.endsAt(text, edge)) return INTRODUCER_LEFT;
  if (!UNITS.has(last) && organisationEndsAt(text, edge, Math.max(0, edge - 6))) return ORGANISATION_LEFT;
  if (LEADING.endsAt(text, edge)) return CLAUSE_LEFT;
  return UNITS.has(last) ? UNIT_LEFT : OTHER_LEFT;
}

/** 高原|作点评 · 钟岳|做了表态发言 */
const MADE =
  /^[作做]了?[^，,。；;、]{0,5}?(?:点评|总结|交流|报告|发言|讲话|说明|汇报|宣讲|辅导|述职|表态|介绍|动员|部署|安排|通报|解读|讲座)/u;
const MAKES = new CharacterSet('作做');
const isMade = (text: string, at: number): boolean => MAKES.at(text, at) && MADE.test(text.slice(at, at + 11));
/** 张农、方新秋|两位教授 */
const COUNTED = /^[两二三四五六七八九十几数\d]{1,2}[位名人]/u;
const COUNTS = new CharacterSet('两二三四五六七八九十几数0123456789');

/** Where a form of address behind a name ends: 朱向军|同志. `at` when none stands there. */
export function courtesyEnd(text: string, at: number): number {
  const found = followers.longestAt(text, at);
  return found !== null && found.value === 'courtesy' && !NO_ADDRESS.has(found.word) ? found.end : at;
}

const NO_ADDRESS = new Set(['委员', '代表', '同学', '学长', '学姐', '校友', '一家']);

const RIGHTS: RightContext[] = [];
const right = (kind: RightContext['kind'], odds: number): number => RIGHTS.push({ odds, kind });
const TEXT_END_RIGHT = right('end', 1);
const LIST_RIGHT = right('list', 1.5);
const BRACKET_RIGHT = right('bracket', 1);
const COUNTED_RIGHT = right('verb', 3);
const COURTESY_RIGHT = right('courtesy', 3.5);
const PREDICATE_RIGHT = right('verb', 4);
const SHORT_PREDICATE_RIGHT = right('verb', 1.8);
const POST_RIGHT = right('post', 2.5);
const END_RIGHT = right('end', 1.2);
const NUMBER_RIGHT = right('verb', 0.8);
const OTHER_RIGHT = right('other', -2.5);

/** Where none of these stands right of a place, and no title that a user added, nothing speaks for a name. */
const SPEAKS_RIGHT = new CharacterSet(
  ...['、（([', MAKES, COUNTS, followers.words, heads.words, modifiers.words, CLOSING, '0123456789'],
);

/** The number of the context right of `at`. */
function rightOf(text: string, at: number): number {
  if (at >= text.length) return TEXT_END_RIGHT;
  const next = text.charCodeAt(at);
  if (!SPEAKS_RIGHT.has(next) && inForce().posts.size === 0) return OTHER_RIGHT;
  if (next === LIST_MARK) return LIST_RIGHT;
  if (OPENING_BRACKETS.has(next)) return BRACKET_RIGHT;
  if (isMade(text, at)) return PREDICATE_RIGHT;
  if (COUNTS.has(next) && COUNTED.test(text.slice(at, at + 4))) return COUNTED_RIGHT;
  const follower = followers.longestAt(text, at);
  if (follower !== null && !endsClause(text, follower)) {
    if (follower.value !== 'courtesy') return follower.word.length > 1 ? PREDICATE_RIGHT : SHORT_PREDICATE_RIGHT;
    return goesOn(text, follower.end) ? OTHER_RIGHT : COURTESY_RIGHT;
  }
  const post = postStartingAt(text, at, Math.min(text.length, at + 10));
  if (post !== null && post.kind !== 'identity') return POST_RIGHT;
  if (CLOSING.has(next)) return END_RIGHT;
  return DIGITS.has(next) ? NUMBER_RIGHT : OTHER_RIGHT;
}

/** A predicate of one character wants something behind it, 说 and its like excepted: 张力|在。 is no name and predicate. */
const endsClause = (text: string, { word, end }: Found<string>): boolean =>
  word.length === 1 &&
  !SAYS.at(word, 0) &&
  (end === text.length || CLOSING.at(text, end) || text.charCodeAt(end) === LIST_MARK);

const SAYS = new CharacterSet('说称讲答');
const DIGITS = new CharacterSet('0123456789');
const OPENING_BRACKETS = new CharacterSet('（([');
const CLOSING_BRACKETS = new CharacterSet('）)');
const LIST_MARK = 0x3001; // 、
