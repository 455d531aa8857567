import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterSet, SPACES } from '../../src/lexicon/character-set.ts';

test('a set has the characters of its strings, of other sets, and the first one of each word', () => {
  const marks = new CharacterSet('，。');
  const set = new CharacterSet('会', marks, ['召开', '举行']);
  expect([...set]).toEqual(['会', '，', '。', '召开', '举行']);
  const has = (character: string): boolean => set.has(character.charCodeAt(0));
  expect(['会', '，', '。', '召', '举'].every(has)).toBe(true);
  expect(['开', '行', 'a', ''].some(has)).toBe(false);
});

test('the first place with a character of the set, or the end of the stretch', () => {
  const character = fc.constantFrom('会', '议', '，');
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 12 }), fc.nat(12), fc.nat(12), (text, from, to) => {
      fc.pre(from <= to && to <= text.length);
      const at = text.slice(from, to).search(/[，议]/u);
      expect(new CharacterSet('，议').firstIn(text, from, to)).toBe(at < 0 ? to : from + at);
    }),
  );
});

test('the spaces are those of a regular expression', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  expect([...SPACES].toSorted()).toEqual(units.filter((unit) => /\s/u.test(unit)));
});
