import type { Span } from '../model/span.ts';

/** The lines of a text without their breaks and outer space; lines of nothing but space are left out. */
export function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    let start = at;
    let stop = end;
    while (start < stop && isSpace(text.charCodeAt(start))) start++;
    while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop--;
    if (start < stop) found.push({ start, end: stop });
    at = end + 1;
  }
  return found;
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 9 || unit === 0xfeff;
