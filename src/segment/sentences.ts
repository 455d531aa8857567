import type { Span } from '../model/span.ts';

const ENDS = new Set('。！？!?…');
const CLOSERS = new Set('”’"』」）)》');

/**
 * The sentences of one line: up to and with 。！？ and the closing quotes behind it.
 * 他说：“好。”大家鼓掌。  →  他说：“好。” · 大家鼓掌。
 */
export function sentencesOf(text: string, line: Span): readonly Span[] {
  const found: Span[] = [];
  let start = line.start;
  for (let at = line.start; at < line.end; at++) {
    if (!ENDS.has(text[at] as string)) continue;
    let end = at + 1;
    while (end < line.end && (ENDS.has(text[end] as string) || CLOSERS.has(text[end] as string))) end++;
    found.push({ start, end });
    while (end < line.end && isSpace(text.charCodeAt(end))) end++;
    start = end;
    at = end - 1;
  }
  if (start < line.end) found.push({ start, end: line.end });
  return found;
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 9;
