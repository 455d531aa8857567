import { expect, test } from 'vitest';
import { loadCounts } from '../../src/lexicon/counts.ts';
import { loadTable } from '../../src/lexicon/load.ts';

test('columns of counts say what the rows of their table say', () => {
  const rows = loadTable('given-names');
  const { units, columns } = loadCounts('given-names');
  expect(Array.from(units, (unit) => String.fromCharCode(unit))).toEqual(rows.map((row) => row.character));
  expect(Object.keys(columns)).toEqual(Object.keys(rows[0] ?? {}).slice(1));
  for (const [name, column] of Object.entries(columns)) {
    expect(Array.from(column, String)).toEqual(rows.map((row) => row[name]));
  }
});
