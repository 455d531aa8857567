import { addedNames, keyOf, listedNames, repeatedNames, withArticle } from './name-article.ts';
import { type NameCandidate, THRESHOLD } from './name-candidate.ts';
import { Surroundings } from './name-context.ts';
import { dottedNames, foreignNames } from './name-foreign.ts';
import { hanNames } from './name-han.ts';
import { settle } from './settle.ts';

/** Every reading that was weighed, and the best set of them. */
export interface Weighed {
  readonly candidates: readonly NameCandidate[];
  readonly won: readonly NameCandidate[];
}

/** Finds the names of people in a text by weighing every reading of every stretch; the best set of them wins. */
export const namesIn = (text: string): readonly NameCandidate[] => weighNames(text).won;

/** As `namesIn`, with the readings that lost. */
export function weighNames(text: string): Weighed {
  const around = new Surroundings(text);
  const candidates = [...addedNames(around), ...hanNames(around), ...dottedNames(around), ...foreignNames(around)];
  let weighed: readonly NameCandidate[] = candidates;
  const above = (all: readonly NameCandidate[]): readonly NameCandidate[] =>
    all.filter(
      ({ odds, start, end }) => odds > THRESHOLD && !isWithinCharacter(text, start) && !isWithinCharacter(text, end),
    );
  let won = settle(above(weighed));
  // What the article says elsewhere is evidence too: the same name, and the neighbours in a list.
  const known = new Set(candidates.map(keyOf));
  for (let round = 0; round < 2; round++) {
    const more = [...repeatedNames(around, known, won), ...listedNames(around, known, won)];
    candidates.push(...more);
    for (const candidate of more) known.add(keyOf(candidate));
    weighed = withArticle(text, candidates, won);
    won = settle(above(weighed));
  }
  return { candidates: weighed, won };
}

/** Whether a place falls between the halves of a character of the rarer planes: 王㐀|𠀀 has no end there. */
const isWithinCharacter = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
