import { harmless } from './harmless.ts';
import { columnsOf } from './width.ts';

/**
 * Rows of cells as lines whose columns stand below each other in a terminal, also under double-width characters. What a
 * terminal would obey in a cell is shown instead. The last column may be as long as it is.
 */
export function aligned(rows: readonly (readonly string[])[], indent = ''): string {
  const shown = rows.map((row) => row.map(harmless));
  const widths: number[] = [];
  for (const row of shown) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, columnsOf(cell));
  }
  return shown
    .map(
      (row) =>
        `${indent}${row.map((cell, at) => cell + ' '.repeat((widths[at] as number) - columnsOf(cell))).join('  ')}`,
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
