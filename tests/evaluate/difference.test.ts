import { expect, test } from 'vitest';
import { differencesBetween } from '../../src/evaluate/difference.ts';

/** The differences without their evidence. */
const told = (expected: unknown, actual: unknown) =>
  differencesBetween(expected, actual).map(({ place, expected: before, actual: after }) => [place, before, after]);

test('equal values have no differences', () => {
  expect(differencesBetween({ a: [1, null, { b: '会' }] }, { a: [1, null, { b: '会' }] })).toEqual([]);
});

test('each difference is told by its place', () => {
  const expected = { a: [1, 2], b: null, c: { d: 'x' }, gone: 1 };
  const actual = { a: [1, 2, 4], b: {}, c: { d: 'x' }, more: 2 };
  expect(told(expected, actual)).toEqual([
    ['a.2', undefined, 4],
    ['b', null, {}],
    ['gone', 1, undefined],
    ['more', undefined, 2],
  ]);
});

test('a list is no object', () => {
  expect(told([], {})).toEqual([['', [], {}]]);
});

test('an entry that came in or went out does not disturb those behind it', () => {
  const [a, b, c] = ['江一帆', '欧阳静', '卢锦'].map((name) => ({ name, roles: ['attend'] }));
  expect(told({ o: [b, c] }, { o: [a, b, c] })).toEqual([['o.0', undefined, a]]);
  expect(told({ o: [a, b, c] }, { o: [a, c] })).toEqual([['o.1', b, undefined]]);
  expect(told({ o: [a, b] }, { o: [b, a] })).toEqual([
    ['o.0', a, undefined],
    ['o.1', undefined, a],
  ]);
});

test('between entries that stay, as many for as many are changed ones', () => {
  const [a, b, c] = ['江一帆', '欧阳静', '欧阳'].map((name) => ({ name, roles: ['attend'] }));
  expect(told({ o: [a, b] }, { o: [a, c] })).toEqual([['o.1.name', '欧阳静', '欧阳']]);
  expect(told({ roles: ['host', 'speak'] }, { roles: ['host', 'report', 'speak'] })).toEqual([
    ['roles.1', undefined, 'report'],
  ]);
});

test('a difference carries the evidence of the nearest value around it, and evidence is one value', () => {
  const at = (start: number) => [{ start, end: start + 2 }];
  const title = (post: string, start: number) => ({ post, text: '局长', evidence: at(start) });
  const [first, second] = differencesBetween(
    { officials: [{ name: '江一帆', titles: [title('局长', 3)], evidence: at(9) }] },
    { officials: [{ name: '江一帆', titles: [title('长', 5)], evidence: at(9) }] },
  );
  expect(first).toEqual({
    place: 'officials.0.titles.0.post',
    expected: '局长',
    actual: '长',
    expectedEvidence: at(3),
    actualEvidence: at(5),
  });
  expect(second).toMatchObject({ place: 'officials.0.titles.0.evidence', expected: at(3), actual: at(5) });
});

test('what is not there points to no words', () => {
  const [gone] = differencesBetween({ meeting: { name: '会议', evidence: [{ start: 0, end: 2 }] } }, { meeting: null });
  expect(gone).toMatchObject({ place: 'meeting', expectedEvidence: [{ start: 0, end: 2 }], actualEvidence: [] });
});

test('very long lists are compared entry by entry', () => {
  const long = Array.from({ length: 2500 }, (_, i) => i);
  expect(told(long, [0, ...long]).length).toBe(2500);
});
