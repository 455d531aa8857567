/** A character of two code units and one code point (𠮷). */
const PAIR = /[\u{10000}-\u{10FFFF}]/gu;

/**
 * Turns offsets that count UTF-16 code units of a text into offsets that count its code points. A lone surrogate is one
 * code point, as it is in Python.
 */
export function codePointsOf(text: string): (unit: number) => number {
  const seconds: number[] = [];
  for (const pair of text.matchAll(PAIR)) seconds.push(pair.index + 1);
  if (seconds.length === 0) return (unit) => unit;
  return (unit) => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((seconds[middle] as number) >= unit) high = middle;
      else low = middle + 1;
    }
    return unit - low;
  };
}

/** The way back: turns offsets that count code points of a text into offsets that count its code units. */
export function codeUnitsOf(text: string): (point: number) => number {
  const pairs: number[] = [];
  for (const pair of text.matchAll(PAIR)) pairs.push(pair.index - pairs.length);
  if (pairs.length === 0) return (point) => point;
  return (point) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle] as number) >= point) high = middle;
      else low = middle + 1;
    }
    return point + low;
  };
}
