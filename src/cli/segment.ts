import { harmless } from '../emit/messages.ts';
import type { Recognised, Word } from '../model/document.ts';
import type { Mention } from '../model/mention.ts';
import { overlaps, type Span, wordsOf } from '../model/span.ts';
import { type NameReading, recogniseArticle, rivals as rivalsOf, type SegmenterName } from '../pipeline.ts';
import type { Run } from './command.ts';
import { lexiconIn } from './lexicon.ts';
import { type OneArticleFlags, withArticle } from './one-article.ts';

interface Flags extends OneArticleFlags {
  readonly format: 'text' | 'json';
  readonly segmenter: SegmenterName;
  readonly explain: boolean;
  readonly lexicon?: string;
}

/** `huiyao segment`: sentences, words, and mentions with the rule that made each; on demand, the readings that lost. */
export const run: Run<Flags> = async (given, flags, around) =>
  withArticle(given, flags, around, async (raw) => {
    const options = { segmenter: flags.segmenter, lexicon: await lexiconIn(flags.lexicon, around) };
    const article = recogniseArticle(raw, options);
    const rivals = flags.explain ? rivalsOf(article, options) : [];
    await around.out.write(flags.format === 'json' ? asJson(article, flags, rivals) : asText(article, rivals));
  });

/** Mentions that start in a sentence. */
const mentionsIn = (article: Recognised, sentence: Span): readonly Mention[] =>
  article.mentions.filter(({ start }) => sentence.start <= start && start < sentence.end);

/** What a name, a body or a post is called among the segmenter's parts of speech. */
const TAGS: Readonly<Record<string, string>> = { person: 'nr', organisation: 'nt', post: 'n' };

/** The words of a sentence, with names, bodies and posts whole where the segmenter cut through them. */
function wholeWords(article: Recognised, sentence: Span): readonly Word[] {
  const wholes = mentionsIn(article, sentence)
    .filter(({ kind }) => kind in TAGS)
    .map(({ start, end, kind }) => ({ start, end, word: article.clean.slice(start, end), tag: TAGS[kind] as string }));
  const found: Word[] = [];
  let at = sentence.start;
  let next = 0;
  const pieces = (until: number, words: readonly Word[]): void => {
    for (const word of words) {
      const start = Math.max(word.start, at);
      const end = Math.min(word.end, until);
      if (start < end) found.push({ start, end, word: article.clean.slice(start, end), tag: word.tag });
    }
    at = until;
  };
  const words = article.wordsIn(sentence);
  while (next < wholes.length) {
    const whole = wholes[next++] as Word;
    if (whole.start < at) continue;
    pieces(whole.start, words);
    found.push(whole);
    at = whole.end;
  }
  pieces(sentence.end, words);
  return found;
}

function asText(article: Recognised, rivals: readonly NameReading[]): string {
  return article.sentences
    .map((sentence, index) => {
      const words = wholeWords(article, sentence).map(({ word, tag }) => `${word}/${tag}`);
      const mentions = mentionsIn(article, sentence).map(
        (mention) =>
          `    ${mention.kind.padEnd(12)} ${harmless(wordsOf(article.clean, mention))}  (${mention.rule}, ${mention.start}–${mention.end})\n`,
      );
      const lost = rivals
        .filter(({ start }) => sentence.start <= start && start < sentence.end)
        .map((rival) => `    not a name   ${explained(article, rival)}\n`);
      return `${index}  ${harmless(wordsOf(article.clean, sentence))}\n    ${harmless(words.join(' '))}\n${mentions.join('')}${lost.join('')}`;
    })
    .join('\n');
}

/** 袁斌  (5.1, lost to 袁斌才: characters 1.9, left 5, right -2.5) */
function explained(article: Recognised, rival: NameReading): string {
  const winner = article.mentions.find((mention) => mention.kind === 'person' && overlaps(mention, rival));
  const why = winner === undefined ? 'too little for it' : `lost to ${wordsOf(article.clean, winner)}`;
  const weights = Object.entries(rival.weights).map(([id, weight]) => `${id} ${weight.toFixed(1)}`);
  return harmless(`${rival.name}  (${rival.odds.toFixed(1)}, ${why}: ${weights.join(', ')})`);
}

/** Offsets count UTF-16 code units of the restored text, which stands in `text`. */
function asJson(article: Recognised, { explain }: Flags, rivals: readonly NameReading[]): string {
  const result = {
    text: article.clean,
    headline: article.headline,
    paragraphs: article.paragraphs,
    sentences: article.sentences.map((sentence) => ({ ...sentence, words: wholeWords(article, sentence) })),
    mentions: article.mentions,
    ...(explain ? { rivals } : {}),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
