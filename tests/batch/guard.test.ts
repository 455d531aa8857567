import { expect, test } from 'vitest';
import { Overrun, within } from '../../src/batch/guard.ts';

test('work that is done in time gives what it gives, or throws what it throws', () => {
  expect(within(1000, () => 5)).toBe(5);
  expect(() =>
    within(1000, () => {
      throw new RangeError('its own');
    }),
  ).toThrow(new RangeError('its own'));
});

test.each([
  [
    'an endless loop',
    () => {
      for (;;);
    },
  ],
  ['an expression that goes back and forth', () => /^(?:a+)+$/u.test(`${'a'.repeat(50)}b`)],
])('%s is cut off', (_what, work) => {
  const start = performance.now();
  expect(() => within(50, work)).toThrow(Overrun);
  expect(performance.now() - start).toBeLessThan(5000);
});
