import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { damagesOf } from '../../scripts/damage.mjs';
import { jsonSchema } from '../../src/emit/json-schema.ts';
import { InvalidRecord, recordOf } from '../../src/emit/record.ts';
import { read } from '../../src/fields/index.ts';
import { extract, restore, schema } from '../../src/index.ts';
import { articleOf, recogniseArticle, restoreArticle } from '../../src/pipeline.ts';

const ARTICLE = new URL('../../fixtures/articles/college-staff-meeting/article.txt', import.meta.url);
const TEXT = '江城市召开防汛工作会议\n7月2日，江城市防汛工作会议召开。市水务局局长江一帆主持会议。';
const PAGE = `<html><head><title>网页标题</title><meta name="publishdate" content="2024-07-05"></head><body><p>7月2日，江城市防汛工作会议在市水务局召开，市水务局局长江一帆主持会议并讲话，各县区负责同志参加会议。</p></body></html>`;

test('every key is there, in the order of the schema', () => {
  expect(Object.keys(extract(TEXT))).toEqual(Object.keys(schema.shape));
  expect(Object.keys(extract(TEXT).document)).toEqual(Object.keys(schema.shape.document.shape));
});

test('the JSON Schema has the same keys', () => {
  expect(Object.keys((jsonSchema() as { properties: object }).properties)).toEqual(Object.keys(schema.shape));
});

test.each([
  'lines that end in CR LF',
  'traditional, by words',
  'annotations, traditional',
  'UTF-8 read as Latin-1',
  'GBK bytes',
  'UTF-16 bytes',
  'entities',
])('the same article has the same id: %s', (kind) => {
  const { clean } = restoreArticle(articleOf(readFileSync(ARTICLE)));
  const damaged = damagesOf([])[kind]?.damage(clean, 1) as string | Uint8Array;
  expect(damaged).not.toBe(clean);
  expect(extract(damaged).id).toBe(extract(clean).id);
});

test.each([
  ['as it is', Buffer.from(TEXT)],
  ['with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['with half a character in place of one', Buffer.concat([Buffer.from(TEXT), Buffer.of(0xf0, 0x9f, 0x98)])],
  ['with lines that end in CR LF', Buffer.from(TEXT.replace('\n', '\r\n'))],
  ['as a text with half a character', `${TEXT}\uD83D`],
])('the id is the digest of the clean text: %s', (_, input) => {
  const digest = createHash('sha256').update(restore(input).clean).digest('hex');
  expect(extract(input).id).toBe(digest.slice(0, 32));
});

describe('the title', () => {
  test('comes from beside the text, else from the headline', () => {
    expect(extract(TEXT, { title: '别的标题' }).document.title).toBe('别的标题');
    expect(extract(TEXT).document.title).toBe('江城市召开防汛工作会议');
    expect(extract(TEXT.slice(TEXT.indexOf('\n') + 1)).document.title).toBe(null);
  });

  test('else from the page', () => {
    expect(extract(PAGE).document.title).toContain('网页标题');
  });
});

describe('the day of publication', () => {
  test.each([
    ['2024-10-20', '2024-10-20'],
    ['2024/1/2 08:30', '2024-01-02'],
    ['2024年10月20日', '2024-10-20'],
    ['2024-10-20T23:30:00Z', '2024-10-20'],
    ['2024-02-30', null],
    ['last week', null],
  ])('%s → %s', (published, day) => {
    expect(extract(TEXT, { published }).document.published).toBe(day);
  });

  test('is read from the name of the file when nothing else says it', () => {
    expect(extract(TEXT, { path: 'news/20240702-a.txt' }).document.published).toBe('2024-07-02');
    expect(extract(TEXT, { path: '2023-01-01/a.txt' }).document.published).toBe(null);
  });
});

test('a lone surrogate never leaves', () => {
  const record = extract(`${TEXT}\uD83D`, { title: 'x\uDC00' });
  expect(record.document.title).toBe('x\uFFFD');
  expect(JSON.stringify(record)).not.toMatch(/\\ud[89a-f]/iu);
});

test('a record that is not of the form is refused, with the place', () => {
  const article = read(recogniseArticle(articleOf(TEXT)));
  expect(() => recordOf({ ...article, values: { ...article.values, officials: [{ name: '' }] } })).toThrow(
    InvalidRecord,
  );
  expect(() => recordOf({ ...article, values: { ...article.values, outlet: { name: '某报', evidence: [] } } })).toThrow(
    /outlet\.evidence/u,
  );
});
