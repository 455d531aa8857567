import { type Answer, type Measure, measures } from './measures.ts';

/** How well one field was read; a ratio over nothing is null. */
export interface FieldScore {
  /** How many values the gold has. */
  readonly gold: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** How well articles were read. */
export interface Score {
  readonly articles: number;
  /** Articles without a record. */
  readonly absent: number;
  /** Articles in which every value of every field is right. */
  readonly perfect: number;
  readonly fields: Readonly<Record<string, FieldScore>>;
  /** The mean of the F1 of the fields that have one. */
  readonly macroF1: number;
}

/** A score, and by field what was missed (`-`) and what was wrong (`+`), a line each. */
export interface Scored {
  readonly score: Score;
  readonly misses: Readonly<Record<string, readonly string[]>>;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Pairs what the gold has with what the record has, the equal before the similar, and gives what found no partner. */
function pair(measure: Measure, want: readonly string[], have: readonly string[]) {
  const open = [...have];
  const missed: string[] = [];
  for (const wanted of want) {
    let at = open.indexOf(wanted);
    if (at < 0) at = open.findIndex((one) => measure.same(wanted, one));
    if (at < 0) missed.push(wanted);
    else open.splice(at, 1);
  }
  return { missed, spurious: open, hits: want.length - missed.length };
}

/** Measures records against gold. `recordOf` gives the record of a gold answer; undefined when there is none. */
export function score(gold: readonly Answer[], recordOf: (answer: Answer) => Answer | undefined): Scored {
  const totals = measures.map((measure) => ({ measure, hits: 0, missed: 0, spurious: 0, misses: [] as string[] }));
  let absent = 0;
  let perfect = 0;
  for (const answer of gold) {
    const record = recordOf(answer);
    if (record === undefined) absent++;
    let right = record !== undefined;
    for (const total of totals) {
      const { measure } = total;
      const { hits, missed, spurious } = pair(
        measure,
        measure.gold(answer),
        record === undefined ? [] : measure.record(record),
      );
      total.hits += hits;
      total.missed += missed.length;
      total.spurious += spurious.length;
      total.misses.push(...missed.map((one) => `${answer.id}  - ${one}`));
      total.misses.push(...spurious.map((one) => `${answer.id}  + ${one}`));
      if (missed.length + spurious.length > 0) right = false;
    }
    if (right) perfect++;
  }
  const fields = Object.fromEntries(
    totals.map(({ measure, hits, missed, spurious }): [string, FieldScore] => [
      measure.name,
      {
        gold: hits + missed,
        precision: ratio(hits, hits + spurious),
        recall: ratio(hits, hits + missed),
        f1: ratio(2 * hits, 2 * hits + spurious + missed),
      },
    ]),
  );
  const scores = Object.values(fields).flatMap(({ f1 }) => (f1 === null ? [] : [f1]));
  const macroF1 = scores.reduce((sum, f1) => sum + f1, 0) / scores.length;
  return {
    score: { articles: gold.length, absent, perfect, fields, macroF1 },
    misses: Object.fromEntries(totals.map(({ measure, misses }) => [measure.name, misses])),
  };
}

const percent = (value: number | null): string => (value === null ? '-' : (value * 100).toFixed(1)).padStart(5);

/** A score as a table. */
export function scoreTable({ articles, absent, perfect, fields, macroF1 }: Score): string {
  const rows = Object.entries(fields).map(
    ([name, { gold, precision, recall, f1 }]) =>
      `${name.padEnd(18)} ${String(gold).padStart(5)}      ${percent(precision)}   ${percent(recall)}  ${percent(f1)}\n`,
  );
  return `field               gold  precision  recall     F1\n${rows.join('')}articles ${articles}, without a record ${absent}, every field right ${perfect}, macro F1 ${percent(macroF1)}\n`;
}
