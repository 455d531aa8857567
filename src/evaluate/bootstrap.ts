/** A range that holds 95 of 100 resampled values. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** So often the articles are drawn anew; more would move the ends of an interval by less than they mean. */
const RESAMPLES = 1000;
const TAIL = 0.025;
/** Any fixed number does: the same articles must give the same interval every time. */
const SEED = 20_241_019;

/** Numbers from 0 up to 1 that look like chance (mulberry32), the same for the same seed on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The 95 % intervals of figures of a set of articles, by drawing as many articles with replacement, a thousand times
 * (percentile bootstrap). `figuresOf` is given how often each article was drawn. A figure that is null in a draw is left
 * out of it; one article alone has no interval.
 */
export function intervalsOf(
  articles: number,
  figuresOf: (times: Uint32Array) => readonly (number | null)[],
): readonly (Interval | null)[] {
  if (articles < 2) return figuresOf(new Uint32Array(articles).fill(1)).map(() => null);
  const next = chance(SEED);
  const drawn: number[][] = [];
  const times = new Uint32Array(articles);
  for (let draw = 0; draw < RESAMPLES; draw++) {
    times.fill(0);
    for (let i = 0; i < articles; i++) {
      const one = Math.floor(next() * articles);
      times[one] = (times[one] as number) + 1;
    }
    for (const [i, figure] of figuresOf(times).entries()) {
      drawn[i] ??= [];
      if (figure !== null) drawn[i].push(figure);
    }
  }
  return drawn.map((values) => {
    if (values.length === 0) return null;
    values.sort((a, b) => a - b);
    const at = (share: number): number => values[Math.round(share * (values.length - 1))] as number;
    return { low: at(TAIL), high: at(1 - TAIL) };
  });
}
