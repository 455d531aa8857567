import type { Span } from './span.ts';

/** Whether the article says a value in so many words, or it was computed from some that it says. */
export type Certainty = 'stated' | 'implied';

/** A value and the words it was read from. No evidence, no reading: unknown is `null`. */
export interface Reading<T> {
  readonly value: T;
  readonly evidence: readonly Span[];
  readonly certainty: Certainty;
  /** Why this value and not another, in a few words; null when the words speak for themselves. */
  readonly because: string | null;
}
