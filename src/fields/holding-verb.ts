import { CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Span } from '../model/span.ts';
import { clausesOf, closing, OPENERS } from './clause.ts';

const table = loadTable('holding-verbs').map(
  (row) =>
    [
      row.verb as string,
      { object: row.object === 'yes', subject: row.subject === 'yes', part: row.part === 'yes' },
    ] as const,
);
const verbs = new Lexicon(table);

/** What a verb opens with, and what opens a stretch in which none counts. */
const VERBS_OR_OPENERS = new CharacterSet(
  table.map(([verb]) => verb),
  OPENERS,
);

/** Nouns behind a verb that make it a noun itself (开展情况, 参加人员, 举办地). */
const NOT_A_VERB =
  /(?:人(?![大民才事员力社类工口物机文寿生均防武体])|情况|时间|日期|权|单位|城市|人员|者|方|地(?!区|级)|以来|资格|对象|范围)/uy;

const matches = (rule: RegExp, text: string, at: number): boolean => {
  rule.lastIndex = at;
  return rule.test(text);
};

const isNoun = (text: string, end: number): boolean => matches(NOT_A_VERB, text, end);

/** A verb that says that a meeting was held or attended. */
export interface Verb extends Span {
  /** It says that somebody took part. */
  readonly part: boolean;
  /** Behind the verb and its 了 or 的. */
  readonly next: number;
}

/** The last verb in a stretch, outside quotes, that a name may follow. */
export function lastVerb(text: string, stretch: Span): Verb | null {
  let last: Verb | null = null;
  let at = VERBS_OR_OPENERS.firstIn(text, stretch.start, stretch.end);
  for (; at < stretch.end; at = VERBS_OR_OPENERS.firstIn(text, at + 1, stretch.end)) {
    const close = closing(text, at, stretch.end);
    if (close > 0) {
      at = close;
      continue;
    }
    const word = verbs.longestAt(text, at, stretch.end);
    if (word === null || !word.value.object || isNoun(text, word.end)) continue;
    let next = word.end;
    // 参加过: somewhen.
    if (text[next] === '过') continue;
    if (next < stretch.end && '了的'.includes(text[next] as string)) next++;
    last = { start: at, end: word.end, part: word.value.part, next };
    at = word.end - 1;
  }
  return last;
}

/** A sitting that every longer meeting has. */
const PART_OF_IT = /(?:全体(?:会议|大会)|[开闭]幕(?:会|大会|式)|预备会议?|分组会议)/uy;

/** The verb stands no further behind its name. */
const FAR = 80;
/** The verb behind a name that says that it took place, if one stands in the rest of its clause. */
export function verbBehind(text: string, end: number, clauseEnd: number): Span | null {
  const limit = Math.min(clauseEnd, end + FAR);
  let at = VERBS_OR_OPENERS.firstIn(text, end, limit);
  for (; at < limit; at = VERBS_OR_OPENERS.firstIn(text, at + 1, limit)) {
    const close = closing(text, at, limit);
    if (close > 0) {
      at = close;
      continue;
    }
    const word = verbs.longestAt(text, at, limit);
    if (word === null) continue;
    if (!word.value.subject) {
      at = word.end - 1;
      continue;
    }
    const next = text[word.end];
    // 常委会会议举行全体会议: a part of the meeting was held, and so it was.
    if (matches(PART_OF_IT, text, word.end)) return { start: at, end: word.end };
    if (word.end >= limit || next === undefined || !'的了过'.includes(next)) {
      if (/^(?:式|会|词|情况)/u.test(text.slice(word.end, word.end + 2))) continue;
      const rest = text.slice(word.end, limit);
      const object =
        word.value.object && word.end < limit && /^[^\s，,]{0,40}(?:会|活动|仪式|工作|座谈|培训)/u.test(rest);
      if (!object) return { start: at, end: word.end };
    }
    if (next === '了' && word.end + 1 >= limit) return { start: at, end: word.end };
  }
  return null;
}

/** 在市会议中心闭幕 · 于3日在京举行: a clause that says of the subject of an earlier one that it took place. */
const TOOK_PLACE = /^(?:在|于|\d)[^，,。；;“”《》]{1,40}?(?<verb>召开|举行|举办|开幕|闭幕|落幕)$/u;
const OPENS_TOOK_PLACE = new CharacterSet('在于0123456789');

/** The verb in a later clause of the sentence (大会圆满完成各项议程，在省城闭幕). */
export function verbInLaterClause(text: string, from: number, to: number): Span | null {
  for (const clause of clausesOf(text, { start: from, end: Math.min(to, from + FAR) })) {
    if (!OPENS_TOOK_PLACE.has(text.charCodeAt(clause.start))) continue;
    const verb = TOOK_PLACE.exec(text.slice(clause.start, clause.end))?.groups?.verb;
    if (verb !== undefined) return { start: clause.end - verb.length, end: clause.end };
  }
  return null;
}

/** The first verb of holding in a stretch; null when it has none. */
export function holdingVerbIn(text: string, stretch: Span): Span | null {
  for (let at = stretch.start; at < stretch.end; at++) {
    const word = verbs.firstIn(text, at, stretch.end);
    if (word === null) return null;
    if (!word.value.part && !isNoun(text, word.end)) return { start: word.start, end: word.end };
    at = word.start;
  }
  return null;
}
