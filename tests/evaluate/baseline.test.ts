import { expect, test } from 'vitest';
import { compareWith, hasFallen, hasMoved } from '../../src/evaluate/baseline.ts';
import type { Answer } from '../../src/evaluate/measures.ts';
import { mark } from '../../src/evaluate/score.ts';

const gold = Array.from({ length: 40 }, (_, id): Answer => ({ id, meeting: { name: `第${id}次会议` }, date: null }));
/** Marks of records that have the wrong name for some of the articles. */
const marksWith = (wrong: readonly number[], of = gold) =>
  mark(of, (answer) => (wrong.includes(Number(answer.id)) ? { ...answer, meeting: { name: '大会' } } : answer));
const changeOf = (before: readonly number[], now: readonly number[]) => {
  const { changes } = compareWith(marksWith(before), marksWith(now));
  const change = changes.find(({ field }) => field === 'meeting.name');
  if (change === undefined) throw new Error('no change');
  return change;
};

test('the same records have not moved', () => {
  const { compared, leftOut, changes } = compareWith(marksWith([1]), marksWith([1]));
  expect({ compared, leftOut }).toEqual({ compared: 40, leftOut: 0 });
  expect(changes.filter((change) => hasMoved(change) || hasFallen(change, false))).toEqual([]);
});

test('a field that fell is told with the articles behind it', () => {
  const change = changeOf([1], [2, 3]);
  expect(change).toMatchObject({ worse: ['2', '3'], better: ['1'] });
  expect(change.difference).toBeCloseTo(-1 / 40);
  expect(hasFallen(change, false)).toBe(true);
});

test('one article more may be noise, many are not', () => {
  expect(hasFallen(changeOf([], [7]), true)).toBe(false);
  expect(hasFallen(changeOf([], [1, 2, 3, 4, 5, 6, 7, 8]), true)).toBe(true);
  expect(hasFallen(changeOf([1, 2, 3, 4, 5, 6, 7, 8], []), false)).toBe(false);
});

test('an exchange of errors moves a field that neither rises nor falls', () => {
  const change = changeOf([1], [2]);
  expect(hasMoved(change)).toBe(true);
  expect(hasFallen(change, false)).toBe(false);
});

test('something found where nothing was to be found is a fall', () => {
  const spurious = mark(gold, (answer) => ({ ...answer, outlet: '江城日报' }));
  const change = compareWith(marksWith([]), spurious).changes.find(({ field }) => field === 'outlet');
  expect(change).toMatchObject({ before: null, now: 0, difference: -1 });
});

test('articles that cannot be compared are counted and left out', () => {
  const other = [...gold.slice(1, 39), { id: 39, meeting: null }, { id: 40, meeting: null }];
  expect(compareWith(marksWith([]), marksWith([], other))).toMatchObject({ compared: 38, leftOut: 3 });
});
