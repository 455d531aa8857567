import type { Recognised, Segmented } from '../model/document.ts';
import type { Mention } from '../model/mention.ts';
import { people } from './person.ts';
import { places } from './place.ts';
import { times } from './time.ts';

/** Finds what an article names: times, places, and people with their titles. */
export function recognise(article: Segmented): Recognised {
  const mentions: Mention[] = [...times(article), ...places(article), ...people(article)];
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...article, mentions };
}
