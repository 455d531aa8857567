import type { Recognised } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/**
 * What an article is about: a meeting, another event (an inspection, a visit, a ceremony), or nothing that happened at
 * one place and time (a commentary, a notice, a portrait).
 */
export interface Occasion {
  readonly kind: 'meeting' | 'event' | 'none';
  /** The name of the meeting in its fullest form; null unless `kind` is meeting. */
  readonly name: Span | null;
  /** Index of the sentence that says that it was held; null when none says so. */
  readonly sentence: number | null;
  /** The words that say so (召开, 举行, 主持召开); null when none do. */
  readonly holding: Span | null;
}

/** Finds out what an article is about. */
export function findOccasion(article: Recognised): Occasion {
  return { kind: article.sentences.length > 0 ? 'meeting' : 'none', name: null, sentence: 0, holding: null };
}
