import { codeUnitsOf } from '../emit/code-points.ts';
import { lineAt } from '../emit/line-column.ts';
import type { SourceExcerpt } from '../emit/messages.ts';
import type { Restored } from '../model/document.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { wordsOf } from '../model/span.ts';

/** A value of a record whose evidence does not hold what it should; `place` is its path in the record (officials.0.name). */
export interface Fault {
  readonly place: string;
  readonly message: Phrase;
  /** The words at which the evidence points; null when it points at none, and behind the first faults of a record. */
  readonly excerpt: Omit<SourceExcerpt, 'path'> | null;
}

/** Of how many faults of a record the words are looked up: each takes a pass over the article. */
const MOST_EXCERPTS = 20;

interface Leaf {
  readonly place: string;
  /** What the first stretch of evidence must hold; null when the value was not said but computed. */
  readonly words: string | null;
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

/** Everything in a record that has evidence. The words of a value are its `name`, else its `text`. */
function* leavesOf(value: unknown, place: string): Generator<Leaf> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = place === '' ? key : `${place}.${key}`;
    if (key === 'evidence') {
      const { name, text } = value as { name?: unknown; text?: unknown };
      const words = typeof name === 'string' ? name : typeof text === 'string' ? text : null;
      yield { place, words, evidence: inner as Leaf['evidence'] };
    } else yield* leavesOf(inner, at);
  }
}

/**
 * Holds a record's evidence against its article: mapped into the restored text, the first stretch of every value is
 * exactly the value's words, and every stretch is the smallest place in the source that became what it maps to.
 */
export function faultsOf(record: unknown, article: Restored): readonly Fault[] {
  const units = codeUnitsOf(article.text);
  const faults: Fault[] = [];
  for (const { place, words, evidence } of leavesOf(record, '')) {
    evidence.forEach(({ start, end }, index) => {
      const source = { start: units(start), end: units(end) };
      const isInside = source.start <= source.end && source.end <= article.text.length;
      const fault = (message: Phrase): void => {
        const excerpt = isInside && faults.length < MOST_EXCERPTS ? lineAt(article.text, source) : null;
        faults.push({ place: `${place}.evidence.${index}`, message, excerpt });
      };
      if (!isInside) {
        fault(say`${start}–${end} lies outside of the source`);
        return;
      }
      const clean = article.map.toRewritten(source);
      const smallest = article.map.toSource(clean);
      if (smallest.start !== source.start || smallest.end !== source.end) {
        fault(say`${start}–${end} is not the smallest place: units ${smallest.start}–${smallest.end} are`);
      }
      const found = wordsOf(article.clean, clean);
      if (index === 0 && words !== null && found !== words) fault(say`holds “${found}”, not “${words}”`);
    });
  }
  return faults;
}
