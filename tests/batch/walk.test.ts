import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matcherOf } from '../../src/batch/glob.ts';
import { byCodePoint, kindOf, walk } from '../../src/batch/walk.ts';

describe('a walk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
    mkdirSync(join(folder, 'a/inner'), { recursive: true });
    for (const name of ['a/x.txt', 'a/inner/y.MD', 'a.txt', '.hidden.txt', 'z.csv', '𠮷.txt', '\uFF21.txt']) {
      writeFileSync(join(folder, name), 'x');
    }
    symlinkSync('..', join(folder, 'a/loop'));
    symlinkSync('nowhere', join(folder, 'dangling.txt'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const steps = async (leftOut?: (path: string) => boolean): Promise<string[]> => {
    const found: string[] = [];
    for await (const step of walk(folder, leftOut)) {
      found.push(step.step === 'problem' ? `! ${step.problem.code}` : `${step.step} ${relative(folder, step.path)}`);
    }
    return found;
  };

  test('keeps the order of code points, enters a folder once, and passes over what is hidden', async () => {
    expect(await steps()).toEqual([
      'file a.txt',
      'file a/inner/y.MD',
      'file a/x.txt',
      'file dangling.txt',
      'skipped z.csv',
      'file \uFF21.txt',
      'file 𠮷.txt',
    ]);
  });

  test('leaves out files and whole folders', async () => {
    const matches = matcherOf('inner');
    expect(await steps(matches)).toContain('skipped a/inner');
    expect(await steps(matches)).not.toContain('file a/inner/y.MD');
  });
});

test.each([
  ['a.txt', 'text'],
  ['A.HTML', 'html'],
  ['x/y.ndjson.gz', 'jsonl'],
  ['a.gz', null],
  ['a.tar.gz', null],
  ['txt', null],
  ['x.txt/y', null],
])('%s holds %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test.each([
  ['*.jpg', 'a/b.jpg', true],
  ['*.jpg', 'b.jpg.txt', false],
  ['drafts', 'news/drafts', true],
  ['drafts', 'news/drafts-2', false],
  ['news/*.txt', 'news/a/b.txt', false],
  ['news/**/*.txt', 'news/a/b.txt', true],
  ['news/**/*.txt', 'news/b.txt', true],
  ['a?.txt', 'ab.txt', true],
  ['a?.txt', 'a.txt', false],
  ['[a].(txt)', 'x/[a].(txt)', true],
  ['会*.txt', '会议.txt', true],
])('%s against %s: %s', (pattern, path, expected) => {
  expect(matcherOf(pattern)(path)).toBe(expected);
});

test('code points, not code units, decide the order', () => {
  expect(['𠮷', '\uFF21', 'a', 'ab', ''].sort(byCodePoint)).toEqual(['', 'a', 'ab', '\uFF21', '𠮷']);
});
