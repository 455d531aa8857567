import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointsOf, codeUnitsOf } from '../../src/emit/code-points.ts';

const text = fc.string({ unit: fc.constantFrom('会', 'a', '𠮷', '😀', '\uD83D', '\n') });

test('an offset counts the code points before it', () => {
  fc.assert(
    fc.property(text, (text) => {
      const points = codePointsOf(text);
      let unit = 0;
      [...text].forEach((character, point) => {
        expect(points(unit)).toBe(point);
        unit += character.length;
      });
      expect(points(unit)).toBe([...text].length);
    }),
  );
});

test('and leads back', () => {
  fc.assert(
    fc.property(text, (text) => {
      const [points, units] = [codePointsOf(text), codeUnitsOf(text)];
      let unit = 0;
      for (const character of [...text, '']) {
        expect(units(points(unit))).toBe(unit);
        unit += character.length;
      }
    }),
  );
});
