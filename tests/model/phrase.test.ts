import { describe, expect, it } from 'vitest';
import { inEnglish, phraseIn, say } from '../../src/model/phrase.ts';

const catalogue = { 'read {1} of {2}': '{2} 中读了 {1}', '{1} articles': '{1} 篇' };

describe('a phrase', () => {
  it.each([
    ['numbers and names as they are', say`read ${3} of ${'a.txt'}`, 'read 3 of a.txt'],
    ['phrases within it', say`read ${3} of ${say`${9} articles`}`, 'read 3 of 9 articles'],
    ['braces that are no gap', say`write {1} and {9}, not ${'x'}`, 'write x and {9}, not x'],
  ])('says in English %s', (_what, phrase, said) => {
    expect(inEnglish(phrase)).toBe(said);
  });

  it('is said in the language of a catalogue, with the phrases within it', () => {
    expect(phraseIn(say`read ${3} of ${say`${9} articles`}`, catalogue)).toBe('9 篇 中读了 3');
  });

  it('is said in English where the catalogue does not have it', () => {
    expect(phraseIn(say`nothing of ${'a.txt'}`, catalogue)).toBe('nothing of a.txt');
  });
});
