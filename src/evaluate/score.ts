import { type Interval, intervalsOf } from './bootstrap.ts';
import { type Counts, type Marks, marksOf } from './marks.ts';
import { type Answer, measures } from './measures.ts';

/** Shares of values, from 0 to 1; a ratio over nothing is null. */
export interface Figures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** How well one field was read, strictly; `soft` lets pass what is near. */
export interface FieldScore extends Figures {
  /** How many values the gold has. */
  readonly gold: number;
  /** Of the strict F1; null for a single article, and where there is no F1. */
  readonly interval: Interval | null;
  readonly soft: Figures;
}

/** How well articles were read. */
export interface Score {
  readonly articles: number;
  /** Articles without a record. */
  readonly absent: number;
  /** Articles in which every value of every field is right. */
  readonly perfect: number;
  readonly fields: Readonly<Record<string, FieldScore>>;
  /** The mean of the F1 of the fields that have one; null when none has. */
  readonly macroF1: number | null;
  readonly macroInterval: Interval | null;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** F1 of counts. */
export const f1Of = ({ hits, missed, spurious }: Omit<Counts, 'softHits'>): number | null =>
  ratio(2 * hits, 2 * hits + spurious + missed);

/** Adds up one field over articles. */
export function sumOf(marks: readonly Marks[], field: number): Counts {
  let [hits, missed, spurious, softHits] = [0, 0, 0, 0];
  for (const { counts } of marks) {
    const one = counts[field] as Counts;
    hits += one.hits;
    missed += one.missed;
    spurious += one.spurious;
    softHits += one.softHits;
  }
  return { hits, missed, spurious, softHits };
}

/**
 * The F1 of every field when each article was drawn so many times. It is asked a thousand times, so the counts lie side by
 * side: 10,000 articles take a second or two.
 */
export function f1sOfDraws(marks: readonly Marks[]): (times: Uint32Array) => readonly (number | null)[] {
  const columns = measures.map((_, field) => {
    const counts = marks.map((one) => one.counts[field] as Counts);
    return {
      hits: Uint32Array.from(counts, ({ hits }) => hits),
      errors: Uint32Array.from(counts, ({ missed, spurious }) => missed + spurious),
    };
  });
  return (times) =>
    columns.map((column) => {
      let [hits, errors] = [0, 0];
      for (let i = 0; i < times.length; i++) {
        const often = times[i] as number;
        hits += often * (column.hits[i] as number);
        errors += often * (column.errors[i] as number);
      }
      return ratio(2 * hits, 2 * hits + errors);
    });
}

const figuresOf = ({ hits, missed, spurious }: Omit<Counts, 'softHits'>): Figures => ({
  precision: ratio(hits, hits + spurious),
  recall: ratio(hits, hits + missed),
  f1: f1Of({ hits, missed, spurious }),
});

const softened = ({ hits, missed, spurious, softHits }: Counts): Omit<Counts, 'softHits'> => {
  const more = softHits - hits;
  return { hits: softHits, missed: missed - more, spurious: spurious - more };
};

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The score of articles that were marked. */
export function scoreOf(marks: readonly Marks[]): Score {
  const f1sOf = f1sOfDraws(marks);
  const intervals = intervalsOf(marks.length, (times) => {
    const f1s = f1sOf(times);
    return [...f1s, meanOf(f1s)];
  });
  const fields = measures.map(({ name }, field): [string, FieldScore] => {
    const counts = sumOf(marks, field);
    const figures = figuresOf(counts);
    const interval = figures.f1 === null ? null : (intervals[field] ?? null);
    return [name, { gold: counts.hits + counts.missed, ...figures, interval, soft: figuresOf(softened(counts)) }];
  });
  return {
    articles: marks.length,
    absent: marks.filter(({ absent }) => absent).length,
    perfect: marks.filter(({ absent, misses }) => !absent && misses.every((ones) => ones.length === 0)).length,
    fields: Object.fromEntries(fields),
    macroF1: meanOf(fields.map(([, { f1 }]) => f1)),
    macroInterval: intervals[measures.length] ?? null,
  };
}

/** Marks records against gold. `recordOf` gives the record of a gold answer; undefined when there is none. */
export const mark = (gold: readonly Answer[], recordOf: (answer: Answer) => Answer | undefined): readonly Marks[] =>
  gold.map((answer) => marksOf(answer, recordOf(answer)));

/** By field, what was missed and what was wrong in each article, a line each. */
export const missesOf = (marks: readonly Marks[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    measures.map(({ name }, field) => [
      name,
      marks.flatMap(({ id, misses }) => (misses[field] ?? []).map((one) => `${id}  ${one}`)),
    ]),
  );
