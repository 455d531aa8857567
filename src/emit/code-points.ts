/**
 * Turns offsets that count UTF-16 code units of a text into offsets that count its code points. A lone surrogate is one
 * code point, as it is in Python.
 */
export function codePointsOf(text: string): (unit: number) => number {
  const seconds = pairsIn(text).map((at) => at + 1);
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
  const pairs = pairsIn(text).map((at, before) => at - before);
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

/** Where characters of two code units and one code point (𠮷) stand. Most texts have none. */
function pairsIn(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    if (!isHighSurrogate(text.charCodeAt(at)) || !isLowSurrogate(text.charCodeAt(at + 1))) continue;
    found.push(at);
    at++;
  }
  return found;
}

const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;
