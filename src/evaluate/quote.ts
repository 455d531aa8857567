import { codeUnitsOf } from '../emit/code-points.ts';
import { lineColumnsOf } from '../emit/line-column.ts';
import type { Stretch } from './difference.ts';

/** Words of an article with their place and a little of what stands around them in the same line. */
export interface Quote {
  readonly words: string;
  /** 1-based; columns count code points. The end is the place behind the last character. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly before: string;
  readonly after: string;
}

/** So many characters are shown on either side. */
const CONTEXT = 12;
const LINE_BREAK = /[\r\n]/u;

/** The last characters of a text that stand in one line. */
const tailOf = (text: string): string => [...(text.split(LINE_BREAK).at(-1) as string)].slice(-CONTEXT).join('');
const headOf = (text: string): string => [...(text.split(LINE_BREAK)[0] as string)].slice(0, CONTEXT).join('');

/** Quotes stretches of evidence from the source that they count in. A stretch that lies outside of it is left out. */
export function quotesOf(source: string, evidence: readonly Stretch[]): readonly Quote[] {
  const units = codeUnitsOf(source);
  return evidence.flatMap(({ start, end }) => {
    const [from, to] = [units(start), units(end)];
    if (from < 0 || from > to || to > source.length) return [];
    const place = lineColumnsOf(source);
    const { line, column } = place(from);
    const { line: endLine, column: endColumn } = place(to);
    // A window that is wide enough for surrogate pairs.
    const before = tailOf(source.slice(Math.max(0, from - 2 * CONTEXT), from));
    const after = headOf(source.slice(to, to + 2 * CONTEXT));
    return [{ words: source.slice(from, to), line, column, endLine, endColumn, before, after }];
  });
}
