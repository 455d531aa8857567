import { decode } from './decode/index.ts';
import { recordOf } from './emit/record.ts';
import type { MeetingRecord } from './emit/schema.ts';
import { read } from './fields/index.ts';
import { dayIn } from './fields/published-day.ts';
import { type Additions, NONE, using } from './lexicon/additions.ts';
import type { Format, Raw, Recognised, Restored } from './model/document.ts';
import { type NameReading, recognise, rivalsOf } from './recognise/index.ts';
import { restore as undo } from './restore/index.ts';
import { segment as cut } from './segment/index.ts';
import { requireSegmenter, type SegmenterName } from './segment/words.ts';

export { type UnreadableCode, UnreadableInput } from './decode/index.ts';
export { BadLine, type LineFields, readLine } from './decode/json-lines.ts';
export { type Additions, additionsOf, BadAddition } from './lexicon/additions.ts';
export { evidence } from './recognise/name-evidence.ts';
export { expressions } from './recognise/time.ts';
export { rules } from './restore/index.ts';
export { SegmenterMissing, type SegmenterName } from './segment/words.ts';
export type { NameReading };

/** What can be chosen about reading. */
export interface ReadingOptions {
  /** Which word segmenter cuts the words; `nodejieba` must be installed beside huiyao. */
  readonly segmenter?: SegmenterName | undefined;
  /** Words that are names, bodies, posts or places; see `additionsOf`. */
  readonly lexicon?: Additions | undefined;
}

/** What a caller knows about an article that is no part of its text. */
export interface ArticleOptions extends ReadingOptions {
  /** Stands in the record; a day in the file's name is taken for the day of publication when nothing else says it. */
  readonly path?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** The day of publication, in any common form. */
  readonly published?: string | null | undefined;
  /** Plain text or a page; found out from the text when left out. */
  readonly format?: Format | undefined;
}

/** Reads an article into a record. @throws UnreadableInput when the input is no text. */
export function readArticle(raw: Raw, options: ReadingOptions = {}): MeetingRecord {
  return using(options.lexicon ?? NONE, () => recordOf(read(recognise(cut(undo(decode(raw)), options.segmenter)))));
}

/** An article with its damage undone. @throws UnreadableInput when the input is no text. */
export function restoreArticle(raw: Raw): Restored {
  return undo(decode(raw));
}

/** An article with its sentences, words and mentions. @throws UnreadableInput when the input is no text. */
export function recogniseArticle(raw: Raw, options: ReadingOptions = {}): Recognised {
  return using(options.lexicon ?? NONE, () => recognise(cut(undo(decode(raw)), options.segmenter)));
}

/** Whether a text names a day in a form that is understood. */
export const namesDay = (text: string): boolean => dayIn(text) !== null;

/** The readings of names that came close and lost, in the order of the text. */
export const rivals = (article: Recognised, { lexicon }: ReadingOptions = {}): readonly NameReading[] =>
  using(lexicon ?? NONE, () => rivalsOf(article));

/** Makes sure that a segmenter is installed. @throws SegmenterMissing when it is not. */
export { requireSegmenter };

/** An input with what its caller knows about it. */
export function articleOf(content: string | Uint8Array, options: ArticleOptions = {}): Raw {
  const { path = null, title = null, published = null, format = null } = options;
  return { origin: { path, line: null, id: null, title, published }, content, format };
}

/**
 * Reads one article, text or bytes, into a record.
 * @throws UnreadableInput when the input is no text; its `code` says why.
 */
export const extract = (input: string | Uint8Array, options: ArticleOptions = {}): MeetingRecord =>
  readArticle(articleOf(input, options), options);

/** Undoes the damage of one article: the restored text, the repairs, and the map back to the source. */
export const restore = (input: string | Uint8Array, options: ArticleOptions = {}): Restored =>
  restoreArticle(articleOf(input, options));

/** Cuts one article into sentences and words, and names what it mentions. */
export const segment = (input: string | Uint8Array, options: ArticleOptions = {}): Recognised =>
  recogniseArticle(articleOf(input, options), options);
