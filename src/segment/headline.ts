import type { Span } from '../model/span.ts';

/** A longer first line is a paragraph, whatever it ends with. */
const LONGEST = 60;
const CLOSING = new Set('。！!？?；;：:，,、');

/** Index of the headline among the lines: a short first line that no closing mark ends, with more text below it. */
export function headlineOf(text: string, paragraphs: readonly Span[]): number | null {
  const [first] = paragraphs;
  if (first === undefined || paragraphs.length < 2) return null;
  const last = text[first.end - 1] as string;
  const question = last === '！' || last === '？' || last === '!' || last === '?';
  return first.end - first.start <= LONGEST && (question || !CLOSING.has(last)) ? 0 : null;
}
