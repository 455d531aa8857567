import { CharacterSet } from '../lexicon/character-set.ts';
import type { Span } from '../model/span.ts';
import { clausesOf, closing } from './clause.ts';
import { lastVerb, verbBehind, verbInLaterClause } from './holding-verb.ts';
import { CLOSERS, firstHeadEnd, type Head, type HeadKind, headsIn } from './meeting-head.ts';
import { afterAt, afterSpace, NOT_AT, OURS, trimLeft } from './meeting-start.ts';

/** A meeting named at one place of the text, and how the words around it stand to it. */
export interface MeetingName extends Span {
  /**
   * object: it follows the verb (召开座谈会); subject: it stands before it (座谈会在京召开); within: something was said or
   * done at it (在座谈会上强调); bare: it only stands there.
   */
  readonly how: 'object' | 'subject' | 'within' | 'bare';
  /** The verb that says that it was held or attended (主持召开, 出席); null for `within` and `bare`. */
  readonly verb: Span | null;
  /** The verb says that it was held, not only that somebody took part. */
  readonly held: boolean;
  /** It is still to come (将在…举行). */
  readonly future: boolean;
  /** Whoever stands before the verb as the one that holds it (市委召开…); null when nobody does. */
  readonly organiser: Span | null;
  readonly kind: HeadKind;
  /** Nothing but the noun (会议, 本次座谈会). */
  readonly plain: boolean;
}

/** 在…会上, 在…会期间 */
const WITHIN = /^[”’》]?(?:上(?!海)|中(?!国|央|共)|期间|现场|间隙|时|后)/u;
const WITHIN_OPENS = new CharacterSet('”’》上中期现间时后');
/** 向…开幕式|发表视频致辞 */
const ADDRESSED = /^(?:发表|作|致)(?:视频|书面|线上|主旨)?(?:致辞|讲话|演讲)/u;
const ADDRESSED_OPENS = new CharacterSet('发作致');
/** A speech that was given there and is studied or passed on here. */
const SPEECH = /^上的?(?:系列)?(?:重要)?(?:讲话|指示|批示|致辞|报告|论述)/u;
/** 在…全会上当选的: what somebody became there tells who he is. */
const ELECTED = /^上(?:再次|刚刚|新)?(?:当选|通过|提出|作出|颁布)[^，,。；;]{0,40}的/u;
/** 将于下月 · 定于 · 决定明年3月 · 为召开…作准备 */
const FUTURE = /(?:将于|将在|将|即将|拟于|拟|定于|计划|预计|决定|建议|同意|提请)[^将]{0,40}$|(?:为|关于|就)$/u;

/** A name is no longer. */
const LONGEST_NAME = 120;

/** 主持召开 and 组织召开 are one verb. */
const BEFORE_VERB = /(?:主持|组织)$/u;
/** How and when, right before a verb: 联合 · 如期 · 近日 */
const MANNER =
  /(?:组织|主持|联合|共同|隆重|顺利|胜利|成功|圆满|如期|正式|集中|及时|专门|再次|首次|分别|迅速|连夜|紧急|先后|继续|主动|积极|精心|牵头|今[天日晚]|昨[天日晚]|近日|日前|当天|上午|下午|晚上?|在?线上|同步|通过网络|视频|专题|又|也|还|已|将|于|第一时间|连续)$/u;

/** Whoever holds the meeting: what stands before the verb, without day, place and manner. */
function organiserOf(text: string, clause: Span, verb: Span): Span | null {
  let start = trimLeft(text, clause.start, verb.start, { start: verb.start, end: verb.start });
  start = Math.max(start, afterSpace(text, start, verb.start));
  let end = verb.start;
  for (let at = start; at < end; at++) {
    const close = closing(text, at, end);
    if (close > 0) at = close;
    else if ((text[at] === '在' && !NOT_AT.test(text.slice(at, at + 2))) || text[at] === '于') end = at;
    else if (text[at] === '以' && /^[^，,。]{1,20}(?:形式|方式)/u.test(text.slice(at + 1, verb.start))) end = at;
  }
  let words = text.slice(start, end);
  if (/主持$/u.test(words)) return null;
  for (let hit = MANNER.exec(words); hit !== null; hit = MANNER.exec(words)) words = words.slice(0, hit.index);
  const day = /(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号](?:上午|下午|晚上?)?$/u.exec(words);
  if (day !== null) words = words.slice(0, day.index);
  words = words.trimEnd();
  if (words.length < 2 || words.length > 40 || /[。！？]/u.test(words)) return null;
  if (/^(?:为|按照|根据|随着|围绕|会议|经|由|自|从|并|以)/u.test(words)) return null;
  return { start, end: start + words.length };
}

/** Verbs that make a sitting of 座谈 and 培训. */
const STRICTLY_HELD = /召开|举[行办]$/u;

/** Words before a head that name no meeting. */
const PLAIN = /^(?:本次|此次|这次|该|全体|上述|整个|重要|有关|相关|多次|系列|两次|各类|上级|专题|线上|线下|主题)$/u;
const OPENERS = new CharacterSet('“‘《「"');

const NO_NAMES: readonly MeetingName[] = [];

/**
 * The meetings that a sentence names, in order. Clauses with fewer than `least` characters are left out, for a reader to
 * whom a shorter name says nothing.
 */
export function meetingNamesIn(text: string, sentence: Span, least = 0): readonly MeetingName[] {
  if (sentence.end - sentence.start < least) return NO_NAMES;
  let nextHead = firstHeadEnd(text, sentence.start, sentence.end);
  if (nextHead < 0) return NO_NAMES;
  const found: MeetingName[] = [];
  for (const clause of clausesOf(text, sentence)) {
    if (clause.end < nextHead) continue;
    if (clause.end - clause.start >= least) {
      let from = clause.start;
      for (const head of headsIn(text, clause)) {
        const one = nameAt(text, sentence, clause, from, head);
        if (one === null) continue;
        from = head.end;
        found.push(one);
      }
    }
    nextHead = firstHeadEnd(text, clause.end, sentence.end);
    if (nextHead < 0) break;
  }
  return found;
}

function nameAt(text: string, sentence: Span, clause: Span, from: number, head: Head): MeetingName | null {
  const verb = lastVerb(text, { start: from, end: head.start });
  let how: MeetingName['how'] = 'bare';
  let start = from;
  let said: Span | null = null;
  let held = false;
  if (verb !== null) {
    how = 'object';
    start = verb.next;
    held = !verb.part;
    // 出席并在…会上讲话
    if (text[verb.next] === '并') {
      const at = afterAt(text, verb.next, head.start);
      if (at >= 0) start = at;
    }
    const before = BEFORE_VERB.exec(text.slice(Math.max(from, verb.start - 2), verb.start));
    said = { start: before === null ? verb.start : verb.start - 2, end: verb.end };
    // 由…主办的大会将在…举行: the verb of the sentence stands behind.
    const behind = text[verb.end] === '的' ? verbBehind(text, head.end, clause.end) : null;
    if (behind !== null) {
      how = 'subject';
      said = behind;
      held = true;
    }
  } else {
    said = verbBehind(text, head.end, clause.end) ?? verbInLaterClause(text, clause.end, sentence.end);
    if (said !== null) {
      how = 'subject';
      held = true;
    }
    const within = WITHIN_OPENS.has(text.charCodeAt(head.end)) && WITHIN.test(text.slice(head.end, head.end + 3));
    if (within || said === null) {
      const at = afterAt(text, from, head.start);
      if (at >= 0) start = at;
      if (
        text.startsWith('上', head.end) &&
        (SPEECH.test(text.slice(head.end, head.end + 12)) || ELECTED.test(text.slice(head.end, head.end + 60)))
      )
        return null;
      if (at >= 0 && within) {
        how = 'within';
        said = null;
        held = false;
      }
    }
    if (ADDRESSED_OPENS.has(text.charCodeAt(head.end)) && ADDRESSED.test(text.slice(head.end, head.end + 12))) {
      const at = text.lastIndexOf('向', head.start);
      if (at >= start) {
        start = at + 1;
        how = 'within';
      }
    }
    start = Math.max(start, afterSpace(text, start, head.start));
  }
  if (head.kind === 'organ' && !held) return null;
  if (head.kind === 'sitting' && !(how === 'object' && held && STRICTLY_HELD.test(text.slice(said?.start, said?.end))))
    return null;
  start = trimLeft(text, start, head.end, head);
  start += OURS.exec(text.slice(start, head.start))?.[0].length ?? 0;
  let end = head.end;
  // A quotation that holds the whole name is none of it; one that closes right behind the head belongs to it.
  if (OPENERS.has(text.charCodeAt(start))) {
    const close = closing(text, start, Math.min(text.length, end + 2));
    if (close === end) start++;
    else if (close < 0 || close > end) start++;
  }
  if (
    CLOSERS.has(text.charCodeAt(end)) &&
    text.slice(start, end).includes('“') &&
    !text.slice(start, end).includes('”')
  )
    end++;
  if (start >= head.end || head.end - start > LONGEST_NAME || (head.unknown && !(how === 'object' && held)))
    return null;
  if (start > head.start) start = head.start;
  if (TAKEN_UP.test(text.slice(start, head.start))) return null;
  const before = text.slice(Math.max(clause.start, (said?.start ?? start) - 24), said?.start ?? start);
  return {
    start,
    end,
    how,
    verb: said,
    held,
    future: said !== null && FUTURE.test(how === 'subject' ? text.slice(head.end, said.start) : before),
    organiser:
      how === 'object' &&
      verb !== null &&
      !verb.part &&
      said !== null &&
      !text.startsWith('主持', said.start) &&
      text[verb.end] !== '的'
        ? organiserOf(text, { start: from, end: clause.end }, said)
        : null,
    kind: head.kind,
    plain: start >= head.start || PLAIN.test(text.slice(start, head.start)),
  };
}

/** 审议通过了关于…会议召开时间的决定: what stands before the noun does something with it. */
const TAKEN_UP =
  /^[^“《]{0,12}?(?:审议|通过|听取|讨论|研究|传达|学习|贯彻|落实|宣读|部署|总结|筹备|表决)(?:并[^“《]{2,4})?了/u;

/**
 * How much of `b` `a` has: the share of neighbouring pairs of characters of the shorter that stand in the longer; nought as
 * soon as it cannot be as much as `least`.
 */
export function likeness(a: string, b: string, least = 0): number {
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  const pairs = short.length - 1;
  if (pairs < 1) return 0;
  let missing = 0;
  for (let i = 0; i < pairs; i++) {
    if (hasPair(long, short.charCodeAt(i), short.charCodeAt(i + 1))) continue;
    missing++;
    if ((pairs - missing) / pairs < least) return 0;
  }
  return (pairs - missing) / pairs;
}

/** The pairs of neighbouring characters of a name: without enough of them a stretch of text has no name that is like it. */
export class Pairs {
  /** A bit for each pair, by its last bits: two pairs may share one. */
  readonly #bits = new Uint32Array(PAIR_SLOTS / 32);
  /** How many of the name's pairs are there once more. */
  readonly #again: number;

  constructor(name: string) {
    let again = 0;
    for (let i = 0; i + 1 < name.length; i++) {
      const slot = slotOf(name.charCodeAt(i), name.charCodeAt(i + 1));
      if (this.#has(slot)) again++;
      this.#bits[slot >>> 5] = (this.#bits[slot >>> 5] as number) | (1 << (slot & 31));
    }
    this.#again = again;
  }

  /** Whether a stretch may have `count` of the name's pairs; what stands there twice counts twice. */
  mayStandIn(text: string, { start, end }: Span, count: number): boolean {
    let missing = count - this.#again;
    let last = text.charCodeAt(start);
    for (let at = start + 1; at < end && missing > 0; at++) {
      const unit = text.charCodeAt(at);
      if (this.#has(slotOf(last, unit))) missing--;
      last = unit;
    }
    return missing <= 0;
  }

  #has(slot: number): boolean {
    return (((this.#bits[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
  }
}

const PAIR_SLOTS = 2048;
const slotOf = (first: number, second: number): number => (first * 31 + second) & (PAIR_SLOTS - 1);

/** Names are short: to look through one costs less than a set of its pairs. */
function hasPair(text: string, first: number, second: number): boolean {
  for (let i = 0; i + 1 < text.length; i++) {
    if (text.charCodeAt(i) === first && text.charCodeAt(i + 1) === second) return true;
  }
  return false;
}
