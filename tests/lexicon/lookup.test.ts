import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterSet } from '../../src/lexicon/character-set.ts';
import { Lexicon } from '../../src/lexicon/lookup.ts';

/** Few characters, one of them at the end of the table, so that words share their edges and texts have words. */
const character = fc.constantFrom('会', '议', '大', '\uffff');
const word = fc.string({ unit: character, minLength: 1, maxLength: 4 });
const words = fc.uniqueArray(word, { maxLength: 8 });
const text = fc.string({ unit: character, maxLength: 12 });

const longestFirst = (some: readonly string[]): readonly string[] => some.toSorted((a, b) => b.length - a.length);

test('at each place stands what a look at every word finds', () => {
  fc.assert(
    fc.property(words, text, fc.nat(12), (entries, text, limit) => {
      const lexicon = new Lexicon(entries.map((entry) => [entry, true]));
      for (let at = 0; at <= text.length; at++) {
        const here = longestFirst(entries.filter((entry) => text.slice(0, limit).startsWith(entry, at)));
        expect(lexicon.allAt(text, at, limit).map((found) => found.word)).toEqual(here);
        expect(lexicon.longestAt(text, at, limit)?.word).toBe(here[0]);
        const before = longestFirst(entries.filter((entry) => text.slice(limit, at).endsWith(entry)));
        expect(lexicon.longestEndingAt(text, at, limit)?.word).toBe(before[0]);
      }
    }),
  );
});

test('the first word of a stretch is the longest at the first place that has one', () => {
  fc.assert(
    fc.property(words, text, fc.nat(12), fc.nat(12), (entries, text, from, to) => {
      const lexicon = new Lexicon(entries.map((entry) => [entry, true]));
      const first = Array.from({ length: text.length }, (_, at) => at)
        .filter((at) => at >= from && at < to)
        .map((at) => ({ start: at, found: lexicon.longestAt(text, at, to) }))
        .find(({ found }) => found !== null);
      expect(lexicon.firstIn(text, from, to)).toEqual(
        first === undefined ? null : { start: first.start, ...first.found },
      );
    }),
  );
});

const entry = fc.tuple(fc.string({ unit: character, maxLength: 4 }), fc.nat());

test('says of exactly one word what a map says, of the last of equal words, and never of the empty word', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), text, fc.nat(12), fc.nat(4), (entries, text, start, length) => {
      const lexicon = new Lexicon(entries);
      const asked = text.slice(start, start + length);
      const known = asked === '' ? undefined : new Map(entries).get(asked);
      expect(lexicon.get(asked)).toBe(known);
      expect(lexicon.getAt(text, start, start + asked.length)).toBe(known);
      expect(lexicon.hasAt(text, start, start + asked.length)).toBe(known !== undefined);
    }),
  );
});

test('a set of characters holds those of its string, and nothing that stands outside of a text', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: -2, max: 14 }), (characters, text, at) => {
      const there = text[at];
      expect(new CharacterSet(characters).at(text, at)).toBe(there !== undefined && characters.includes(there));
    }),
  );
});
