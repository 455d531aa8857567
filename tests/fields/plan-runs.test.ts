import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Run, runsOf } from '../../src/fields/plan-runs.ts';
import { articleOf } from './article-of.ts';

const marks = [
  '一是',
  '二是',
  '三是',
  '一要',
  '二要',
  '（一）',
  '（二）',
  '（三）',
  '1.',
  '2.',
  '一、',
  '二、',
  '第一，',
  '第二，',
];
const words = ['压实责任', '办好实事。', '抓好落实；', '会议强调，', '李明出席会议。', '\n', '会后，', '，'];
const pieces = fc.array(fc.constantFrom(...marks, ...words), { minLength: 4, maxLength: 40 });

const itemsOf = (runs: readonly Run[]): readonly Run['items'][number][] =>
  runs.flatMap(({ items }) => items.flatMap((item) => [item, ...itemsOf(item.runs)]));

test('an item never ends before its mark does', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const items = itemsOf(runsOf(articleOf(parts.join(''))));
      expect(items.filter(({ marker, end }) => end < marker.end)).toEqual([]);
    }),
    {
      numRuns: 400,
      examples: [[['一是', '一是', '一要', '李明出席会议。', '二是', '一是', '李明出席会议。', '一是']]],
    },
  );
});
