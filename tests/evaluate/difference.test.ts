import { expect, test } from 'vitest';
import { differencesBetween } from '../../src/evaluate/difference.ts';

test('equal values have no differences', () => {
  expect(differencesBetween({ a: [1, null, { b: '会' }] }, { a: [1, null, { b: '会' }] })).toEqual([]);
});

test('each difference is told by its place', () => {
  const expected = { a: [1, 2], b: null, c: { d: 'x' }, gone: 1 };
  const actual = { a: [1, 3, 4], b: {}, c: { d: 'x' }, more: 2 };
  expect(differencesBetween(expected, actual)).toEqual([
    { place: 'a.1', expected: 2, actual: 3 },
    { place: 'a.2', expected: undefined, actual: 4 },
    { place: 'b', expected: null, actual: {} },
    { place: 'gone', expected: 1, actual: undefined },
    { place: 'more', expected: undefined, actual: 2 },
  ]);
});

test('a list is no object', () => {
  expect(differencesBetween([], {})).toEqual([{ place: '', expected: [], actual: {} }]);
});
