import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterClasses } from '../../src/lexicon/character-set.ts';
import { loadTable } from '../../src/lexicon/load.ts';
import { WordStarts } from '../../src/lexicon/word-starts.ts';

const character = fc.constantFrom('会', '议', '大', 'a', '\uffff');
const words = fc.uniqueArray(fc.string({ unit: character, minLength: 1, maxLength: 4 }), { maxLength: 8 });

test('no start of a word is denied, and none is seen where there are no words', () => {
  fc.assert(
    fc.property(words, fc.string({ unit: character, minLength: 1, maxLength: 8 }), (entries, text) => {
      const starts = new WordStarts(entries);
      const may = starts.may(text.charCodeAt(0), text.charCodeAt(1));
      if (entries.some((word) => text.startsWith(word))) expect(may).toBe(true);
      if (entries.length === 0) expect(may).toBe(false);
    }),
  );
});

test('a start that was added is seen', () => {
  const starts = new WordStarts([]);
  starts.add(0x4f1a, 0x8bae);
  expect([starts.may(0x4f1a, 0x8bae), starts.may(0x8bae, 0x4f1a)]).toEqual([true, false]);
});

test('few pairs of characters are taken for the start of a title', () => {
  const heads = loadTable('posts').map((row) => row.post as string);
  const starts = new WordStarts(heads);
  const real = new Set(heads.map((head) => head.slice(0, 2)));
  let wrong = 0;
  for (let first = 0x4e00; first < 0x5200; first++)
    for (let second = 0x4e00; second < 0x5200; second++)
      if (starts.may(first, second) && !real.has(String.fromCharCode(first, second))) wrong++;
  expect(wrong / 0x400 ** 2).toBeLessThan(0.02);
});

test('the classes of a character are the bits of the sets that it is in', () => {
  const classes = new CharacterClasses('会议', ['议会'], '，');
  const of = (character: string): number => classes.of(character.charCodeAt(0));
  expect(['会', '议', '，', '大'].map(of)).toEqual([1, 3, 4, 0]);
});
