import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Span } from '../model/span.ts';
import { CLAUSE_ENDS, closing, LONGEST_QUOTE } from './clause.ts';

/** What a noun at the end of a name says of the thing named; the table says what each means. */
export type HeadKind = 'meeting' | 'ceremony' | 'study' | 'organ' | 'sitting' | 'activity';

const headTable = loadTable('meeting-heads').map((row): [string, HeadKind | 'body'] => [
  row.head as string,
  row.kind as HeadKind | 'body',
]);
const heads = new Lexicon(headTable);

interface Follower {
  readonly effect: 'end' | 'verb' | 'compound';
  readonly unless: readonly string[];
}

const followers = new Lexicon(
  loadTable('meeting-followers').map(
    (row) =>
      [
        row.word as string,
        {
          effect: row.effect as Follower['effect'],
          unless: row.unless === '' ? [] : (row.unless as string).split(','),
        },
      ] as const,
  ),
);

/** Marks that close a quotation; a name may end before one. */
export const CLOSERS = new CharacterSet('”’"》」』');
/** A name ends before one of these, whatever follows. */
const PARTS = new CharacterSet(' \u3000、.');
/** The meeting only dates something else (大会召开以来, 在全会闭幕之际). */
const DATES =
  /(?:即将|胜利|隆重)?(?:召开|举行|闭幕|开幕|结束|落幕)(?:后|以来|之际|前夕|前|之后|之前|(?:[一二三四五六七八九十两]+|\d+)周年|不久)/uy;
const DATES_OPENS = new CharacterSet('即胜隆召举闭开结落');
const DIGITS = new CharacterSet('0123456789');
/** 会议11日在京举行: a day or a year. */
const DAY = /\d{1,4}[年月日]/uy;
/** …会表彰大会: another noun of the kind comes soon. */
const ANOTHER_HEAD = /[^，,。；;]{0,12}会/uy;
const JOINT = /(?:\s*(?:暨|[-—－–]+\s*暨))/uy;

const JOINT_OPENS = new CharacterSet(SPACES, '暨-—－–');

const matches = (rule: RegExp, text: string, at: number): boolean => {
  rule.lastIndex = at;
  return rule.test(text);
};

/** 中国人民政治协商会议某市第四届委员会第三次会议: a body whose name ends like a meeting's, and a sitting of it behind. */
const SITTING_OF = /[^，,。；;、\s]{0,20}第[一二三四五六七八九十\d]{1,3}届[^，,。；;、\s]{0,16}会/uy;
const BODY_LIKE_A_MEETING = '政治协商会议';

/** …开幕式暨嘉兴站活动: the second of two names ends in 活动. */
const JOINED_ACTIVITY = /\s*暨[^，,。；;、：:\s]{1,24}?活动/uy;

/** “…研讨会——科学与人文对话”: a second title within the quotes. */
const SUBTITLE = /(?:[—－–-]{1,2})[^“”《》，,。；;—－–-]{2,30}(?=[”》])/uy;

const DASHES = new CharacterSet('—－–-');

type After = 'end' | 'joint' | 'compound' | 'more';

/** What stands behind a head that ends at `end`: the name's end, 暨 and another name, or more of the same phrase. */
function after(text: string, end: number, limit: number): After {
  let at = end;
  while (at < limit && CLOSERS.has(text.charCodeAt(at))) at++;
  if (at >= limit) return 'end';
  const unit = text.charCodeAt(at);
  if (JOINT_OPENS.has(unit) && matches(JOINT, text, at)) return 'joint';
  if (text.endsWith(BODY_LIKE_A_MEETING, end) && matches(SITTING_OF, text, at)) return 'more';
  if (text[at] === '（' || text[at] === '(') {
    const close = closing(text, at, limit);
    if (close > 0) return after(text, close + 1, limit);
    return 'end';
  }
  if (PARTS.has(unit) || CLAUSE_ENDS.has(unit)) return 'end';
  if (DATES_OPENS.has(unit) && matches(DATES, text, at)) return 'compound';
  if (DIGITS.has(unit) && matches(DAY, text, at)) return 'end';
  let follower = followers.longestAt(text, at);
  while (follower !== null) {
    const { end: next, value } = follower;
    const another =
      value.unless.some((other) => text.startsWith(other, next)) ||
      (value.effect === 'verb' && matches(ANOTHER_HEAD, text, next));
    if (!another) return value.effect === 'compound' ? 'compound' : 'end';
    follower = followers.longestAt(text, at, next - 1);
  }
  return 'more';
}

/** A noun at which a name ends. */
export interface Head extends Span {
  readonly kind: HeadKind;
  /** No table has it: two characters and 会, a meeting only behind a verb of holding (召开恳亲会). */
  readonly unknown: boolean;
}

/** A noun in 会 that no table has, and that is no body. */
const UNKNOWN = /^[\p{Script=Han}]{2}会$/u;

/** 及 and 和 part two names, but within one pair of quotes they join them (“年会及委员会议”). */
const JOINT_IN_QUOTES = new CharacterSet('及和与');

/** Whether a quotation that opened since `from` is still open at `at`. */
function isQuoted(text: string, from: number, at: number): boolean {
  const near = text.slice(Math.max(from, at - LONGEST_QUOTE), at);
  return near.lastIndexOf('“') > near.lastIndexOf('”');
}

/** 会: the one character that a noun ends with which no table has. */
const HUI = '会'.charCodeAt(0);

/** What a head opens with, or ends with when no table has it. */
const HEAD_EDGES = new CharacterSet(
  '会',
  headTable.map(([head]) => head),
);

/** What a head ends with, whether a table has it or not: far fewer characters than heads open with. */
const HEAD_ENDS = new CharacterSet('会', ...headTable.map(([head]) => head.slice(-1)));
const LONGEST_HEAD = Math.max(...headTable.map(([head]) => head.length));

/** Where the first head of a stretch ends, or the first 会, with which one may; −1 when the stretch has neither, as most have. */
export function firstHeadEnd(text: string, from: number, to: number): number {
  for (let at = HEAD_ENDS.firstIn(text, from, to); at < to; at = HEAD_ENDS.firstIn(text, at + 1, to)) {
    if (text.charCodeAt(at) === HUI || heads.endsAt(text, at + 1, from)) return at + 1;
  }
  return -1;
}

/** The heads at which a name ends, one after the other, in a clause. */
export function headsIn(text: string, clause: Span): readonly Head[] {
  const found: Head[] = [];
  let pending: Head | null = null;
  let nextEnd = clause.start;
  for (let at = clause.start; at < clause.end; at++) {
    if (at >= nextEnd) {
      nextEnd = firstHeadEnd(text, at, clause.end);
      if (nextEnd < 0) break;
      at = Math.max(at, nextEnd - LONGEST_HEAD);
    }
    if (!HEAD_EDGES.has(text.charCodeAt(at))) continue;
    const word = heads.longestAt(text, at, clause.end);
    if (word === null) {
      const start = at - 2;
      if (
        text.charCodeAt(at) === HUI &&
        start >= clause.start &&
        UNKNOWN.test(text.slice(start, at + 1)) &&
        !heads.endsAt(text, at + 1, clause.start) &&
        after(text, at + 1, clause.end) === 'end'
      ) {
        found.push({ start, end: at + 1, kind: 'meeting', unknown: true });
      }
      continue;
    }
    if (word.value === 'body') {
      if (after(text, word.end, clause.end) !== 'more') at = word.end - 1;
      continue;
    }
    SUBTITLE.lastIndex = word.end;
    const dashed = DASHES.has(text.charCodeAt(word.end)) && isQuoted(text, clause.start, word.end);
    const subtitle = dashed ? SUBTITLE.exec(text) : null;
    if (subtitle !== null && word.end + subtitle[0].length <= clause.end) {
      const end = word.end + subtitle[0].length;
      if (after(text, end, clause.end) === 'end') {
        found.push({ start: at, end, kind: word.value, unknown: false });
        at = end - 1;
        continue;
      }
    }
    const next =
      JOINT_IN_QUOTES.has(text.charCodeAt(word.end)) && isQuoted(text, clause.start, word.end)
        ? 'joint'
        : after(text, word.end, clause.end);
    if (next === 'more' || next === 'compound') continue;
    const head: Head = { start: at, end: word.end, kind: word.value, unknown: false };
    at = word.end - 1;
    if (next === 'joint') {
      JOINED_ACTIVITY.lastIndex = word.end;
      const activity = JOINED_ACTIVITY.exec(text);
      const end = activity === null ? clause.end + 1 : word.end + activity[0].length;
      if (end <= clause.end && after(text, end, clause.end) === 'end') {
        found.push({ ...(pending ?? head), end });
        pending = null;
        at = end - 1;
      } else pending ??= head;
    } else {
      found.push(head);
      pending = null;
    }
  }
  if (pending !== null) found.push(pending);
  return found;
}
