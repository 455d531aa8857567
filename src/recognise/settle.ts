import type { Span } from '../model/span.ts';

/** A reading of a stretch that competes with others for its words. */
export interface Rival extends Span {
  /** What speaks for it, in natural logarithms of the odds; only rivals above nought can win. */
  readonly odds: number;
}

/** The best set of readings that do not overlap: the one whose odds add up to the most. The one place where overlaps are decided. */
export function settle<T extends Rival>(rivals: readonly T[]): readonly T[] {
  const sorted = rivals.filter((rival) => rival.odds > 0).sort((a, b) => a.end - b.end || a.start - b.start);
  const best: number[] = [0];
  const before: number[] = [];
  for (const [index, rival] of sorted.entries()) {
    let low = 0;
    let high = index;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as T).end <= rival.start) low = middle + 1;
      else high = middle;
    }
    before.push(low);
    best.push(Math.max(best[index] as number, (best[low] as number) + rival.odds));
  }
  const won: T[] = [];
  for (let index = sorted.length; index > 0; ) {
    if ((best[index] as number) > (best[index - 1] as number)) {
      won.push(sorted[index - 1] as T);
      index = before[index - 1] as number;
    } else index--;
  }
  return won.reverse();
}
