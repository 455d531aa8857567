import type { Cell } from './tables.ts';

/**
 * A text that a spreadsheet could take for a formula, also behind white space and in full width, as OWASP lists them. An
 * apostrophe is among them, so that one taken away gives the text back, always.
 */
const FORMULA = /^(?:['\t\r\n\0]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/**
 * A line of CSV (RFC 4180, with CRLF). Text is always quoted, null is empty without quotes: the two can be told apart. A
 * text that a spreadsheet could obey has an apostrophe before it.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return `"${FORMULA.test(cell) ? "'" : ''}${cell.replaceAll('"', '""')}"`;
}
