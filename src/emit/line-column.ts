import type { Span } from '../model/span.ts';

/** Tells where offsets of a text stand: line and column, both 1-based, the column in code points. Offsets must not fall. */
export function lineColumnsOf(text: string): (unit: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  let next = text.indexOf('\n');
  return (unit) => {
    while (next >= 0 && next < unit) {
      line++;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return { line, column: [...text.slice(lineStart, unit)].length + 1 };
  };
}

/** A stretch of a text as its first line shows it: place, line and length as a code frame wants them. */
export function lineAt(
  text: string,
  { start, end }: Span,
): { readonly line: number; readonly column: number; readonly text: string; readonly length: number } {
  const { line, column } = lineColumnsOf(text)(start);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const whole = text.slice(start === 0 ? 0 : from, next < 0 ? text.length : next).replace(/\r$/u, '');
  return { line, column, text: whole, length: [...text.slice(start, end)].length };
}

/** More code units on either side of a stretch than a code frame ever shows. */
const WINDOW = 256;

/**
 * As much of the line around a stretch as a code frame shows, and where the stretch stands in it: a line may be as long as
 * its text, and have a stretch at every other place.
 */
export function windowAt(
  text: string,
  { start, end }: Span,
): { readonly text: string; readonly column: number; readonly length: number } {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const inLine = before.slice(before.lastIndexOf('\n') + 1);
  const [behind = ''] = text.slice(start, start + WINDOW).split('\n', 1);
  return {
    text: (inLine + behind).replace(/\r$/u, ''),
    column: [...inLine].length + 1,
    length: [...text.slice(start, Math.min(end, start + WINDOW))].length,
  };
}
