import type { Restored, Segmented } from '../model/document.ts';
import { headlineOf } from './headline.ts';
import { paragraphsOf } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';
import { type SegmenterName, wordsOf } from './words.ts';

/** Cuts clean text into lines and sentences; words are cut when somebody asks for them. */
export function segment(article: Restored, name: SegmenterName = 'jieba'): Segmented {
  const text = article.clean;
  const paragraphs = paragraphsOf(text);
  return {
    ...article,
    paragraphs,
    sentences: paragraphs.flatMap((line, paragraph) =>
      sentencesOf(text, line).map(({ start, end }) => ({ start, end, paragraph })),
    ),
    headline: headlineOf(text, paragraphs),
    wordsIn: (span) => wordsOf(text, span, name),
  };
}
