import { expect, test } from 'vitest';
import { quotesOf } from '../../src/evaluate/quote.ts';

test('words are quoted with their place in lines and code points, and what stands around them in the line', () => {
  const source = '标题\n𠮷林省江城市防汛工作会议在市水务局召开。\n末行';
  const start = [...'标题\n𠮷林省'].length;
  expect(quotesOf(source, [{ start, end: start + 9 }])).toEqual([
    {
      words: '江城市防汛工作会议',
      line: 2,
      column: 4,
      endLine: 2,
      endColumn: 13,
      before: '𠮷林省',
      after: '在市水务局召开。',
    },
  ]);
});

test('words over several lines end where they end', () => {
  expect(quotesOf('甲乙\r\n丙丁', [{ start: 1, end: 5 }])).toMatchObject([
    { words: '乙\r\n丙', line: 1, column: 2, endLine: 2, endColumn: 2, before: '甲', after: '丁' },
  ]);
});

test('a stretch that the source does not have is left out', () => {
  expect(
    quotesOf('甲乙', [
      { start: 1, end: 9 },
      { start: 2, end: 1 },
      { start: -1, end: 1 },
    ]),
  ).toEqual([]);
});
