import type { Recognised, Segmented } from '../model/document.ts';
import type { Mention } from '../model/mention.ts';
import { weighNames } from './name.ts';
import type { NameCandidate } from './name-candidate.ts';
import { people } from './person.ts';
import { places } from './place.ts';
import { times } from './time.ts';
import { partsOfTitles } from './title.ts';

/** A reading of a stretch as a name, and what was weighed by the id of the evidence. */
export type NameReading = Omit<NameCandidate, 'weights'> & { readonly weights: Readonly<Record<string, number>> };

/** Finds what an article names: times, places, people with their titles, and the bodies and posts of those titles. */
export function recognise(article: Segmented): Recognised {
  const named = people(article);
  const mentions: Mention[] = [...times(article), ...places(article), ...named, ...partsOfTitles(article.clean, named)];
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...article, mentions };
}

/** A reading that reaches this many odds is worth telling of when it loses. */
const WORTH_TELLING = 0;

/** The readings of names that came close and lost, in the order of the text; each was weighed against what won. */
export function rivalsOf(article: Segmented): readonly NameReading[] {
  const { candidates, won } = weighNames(article.clean, WORTH_TELLING, true);
  const names = new Set(won.map(({ start, end }) => `${start}–${end}`));
  return candidates
    .filter(({ start, end, odds }) => odds > WORTH_TELLING && !names.has(`${start}–${end}`))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((candidate) => ({ ...candidate, weights: Object.fromEntries(candidate.weights) }));
}
