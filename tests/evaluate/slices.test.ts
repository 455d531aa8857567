import { expect, test } from 'vitest';
import type { Answer } from '../../src/evaluate/measures.ts';
import { mark } from '../../src/evaluate/score.ts';
import { slicesBy } from '../../src/evaluate/slices.ts';

/** Answers may have fields that are not measured. */
const answers = (list: readonly unknown[]): readonly Answer[] => list as readonly Answer[];

const gold = answers([
  { id: 1, kind: 'city', meeting: { name: '防汛会议' }, date: { start: '2024-07-02' }, outlet: '江城日报' },
  { id: 2, kind: 'city', meeting: { name: '经济会议' }, date: { start: 'XXXX-07-02' }, published: '2023-07-03' },
  { id: 3, kind: 'school', meeting: null, date: null, outlet: null },
]);
const records = answers([
  {
    ...gold[0],
    meeting: { name: '防汛会议', type: '会议' },
    document: { published: '2022-01-01' },
  },
  { ...gold[1], meeting: { name: '会议', type: '大会' }, document: { id: 2 } },
  { ...gold[2], officials: [{ name: '江一帆' }] },
]);
const recordOf = ({ id }: Answer): Answer | undefined => records[Number(id) - 1];
const slices = (field: string) =>
  slicesBy(field, gold, recordOf, mark(gold, recordOf))?.map(({ value, score }) => [value, score.articles]);

test('the gold sorts the articles, the largest slice first', () => {
  expect(slices('kind')).toEqual([
    ['city', 2],
    ['school', 1],
  ]);
  expect(slicesBy('kind', gold, recordOf, mark(gold, recordOf))?.[0]?.score.fields['meeting.name']?.f1).toBe(0.5);
});

test('objects are named by their name, and nothing is –', () => {
  expect(slices('outlet')).toEqual([
    ['–', 2],
    ['江城日报', 1],
  ]);
  expect(slices('meeting')).toEqual(
    [
      ['经济会议', 1],
      ['防汛会议', 1],
      ['–', 1],
    ].sort(),
  );
});

test('what the gold does not have comes from the record, lists by their length', () => {
  expect(slices('meeting.type')).toEqual(
    [
      ['–', 1],
      ['会议', 1],
      ['大会', 1],
    ].sort(),
  );
  expect(slices('officials')).toEqual([
    ['–', 2],
    ['1', 1],
  ]);
});

test('the year is that of the meeting, else of the publication', () => {
  expect(slices('year')).toEqual([
    ['2023', 1],
    ['2024', 1],
    ['–', 1],
  ]);
});

test('a field that nothing has makes no slices', () => {
  expect(slices('colour')).toBeUndefined();
});
