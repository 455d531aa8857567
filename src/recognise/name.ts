import { addedNames, keyOf, listedNames, repeatedNames, SURE, withArticle } from './name-article.ts';
import { type NameCandidate, THRESHOLD } from './name-candidate.ts';
import { Surroundings } from './name-context.ts';
import { dottedNames, foreignNames } from './name-foreign.ts';
import { hanNames, isHanName } from './name-han.ts';
import { settle } from './settle.ts';

/** Every reading that was weighed, and the best set of them. */
export interface Weighed {
  readonly candidates: readonly NameCandidate[];
  readonly won: readonly NameCandidate[];
}

/** Finds the names of people in a text by weighing every reading of every stretch; the best set of them wins. */
export const namesIn = (text: string): readonly NameCandidate[] => weighNames(text, THRESHOLD, false).won;

/**
 * As `namesIn`, with the readings that lost; of Han names only those that could reach `least` odds. `tells`: whether the
 * weights are kept.
 */
export function weighNames(text: string, least: number, tells: boolean): Weighed {
  const around = new Surroundings(text, tells);
  const candidates = [
    ...addedNames(around),
    ...hanNames(around, least),
    ...dottedNames(around),
    ...foreignNames(around),
  ];
  let weighed: readonly NameCandidate[] = candidates;
  let won = bestOf(text, weighed);
  let known: Set<number> | null = null;
  const isKnown = (start: number, end: number): boolean => {
    known ??= new Set(candidates.map(keyOf));
    return known.has(keyOf({ start, end })) || isHanName(around, start, end);
  };
  // What the article says elsewhere is evidence too: the same name, and the neighbours in a list.
  for (let round = 0; round < 2 && won.length > 0; round++) {
    const more = [...repeatedNames(around, isKnown, won), ...listedNames(around, isKnown, won)];
    if (more.length > 0) {
      for (const candidate of more) candidates.push(candidate);
      known = null;
    }
    weighed = withArticle(around, candidates, won);
    const before = won;
    won = bestOf(text, weighed);
    if (sayTheSame(before, won)) break;
  }
  return { candidates: weighed, won };
}

/** The best set of the candidates above the threshold. */
const bestOf = (text: string, candidates: readonly NameCandidate[]): readonly NameCandidate[] =>
  settle(
    candidates.filter(
      ({ odds, start, end }) => odds > THRESHOLD && !isWithinCharacter(text, start) && !isWithinCharacter(text, end),
    ),
  );

/** Whether two sets of names say the same of the rest of the article, so that another round would find nothing new. */
const sayTheSame = (some: readonly NameCandidate[], others: readonly NameCandidate[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end, rule, odds }, index) => {
    const other = others[index] as NameCandidate;
    return start === other.start && end === other.end && rule === other.rule && odds > SURE === other.odds > SURE;
  });

/** Whether a place falls between the halves of a character of the rarer planes: 王㐀|𠀀 has no end there. */
const isWithinCharacter = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
