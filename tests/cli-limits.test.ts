import { expect, test } from 'vitest';
import { extract, UnreadableInput } from '../src/index.ts';

/** What articles are made of, each alone a megabyte long: nothing may take more than time that grows with the length. */
const REPEATED = [
  ...[
    '(',
    '《',
    '“',
    '、',
    ',',
    '。',
    '·',
    ':',
    ' ',
    '\n',
    '\u200B',
    '?',
    '1',
    'a',
    '𠮷',
    '会',
    '一',
    '王',
    '省',
    '在',
    '月',
  ],
  ...[
    '书记',
    '一是',
    '第一,',
    '(一)',
    '1.',
    '主持',
    '召开',
    '会议',
    '来源:',
    '1月2日',
    '2024年',
    '市委书记王明、',
    '各单位负责人,',
  ],
  ...['会議(yì)', '?ù)', '\uFFFD(', '<p>', '<div ', '&amp;', '&#x4f1a;', '浼氳', '江城市召开会议。', '要加强学习,'],
];

/** Seconds that one document may take (contract: `--timeout`). */
const LIMIT = 10;

test.each(REPEATED)('%j, repeated to a megabyte, is read in time', (unit) => {
  const text = unit.repeat(Math.ceil(1e6 / Buffer.byteLength(unit)));
  const start = performance.now();
  try {
    extract(text);
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
  }
  expect((performance.now() - start) / 1000).toBeLessThan(LIMIT);
});
