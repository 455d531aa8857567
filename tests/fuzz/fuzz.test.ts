import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../src/evaluate/evidence.ts';
import { extract, restore, UnreadableInput } from '../../src/index.ts';
import { damagedBytes } from './damaged-bytes.ts';
import { type KnownArticle, knownArticles } from './known-articles.ts';

/** A short run with a seed that stays the same; `npm run fuzz` sets the minutes and draws its own. */
const MINUTES = Number(process.env.HUIYAO_FUZZ_MINUTES ?? 0);
const SEED = Number(process.env.HUIYAO_FUZZ_SEED ?? 20241020);
const SHARE = 3;
const RUNS = MINUTES > 0 ? 100_000_000 : 400;
const settings = {
  seed: SEED,
  numRuns: RUNS,
  ...(MINUTES > 0 ? { interruptAfterTimeLimit: (MINUTES * 60_000) / SHARE, markInterruptAsFailure: false } : {}),
};
const PATIENCE = MINUTES * 60_000 + 60_000;

/** Milliseconds that an article of some kilobytes may take, on a machine that does other work as well. */
const LIMIT = 5_000;

/** What is wrong with the reading of an input, whatever its bytes are. Null when it was refused, as it may be. */
function faultsIn(input: Uint8Array | string): readonly unknown[] | null {
  const start = performance.now();
  try {
    const record = extract(input);
    const taken = performance.now() - start;
    const faults: unknown[] = [...faultsOf(record, restore(input))];
    if (taken > LIMIT) faults.push(`took ${taken.toFixed(0)} ms`);
    if (!JSON.stringify(record).isWellFormed()) faults.push('is no well-formed Unicode');
    return faults;
  } catch (error) {
    // Any other error is a bug, an invalid record among them.
    if (error instanceof UnreadableInput) return null;
    throw error;
  }
}

function tell(name: string, count: number): void {
  if (MINUTES > 0) process.stderr.write(`${name}: ${count} inputs, seed ${SEED}\n`);
}

describe('whatever comes', () => {
  test('fixtures with damaged bytes give a valid record with exact evidence, or are refused', {
    timeout: PATIENCE,
  }, () => {
    let count = 0;
    fc.assert(
      fc.property(damagedBytes, (bytes) => {
        count++;
        expect(faultsIn(bytes) ?? []).toEqual([]);
      }),
      settings,
    );
    tell('damaged bytes', count);
  });

  test('articles made from a record give that record', { timeout: PATIENCE }, () => {
    let count = 0;
    fc.assert(
      fc.property(knownArticles, (article) => {
        count++;
        expect(readingOf(article)).toEqual(rightReadingOf(article));
      }),
      settings,
    );
    tell('known articles', count);
  });

  test('any text at all is read or refused', { timeout: PATIENCE }, () => {
    let count = 0;
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.tuple(knownArticles, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 3 })
        .map((parts) => parts.map(([{ text }, noise]) => text.slice(0, 60) + noise + text.slice(60)).join('\n')),
    );
    fc.assert(
      fc.property(text, (words) => {
        count++;
        expect(faultsIn(words) ?? []).toEqual([]);
      }),
      settings,
    );
    tell('any text', count);
  });
});

function readingOf({ text, published }: KnownArticle) {
  const record = extract(text, { published, format: 'text' });
  expect(faultsOf(record, restore(text, { format: 'text' }))).toEqual([]);
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

/** Inputs that broke a promise once, as they were found. */
const FOUND = fileURLToPath(new URL('../../fixtures/found/', import.meta.url));

describe('what broke a promise once', () => {
  test.each(readdirSync(FOUND).sort())('%s', (name) => {
    expect(faultsIn(readFileSync(`${FOUND}${name}`)) ?? []).toEqual([]);
  });
});
