import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsIn } from '../../scripts/fuzz/checks.mjs';
import { extract, restore } from '../../src/index.ts';
import { damagedBytes } from './damaged-bytes.ts';
import { type KnownArticle, knownArticles } from './known-articles.ts';
import { program } from './program.ts';

/** A short run with a seed that stays the same; `npm run fuzz` reads short inputs by the million. */
const settings = { seed: 20241020, numRuns: 400 };

/** Milliseconds that an article of some kilobytes may take, on a machine that does other work as well. */
const LIMIT = 5_000;

/** What is wrong with the reading of an input, whatever its bytes are; nothing when it was refused, as it may be. */
function faultsOf(content: Buffer | string): readonly string[] {
  const start = performance.now();
  const input = { kind: 'articles', content, format: null, published: null, wanted: null, isGenuine: false };
  const faults = faultsIn(program, input) ?? [];
  const taken = performance.now() - start;
  return taken > LIMIT ? [...faults, `took ${taken.toFixed(0)} ms`] : faults;
}

describe('whatever comes', () => {
  test('fixtures with damaged bytes give a valid record with exact evidence, or are refused', () => {
    fc.assert(
      fc.property(damagedBytes, (bytes) => {
        expect(faultsOf(bytes)).toEqual([]);
      }),
      settings,
    );
  });

  test('articles made from a record give that record', () => {
    fc.assert(
      fc.property(knownArticles, (article) => {
        expect(readingOf(article)).toEqual(rightReadingOf(article));
      }),
      settings,
    );
  });

  test('any text at all is read or refused', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.tuple(knownArticles, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 3 })
        .map((parts) => parts.map(([{ text }, noise]) => text.slice(0, 60) + noise + text.slice(60)).join('\n')),
    );
    fc.assert(
      fc.property(text, (words) => {
        expect(faultsOf(words)).toEqual([]);
      }),
      settings,
    );
  });
});

function readingOf({ text, published }: KnownArticle) {
  const record = extract(text, { published, format: 'text' });
  expect(program.faultsOf(record, restore(text, { format: 'text' }))).toEqual([]);
  return {
    meeting: record.meeting?.name,
    date: record.date?.start,
    people: record.officials.map(({ name, titles, roles }) => ({ name, titles: titles.map((one) => one.text), roles })),
    items: record.workPlan.map((item) => item.text.replace(/[；。]$/u, '')),
  };
}

const rightReadingOf = ({ meeting, date, people, items }: KnownArticle) => ({
  meeting,
  date,
  people: people.map(({ name, title, role }) => ({
    name,
    titles: [title],
    roles: role === 'speak' ? ['speak', 'attend'] : [role],
  })),
  items,
});
