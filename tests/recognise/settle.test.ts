import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../src/model/span.ts';
import { type Rival, settle } from '../../src/recognise/settle.ts';

const rival = (start: number, end: number, odds: number): Rival => ({ start, end, odds });

describe('the best set of readings', () => {
  test.each<[string, readonly Rival[], readonly Rival[]]>([
    ['nothing', [], []],
    ['one', [rival(0, 2, 1)], [rival(0, 2, 1)]],
    ['the stronger of two', [rival(0, 2, 1), rival(1, 3, 2)], [rival(1, 3, 2)]],
    [
      'two weak ones before a strong one between',
      [rival(0, 2, 2), rival(1, 3, 3), rival(2, 4, 2)],
      [rival(0, 2, 2), rival(2, 4, 2)],
    ],
    ['neighbours that only touch', [rival(2, 4, 1), rival(0, 2, 1)], [rival(0, 2, 1), rival(2, 4, 1)]],
    ['none that nothing speaks for', [rival(0, 2, 0), rival(4, 6, -3)], []],
  ])('%s', (_, rivals, won) => {
    expect(settle(rivals)).toEqual(won);
  });
});

const rivals = fc.array(
  fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -5, max: 20 }))
    .map(([start, length, odds]) => rival(start, start + length, odds)),
  { maxLength: 10 },
);
const total = (some: readonly Rival[]): number => some.reduce((sum, { odds }) => sum + odds, 0);

describe('laws', () => {
  test('no two that win overlap, and they stand in order', () => {
    fc.assert(
      fc.property(rivals, (some) => {
        const won = settle(some);
        won.forEach((one, index) => {
          const next = won[index + 1];
          if (next !== undefined) expect(next.start).toBeGreaterThanOrEqual(one.end);
        });
      }),
    );
  });

  test('no other set that fits adds up to more', () => {
    fc.assert(
      fc.property(rivals, (some) => {
        let best = 0;
        for (let choice = 0; choice < 2 ** some.length; choice++) {
          const set = some.filter((_, index) => (choice >> index) & 1);
          const fits = set.every((one, index) => set.slice(index + 1).every((other) => !overlaps(one, other)));
          if (fits) best = Math.max(best, total(set));
        }
        expect(total(settle(some))).toBe(best);
      }),
      { numRuns: 60 },
    );
  });

  test('the order in which rivals come makes no difference to what they add up to', () => {
    fc.assert(
      fc.property(rivals, (some) => {
        expect(total(settle([...some].reverse()))).toBe(total(settle(some)));
      }),
    );
  });
});
