import { CharacterClasses } from '../../lexicon/character-set.ts';
import type { MentionRule, PartialDay, RelativeDay } from '../../model/mention.ts';
import type { Span } from '../../model/span.ts';

/** What an expression says of a day or a run of days; null for what it leaves open. */
export interface Days {
  readonly from: PartialDay;
  readonly to?: PartialDay;
  readonly relative?: RelativeDay;
}

/** One way to write a day. `read` gets the words before and behind the match, to refuse what only looks like one. */
export interface TimeExpression {
  readonly id: Extract<MentionRule, `time/${string}`>;
  /** Each is matched as a whole. */
  readonly examples: readonly string[];
  /** The sum of those of `MARKS` of which a match has a character each: most expressions stand in few texts. */
  readonly marks: number;
  /** With the flag g. */
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, before: string, after: string) => Days | null;
}

/** Characters that expressions cannot do without, by what they are; each a bit. */
export const MARKS = { month: 1, day: 2, near: 4, week: 8, separator: 16, joiner: 32, tens: 64 } as const;
const CLASSES = new CharacterClasses(
  '月',
  '日号',
  '今昨明前后',
  '周期拜',
  '-./－．／',
  '-–—－~～至到、和与及',
  '初十廿',
);

/** Which of `MARKS` stand in a text, added up. */
export function marksIn(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) marks |= CLASSES.of(text.charCodeAt(at));
  return marks;
}

/** A day or a run of days as some words say it; see `TimeMention`. */
export interface DayReading extends Span {
  readonly rule: MentionRule;
  readonly from: PartialDay;
  readonly to: PartialDay | null;
  readonly relative: RelativeDay | null;
}

/** How far `read` sees to either side. */
const SIGHT = 6;

/** What an expression reads in a text, in its order; behind a match that was refused, one is looked for from its next character on. */
export function readingsOf({ id, pattern, read }: TimeExpression, text: string): DayReading[] {
  const found: DayReading[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const days = read(match.groups ?? {}, text.slice(Math.max(0, start - SIGHT), start), text.slice(end, end + SIGHT));
    if (days === null) pattern.lastIndex = start + 1;
    else found.push({ start, end, rule: id, from: days.from, to: days.to ?? null, relative: days.relative ?? null });
  }
  return found;
}
