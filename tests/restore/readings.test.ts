import { describe, expect, it } from 'vitest';
import {
  isReading,
  isReadingInAnyTone,
  isSyllableLetter,
  isToned,
  judge,
  plainSyllable,
  readingsOf,
  TONED_LETTERS,
  toneless,
} from '../../src/restore/readings.ts';

it.each([
  ['huì', 'huì', 'hui', true],
  ['hui', 'hui', 'hui', false],
  ['ɡōnɡ', 'gōng', 'gong', true],
  ['bɑ̄', 'bā', 'ba', true],
  ['ｈｕì', 'huì', 'hui', true],
  ['lǚ', 'lǚ', 'lü'.normalize('NFD'), true],
  ['lü', 'lü', 'lü'.normalize('NFD'), false],
  ['hui\u0300', 'huì', 'hui', true],
  ['ḿ', 'ḿ', 'm', true],
])('%j is %s, without its tone %s', (written, plain, bare, toned) => {
  expect(plainSyllable(written)).toBe(plain);
  expect(toneless(written)).toBe(bare);
  expect(isToned(written)).toBe(toned);
  // Asked again, it is the same.
  expect([plainSyllable(written), toneless(written), isToned(written)]).toEqual([plain, bare, toned]);
});

describe('a character with a syllable behind it', () => {
  it('has every reading of a dictionary', () => {
    expect([...readingsOf('长')].sort()).toEqual(['cháng', 'zhǎng']);
    expect(readingsOf('会')).toContain('kuài');
    expect(readingsOf('会')).toContain('huì');
  });

  it.each([
    ['会', 'huì', true, true],
    ['会', 'kuài', true, true],
    ['会', 'huí', false, true],
    ['会', 'hui', false, true],
    ['会', 'shù', false, false],
    ['工', 'ɡōnɡ', true, true],
  ])('%s %s', (character, syllable, reads, inAnyTone) => {
    expect(isReading(character, syllable)).toBe(reads);
    expect(isReadingInAnyTone(character, syllable)).toBe(inAnyTone);
    const judged = {
      isReading: reads,
      isReadingInAnyTone: inAnyTone,
      isToned: isToned(syllable),
      toneless: toneless(syllable),
    };
    expect(judge(character, syllable)).toEqual(judged);
    expect(judge(character, syllable)).toEqual(judged);
  });
});

it('letters of syllables are told from others', () => {
  const letters = (text: string): readonly boolean[] => [...text].map((one) => isSyllableLetter(one.charCodeAt(0)));
  expect(letters('azüêāǜńḿɑɡａｚ')).toEqual(Array(12).fill(true));
  expect(letters('AZ09é会（(ẑ')).toEqual([false, false, false, false, true, false, false, false, false]);
  expect(TONED_LETTERS).toContain('ā');
  expect(TONED_LETTERS).not.toContain('a');
});
