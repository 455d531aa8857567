import type { Recognised, Segmented } from '../model/document.ts';
import type { Mention } from '../model/mention.ts';
import { people } from './person.ts';
import { places } from './place.ts';
import { times } from './time.ts';
import { partsOfTitles } from './title.ts';

/** Finds what an article names: times, places, people with their titles, and the bodies and posts of those titles. */
export function recognise(article: Segmented): Recognised {
  const named = people(article);
  const mentions: Mention[] = [...times(article), ...places(article), ...named, ...partsOfTitles(article.clean, named)];
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...article, mentions };
}
