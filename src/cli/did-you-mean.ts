import { editDistance } from '../evaluate/edit-distance.ts';

/** More slips of the finger than this make another word. */
const MOST_SLIPS = 2;

/** The word that was meant: of those that are known, the first of the nearest; null when none is near. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = MOST_SLIPS + 1;
  for (const one of known) {
    const slips = editDistance(word, one);
    if (slips < least) [least, nearest] = [slips, one];
  }
  return nearest;
}
