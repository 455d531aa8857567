import { harmless } from './harmless.ts';
import { columnsOf } from './width.ts';

/** A stretch of one line of a text: `column` is 1-based, it and `length` count code points. */
export interface Frame {
  readonly line: number;
  readonly text: string;
  readonly column: number;
  readonly length: number;
}

/** How much of a line is shown before the stretch, and in all, in code points. */
const BEFORE = 30;
const SHOWN = 64;

/**
 * A line with carets under a stretch of it, as a terminal shows it: wide characters take two carets. Of a long line only
 * the surroundings are shown.
 *
 *     3 | 市长喵小白
 *       |     ^^^^^^
 */
export function codeFrame({ line, text, column, length }: Frame): string {
  const points = [...text];
  const at = Math.min(column - 1, points.length);
  const from = points.length <= SHOWN ? 0 : Math.max(0, at - BEFORE);
  const to = Math.min(points.length, from + SHOWN);
  const before = (from > 0 ? '…' : '') + shown(points.slice(from, at));
  const marked = shown(points.slice(at, Math.min(to, at + length)));
  const behind = shown(points.slice(Math.min(to, at + length), to)) + (to < points.length ? '…' : '');
  const number = String(line);
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)));
  return `  ${number} | ${before}${marked}${behind}\n  ${' '.repeat(number.length)} | ${' '.repeat(columnsOf(before))}${carets}\n`;
}

/** A tab has no width of its own, so it is shown as four spaces; what would steer the terminal is written out. */
const shown = (points: readonly string[]): string =>
  points.map((one) => (one === '\t' ? '    ' : harmless(one))).join('');
