import { editDistance } from '../evaluate/edit-distance.ts';

/** More slips of the finger than these make another word: one in three letters, and two in all. */
const MOST_SLIPS = 2;
const LETTERS_A_SLIP = 3;

/** The word that was meant: of those that are known, the first of the nearest; null when none is near. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Math.min(MOST_SLIPS, Math.ceil(word.length / LETTERS_A_SLIP)) + 1;
  for (const one of known) {
    const slips = editDistance(word, one);
    if (slips < least) [least, nearest] = [slips, one];
  }
  return nearest;
}
