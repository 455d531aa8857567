import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { matcherOf } from '../../src/batch/glob.ts';
import { extract } from '../../src/index.ts';
import { scratch } from '../scratch.ts';

const { folder, given, huiyao } = scratch();
const ARTICLE = '7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话。';

const recordsIn = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { document: { path: string; line: number; id: unknown } });

test('a small gzip that unpacks to more than the limit is refused, and its neighbours are read', () => {
  given('bomb/a.txt.gz', gzipSync(Buffer.alloc(30_000_000, 'a')));
  given('bomb/b.txt', ARTICLE);
  const { stdout, stderr, status } = huiyao(['extract', 'bomb']);
  expect(status).toBe(1);
  expect(recordsIn(stdout).map(({ document }) => document.path)).toEqual(['bomb/b.txt']);
  expect(stderr).toContain('error[too-large] bomb/a.txt.gz');
});

test('elements within elements without end are read', () => {
  const { officials } = extract(`${'<div>'.repeat(100_000)}<p>${ARTICLE}</p>`);
  expect(officials.map(({ name }) => name)).toEqual(['江一帆']);
});

test('entities that stand for entities are written out once, not again and again', () => {
  const declared = '<!DOCTYPE x [<!ENTITY a "会会"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>';
  const { officials, document } = extract(`${declared}<p>${ARTICLE}</p><p>${'&amp;'.repeat(20_000)}&c;</p>`);
  expect(officials.map(({ name }) => name)).toEqual(['江一帆']);
  expect(document.encoding).toBe('utf-8');
});

test('values within values without end cost their line alone', () => {
  const deep = 200_000;
  const lines = ['['.repeat(deep), `{"text":"${ARTICLE}","more":${'['.repeat(deep)}${']'.repeat(deep)}}`];
  const { stdout, stderr, status } = huiyao(['extract', given('deep.jsonl', lines.join('\n'))]);
  expect(status).toBe(1);
  expect(recordsIn(stdout).map(({ document }) => document.line)).toEqual([2]);
  expect(stderr).toContain('error[json-invalid] deep.jsonl:1:200001');
});

test('a number beyond all numbers is no id', () => {
  const { stdout, status } = huiyao(['extract', given('huge.jsonl', `{"id":1e999,"text":"${ARTICLE}"}`)]);
  expect(status).toBe(0);
  expect(recordsIn(stdout).map(({ document }) => document.id)).toEqual([null]);
});

test('a count of more digits than any crowd has is cut short', () => {
  const { attendees } = extract(`3月5日，江城市召开防汛工作会议。各乡镇干部${'9'.repeat(400)}人参加会议。`);
  for (const { count } of attendees as readonly { count?: number | null }[])
    expect(count ?? 0).toBeLessThanOrEqual(999_999_999);
});

test('articles with the same id are both read', () => {
  const line = `{"id":"a","text":"${ARTICLE}"}\n`;
  const { stdout, status } = huiyao(['extract', given('same.jsonl', line + line)]);
  expect(status).toBe(0);
  expect(recordsIn(stdout).map(({ document }) => [document.id, document.line])).toEqual([
    ['a', 1],
    ['a', 2],
  ]);
});

test('an id that looks like a path is text, and writes nowhere', () => {
  const line = `{"id":"../../outside","title":"/etc/outside","text":"${ARTICLE}"}\n`;
  const { stdout, status } = huiyao(['extract', given('paths.jsonl', line)]);
  expect(status).toBe(0);
  expect(recordsIn(stdout).map(({ document }) => document.id)).toEqual(['../../outside']);
});

test.runIf(process.platform === 'linux')('a line break in a name stands escaped in the record and the message', () => {
  given('names/a\nb.txt', ARTICLE);
  given('names/c\nd.txt', '');
  const { stdout, stderr, status } = huiyao(['extract', 'names']);
  expect(status).toBe(1);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(recordsIn(stdout)[0]?.document.path).toBe('names/a\nb.txt');
  expect(stderr).toContain('names/c\\u{a}d.txt');
});

test.runIf(process.platform === 'linux')('a name that is no UTF-8 fails, and is counted', () => {
  mkdirSync(`${folder}/odd`);
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/odd/a`), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')]),
    ARTICLE,
  );
  given('odd/b.txt', ARTICLE);
  const { stdout, stderr, status } = huiyao(['extract', 'odd']);
  expect(status).toBe(1);
  expect(recordsIn(stdout)).toHaveLength(1);
  expect(stderr).toContain('1 ok, 1 failed, 0 skipped');
});

test('a pattern of paths that is made to take for ever takes no time', () => {
  const matches = matcherOf(`${'*a'.repeat(40)}b`);
  const start = performance.now();
  expect(matches('a'.repeat(4_000))).toBe(false);
  expect(matches(`${'a'.repeat(4_000)}b`)).toBe(true);
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe('an output that is an input is refused, and the input stays as it was', () => {
  const line = `{"id":1,"text":"${ARTICLE}"}\n`;
  given('own/crawl.jsonl', line);
  given('own/a.html', `<p>${ARTICLE}</p>`);
  given('own/list', 'own/crawl.jsonl\n');
  symlinkSync('crawl.jsonl', join(folder, 'own/link.jsonl'));
  linkSync(join(folder, 'own/crawl.jsonl'), join(folder, 'own/twin.jsonl'));

  const calls = [
    ['extract', 'own/crawl.jsonl', '-o', 'own/crawl.jsonl'],
    ['extract', 'own/a.html', './own/../own/crawl.jsonl', '-o', 'own/crawl.jsonl'],
    ['extract', 'own/link.jsonl', '-o', 'own/crawl.jsonl'],
    ['extract', 'own/crawl.jsonl', '-o', 'own/twin.jsonl'],
    ['extract', 'own/crawl.jsonl', '--resume', '-o', 'own/crawl.jsonl'],
    ['extract', 'own/a.html', '--files-from', 'own/list', '-o', 'own/crawl.jsonl'],
    ['extract', '--files-from', 'own/crawl.jsonl', '-o', 'own/crawl.jsonl'],
    ['view', 'own/crawl.jsonl', '-o', 'own/crawl.jsonl'],
    ['restore', 'own/a.html', '--map', 'own/a.html'],
  ];

  test.each(calls.map((args) => [args.join(' '), args] as const))('huiyao %s', (_call, args) => {
    const { stdout, stderr, status } = huiyao(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error\[output-is-input\]: own\/\S+ is read, and would be written over\n {2}help: /u);
    expect(readFileSync(join(folder, 'own/crawl.jsonl'), 'utf8')).toBe(line);
    expect(readFileSync(join(folder, 'own/a.html'), 'utf8')).toBe(`<p>${ARTICLE}</p>`);
  });
});
