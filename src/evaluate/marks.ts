import { type Answer, type Measure, measures } from './measures.ts';

/** How the values of one field of one article, or of many, came out. */
export interface Counts {
  /** Values that the gold and the record both have. */
  readonly hits: number;
  readonly missed: number;
  /** Values that the record has and the gold has not. */
  readonly spurious: number;
  /** Hits when values that are near are let pass; never fewer than `hits`. */
  readonly softHits: number;
}

/** How one article was read, field by field in the order of `measures`. */
export interface Marks {
  readonly id: string;
  /** Whether there is no record of it: everything is missed. */
  readonly absent: boolean;
  readonly counts: readonly Counts[];
  /** By field, what was missed (`- words`) and what was wrong (`+ words`). */
  readonly misses: readonly (readonly string[])[];
}

/** How many values of an article are missed or wrong. */
export const errorsOf = ({ counts }: Marks): number =>
  counts.reduce((sum, { missed, spurious }) => sum + missed + spurious, 0);

/** Takes out of `open`, for each of `want`, the first that fits; gives what found no partner. */
function match(want: readonly string[], open: string[], fits: (wanted: string, one: string) => boolean): string[] {
  return want.filter((wanted) => {
    const equal = open.indexOf(wanted);
    const at = equal >= 0 ? equal : open.findIndex((one) => fits(wanted, one));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
}

function compare(measure: Measure, want: readonly string[], have: readonly string[]) {
  const open = [...have];
  const missed = match(want, open, measure.same);
  const hits = want.length - missed.length;
  // Soft pairs are made of what is left, so that no strict pair is broken up for them.
  const stillMissed = match(missed, [...open], measure.near);
  return {
    counts: { hits, missed: missed.length, spurious: open.length, softHits: want.length - stillMissed.length },
    misses: [...missed.map((one) => `- ${one}`), ...open.map((one) => `+ ${one}`)],
  };
}

/** Marks one article; `record` is undefined when there is none. */
export function marksOf(gold: Answer, record: Answer | undefined): Marks {
  const compared = measures.map((measure) =>
    compare(measure, measure.gold(gold), record === undefined ? [] : measure.record(record)),
  );
  return {
    id: String(gold.id),
    absent: record === undefined,
    counts: compared.map(({ counts }) => counts),
    misses: compared.map(({ misses }) => misses),
  };
}
