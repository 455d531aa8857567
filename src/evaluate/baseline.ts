import { readFileSync } from 'node:fs';
import { say } from '../model/phrase.ts';
import { type Interval, intervalsOf } from './bootstrap.ts';
import { BadAnswers } from './load-answers.ts';
import type { Counts, Marks } from './marks.ts';
import { measures } from './measures.ts';
import { f1Of, f1sOfDraws, sumOf } from './score.ts';

/** The counts of one article as they are saved, by field: hits, missed, spurious, soft hits. */
export interface SavedMarks {
  readonly id: string;
  readonly absent: boolean;
  readonly fields: Readonly<Record<string, readonly number[]>>;
}

/** Marks in the form in which `--json` saves them. */
export const saved = ({ id, absent, counts }: Marks): SavedMarks => ({
  id,
  absent,
  fields: Object.fromEntries(
    measures.map(({ name }, i) => {
      const { hits, missed, spurious, softHits } = counts[i] as Counts;
      return [name, [hits, missed, spurious, softHits]];
    }),
  ),
});

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

function restored(value: unknown, path: string): Marks {
  const { id, absent, fields } = (value ?? {}) as Partial<SavedMarks>;
  const counts = measures.map(({ name }): Counts => {
    const four = fields?.[name];
    if (!Array.isArray(four) || four.length !== 4 || !four.every(isCount)) {
      throw new BadAnswers(path, null, say`no counts of ${name} for article ${String(id)}`);
    }
    const [hits, missed, spurious, softHits] = four as [number, number, number, number];
    return { hits, missed, spurious, softHits };
  });
  return { id: String(id), absent: absent === true, counts, misses: [] };
}

/** The marks that an earlier `huiyao score --json` saved. @throws BadAnswers */
export function marksIn(path: string): readonly Marks[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadAnswers(path, null, say`${(error as Error).message}`);
  }
  const { marks } = (value ?? {}) as { readonly marks?: unknown };
  if (!Array.isArray(marks)) throw new BadAnswers(path, null, say`not what huiyao score --json writes`);
  return marks.map((one) => restored(one, path));
}

/** How a field was read before and is read now, over the same articles. */
export interface Change {
  readonly field: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Of the strict F1; where nothing was to be found and nothing was, F1 counts as 1. */
  readonly difference: number;
  /** What the difference would be for other draws of such articles: one that holds 0 may be noise. */
  readonly interval: Interval | null;
  /** Ids of articles with more, or fewer, values missed or wrong. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
}

/** The changes of all fields, and how many articles could be compared. */
export interface Comparison {
  readonly compared: number;
  /** Articles that only one of the two has, or whose gold has another number of values now. */
  readonly leftOut: number;
  readonly changes: readonly Change[];
}

const sameGold = (a: Marks, b: Marks): boolean =>
  a.counts.every(({ hits, missed }, i) => {
    const other = b.counts[i] as Counts;
    return hits + missed === other.hits + other.missed;
  });

/** Compares with what was saved, article by article. */
export function compareWith(baseline: readonly Marks[], marks: readonly Marks[]): Comparison {
  const earlier = new Map(baseline.map((one) => [one.id, one]));
  const pairs = marks.flatMap((now) => {
    const before = earlier.get(now.id);
    return before === undefined || !sameGold(before, now) ? [] : [{ before, now }];
  });
  const [before, now] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.now)];
  const [f1sBefore, f1sNow] = [f1sOfDraws(before), f1sOfDraws(now)];
  const gains = (times: Uint32Array): readonly number[] => {
    const earlierF1s = f1sBefore(times);
    return f1sNow(times).map((f1, field) => (f1 ?? 1) - (earlierF1s[field] ?? 1));
  };
  const intervals = intervalsOf(pairs.length, gains);
  const differences = gains(new Uint32Array(pairs.length).fill(1));
  const errors = ({ counts }: Marks, field: number): number => {
    const { missed, spurious } = counts[field] as Counts;
    return missed + spurious;
  };
  const changes = measures.map(({ name }, field): Change => {
    const moved = (direction: 1 | -1): readonly string[] =>
      pairs
        .filter((pair) => Math.sign(errors(pair.now, field) - errors(pair.before, field)) === direction)
        .map((pair) => pair.now.id);
    return {
      field: name,
      before: f1Of(sumOf(before, field)),
      now: f1Of(sumOf(now, field)),
      difference: differences[field] as number,
      interval: intervals[field] ?? null,
      worse: moved(1),
      better: moved(-1),
    };
  });
  const all = new Set([...earlier.keys(), ...marks.map(({ id }) => id)]);
  return { compared: pairs.length, leftOut: all.size - pairs.length, changes };
}

/** Less than this is rounding. */
const NOTHING = 1e-9;

/** Whether a field is read less well than before. With `allowNoise`, only a fall that other articles would show as well. */
export const hasFallen = ({ difference, interval }: Change, allowNoise: boolean): boolean =>
  difference < -NOTHING && (!allowNoise || interval === null || interval.high < 0);

/** Whether a field is read differently at all, in the figures or in an article. */
export const hasMoved = ({ difference, worse, better }: Change): boolean =>
  Math.abs(difference) > NOTHING || worse.length + better.length > 0;
