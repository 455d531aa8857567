import { expect, test } from 'vitest';
import { intervalsOf } from '../../src/evaluate/bootstrap.ts';

/** Of articles of which `right` are right, the share of right ones. */
const shareOf = (articles: number, right: number) => (times: Uint32Array) => [
  times.slice(0, right).reduce((sum, often) => sum + often, 0) / articles,
];

test('an interval is the same every time, and holds the figure', () => {
  const [interval] = intervalsOf(88, shareOf(88, 66));
  expect(intervalsOf(88, shareOf(88, 66))).toEqual([interval]);
  expect(interval?.low).toBeLessThan(0.75);
  expect(interval?.high).toBeGreaterThan(0.75);
});

test('it is about as wide as the binomial distribution says, and narrower with more articles', () => {
  for (const articles of [100, 2500]) {
    const [interval] = intervalsOf(articles, shareOf(articles, articles / 2));
    const expected = 2 * 1.96 * Math.sqrt(0.25 / articles);
    const width = (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width / expected).toBeGreaterThan(0.9);
    expect(width / expected).toBeLessThan(1.1);
  }
});

test('every draw has as many articles as there are', () => {
  intervalsOf(7, (times) => {
    expect(times.reduce((sum, often) => sum + often, 0)).toBe(7);
    return [];
  });
});

test('draws without a figure are left out; one article has no interval', () => {
  expect(intervalsOf(3, () => [null, 1])).toEqual([null, { low: 1, high: 1 }]);
  expect(intervalsOf(1, () => [0.5, null])).toEqual([null, null]);
  expect(intervalsOf(0, () => [])).toEqual([]);
});
