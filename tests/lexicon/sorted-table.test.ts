import { expect, test } from 'vitest';
import { loadTable } from '../../src/lexicon/load.ts';
import { SortedTable } from '../../src/lexicon/sorted-table.ts';

const rows = loadTable('common-words');
const table = new SortedTable('common-words', (cells) => cells.join(' '));
const whole = (word: string): string | undefined => table.getAt(word, 0, word.length);

test('every line of a sorted table is found, wherever its word stands', () => {
  for (const { word = '', count, tag } of rows) {
    expect(table.getAt(`万${word}一`, 1, 1 + word.length)).toBe(`${word} ${count} ${tag}`);
  }
});

test('what is no word of the table is not found, nor is a part of one or more than one', () => {
  const words = new Set(rows.map(({ word }) => word));
  for (const { word = '' } of rows) {
    for (const other of [word.slice(0, -1), `${word}一`, `${word}\u{10ffff}`, word.slice(1)]) {
      expect(whole(other) !== undefined, other).toBe(words.has(other));
    }
  }
  for (const other of ['', '\t', '\n', '#', '\0', '\uffff', 'word', '一']) {
    expect(whole(other) !== undefined, other).toBe(words.has(other));
  }
});
