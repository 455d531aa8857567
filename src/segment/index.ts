import type { Restored, Segmented, Sentence } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { headlineOf } from './headline.ts';
import { paragraphsOf } from './paragraphs.ts';
import { addSentences } from './sentences.ts';
import { type SegmenterName, wordsOf } from './words.ts';

/** Cuts clean text into lines and sentences; words are cut when somebody asks for them. */
export function segment(article: Restored, name: SegmenterName = 'jieba'): Segmented {
  const text = article.clean;
  const paragraphs = paragraphsOf(text);
  const sentences: Sentence[] = [];
  for (let i = 0; i < paragraphs.length; i++) addSentences(text, paragraphs[i] as Span, i, sentences);
  return {
    origin: article.origin,
    format: article.format,
    text: article.text,
    encoding: article.encoding,
    bytes: article.bytes,
    sha256: article.sha256,
    verbatim: article.verbatim,
    findings: article.findings,
    clean: text,
    map: article.map,
    repairs: article.repairs,
    steps: article.steps,
    page: article.page,
    paragraphs,
    sentences,
    headline: headlineOf(text, paragraphs),
    wordsIn: (span) => wordsOf(text, span, name),
  };
}
