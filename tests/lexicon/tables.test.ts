import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../src/lexicon/', import.meta.url);
const tables = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
const sources = readFileSync(new URL('SOURCES.md', folder), 'utf8');

test('every table has its line in SOURCES.md, and every line its table', () => {
  const listed = [...sources.matchAll(/^\| `(?<name>[\w-]+\.tsv)` +\|/gmu)].map(({ groups }) => groups?.name);
  expect(listed).toEqual([...tables].sort());
});

describe.each(tables)('%s', (name) => {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [columns = '', ...entries] = rows;

  test('opens with a comment and the names of its columns', () => {
    expect(lines[0]).toMatch(/^# \S/u);
    expect(columns).toMatch(/^[a-z]+(?:\t[a-z]+)*$/u);
  });

  test('has no more cells than columns, no blank ends, and a first cell in every line', () => {
    const width = columns.split('\t').length;
    for (const entry of entries) {
      const cells = entry.split('\t');
      expect(cells.length, entry).toBeLessThanOrEqual(width);
      expect(cells[0], entry).not.toBe('');
      for (const cell of cells) expect(cell, entry).not.toMatch(/^ | $/u);
    }
  });

  test('is sorted by code point, and says nothing twice', () => {
    const keys = entries.map((entry) => entry.split('\t')[0] as string);
    const inOrder = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(keys).toEqual(inOrder);
    expect(new Set(entries).size).toBe(entries.length);
  });
});
