import type { Recognised } from '../model/document.ts';
import type { PersonMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

/** Everybody whom an article names, at each place, in the order of the text. */
export const peopleOf = (article: Recognised): readonly PersonMention[] =>
  article.mentions.filter((mention): mention is PersonMention => mention.kind === 'person');

/** The people whose names start in a stretch of the text, in order. Mentions stand in the order of the text: it is searched by halves. */
export function peopleWithin(article: Recognised, stretch: Span): readonly PersonMention[] {
  const { mentions } = article;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle] as Span).start >= stretch.start) high = middle;
    else low = middle + 1;
  }
  const found: PersonMention[] = [];
  for (let i = low; i < mentions.length; i++) {
    const one = mentions[i];
    if (one === undefined || one.start >= stretch.end) break;
    if (one.kind === 'person') found.push(one);
  }
  return found;
}
