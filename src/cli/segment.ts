import { harmless } from '../emit/messages.ts';
import type { Recognised } from '../model/document.ts';
import type { Mention } from '../model/mention.ts';
import { type Span, wordsOf } from '../model/span.ts';
import { recogniseArticle, type SegmenterName } from '../pipeline.ts';
import type { Run } from './command.ts';
import { type OneArticleFlags, withArticle } from './one-article.ts';

interface Flags extends OneArticleFlags {
  readonly format: 'text' | 'json';
  readonly segmenter: SegmenterName;
}

/** `huiyao segment`: sentences, words, and mentions with the rule that made each. */
export const run: Run<Flags> = async (given, flags, around) =>
  withArticle(given, flags, around, async (raw) => {
    const article = recogniseArticle(raw, { segmenter: flags.segmenter });
    await around.out.write(flags.format === 'json' ? asJson(article) : asText(article));
  });

/** Mentions that start in a sentence. */
const mentionsIn = (article: Recognised, sentence: Span): readonly Mention[] =>
  article.mentions.filter(({ start }) => sentence.start <= start && start < sentence.end);

function asText(article: Recognised): string {
  return article.sentences
    .map((sentence, index) => {
      const words = article.wordsIn(sentence).map(({ word, tag }) => `${word}/${tag}`);
      const mentions = mentionsIn(article, sentence).map(
        (mention) =>
          `    ${mention.kind.padEnd(12)} ${harmless(wordsOf(article.clean, mention))}  (${mention.rule}, ${mention.start}–${mention.end})\n`,
      );
      return `${index}  ${harmless(wordsOf(article.clean, sentence))}\n    ${harmless(words.join(' '))}\n${mentions.join('')}`;
    })
    .join('\n');
}

/** Offsets count UTF-16 code units of the restored text, which stands in `text`. */
function asJson(article: Recognised): string {
  const result = {
    text: article.clean,
    headline: article.headline,
    paragraphs: article.paragraphs,
    sentences: article.sentences.map((sentence) => ({ ...sentence, words: article.wordsIn(sentence) })),
    mentions: article.mentions,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
