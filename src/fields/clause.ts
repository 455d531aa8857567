import { CharacterSet } from '../lexicon/character-set.ts';
import type { Span } from '../model/span.ts';

const MARKS = '，,；;。！？!?：:|｜\n';
/** Marks that end a clause. */
export const CLAUSE_ENDS = new CharacterSet(MARKS);

const PAIRS = ['“”', '《》', '（）', '()', '「」', '‘’', '〈〉'];
/** The code of the mark that closes what another opens, by the code of that one. */
const CLOSERS = new Map(PAIRS.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
/** A longer quotation is taken for one that was never closed. */
export const LONGEST_QUOTE = 60;

/** Marks that open a quotation or a bracket. */
export const OPENERS = new CharacterSet(PAIRS);
const MARKS_OR_OPENERS = new CharacterSet(MARKS, PAIRS);

/** Where the pair that opens at `at` closes; −1 when it does not within reach. */
export function closing(text: string, at: number, limit: number): number {
  const open = text.charCodeAt(at);
  if (!OPENERS.has(open)) return -1;
  const close = CLOSERS.get(open);
  const end = Math.min(limit, at + LONGEST_QUOTE);
  let depth = 0;
  for (let i = at; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === open) depth++;
    else if (unit === close && --depth === 0) return i;
  }
  return -1;
}

/** 0 to 9. */
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The clauses of a sentence: commas and colons cut, but not within quotes, brackets or a time of day (10:00). */
export function clausesOf(text: string, sentence: Span): readonly Span[] {
  const found: Span[] = [];
  let { start } = sentence;
  let at = MARKS_OR_OPENERS.firstIn(text, start, sentence.end);
  while (at < sentence.end) {
    const close = closing(text, at, sentence.end);
    if (close > 0) at = close;
    else if (
      CLAUSE_ENDS.has(text.charCodeAt(at)) &&
      !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
    ) {
      if (at > start) found.push({ start, end: at });
      start = at + 1;
    }
    at = MARKS_OR_OPENERS.firstIn(text, at + 1, sentence.end);
  }
  if (start < sentence.end) found.push({ start, end: sentence.end });
  return found;
}
