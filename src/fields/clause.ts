import type { Span } from '../model/span.ts';

/** Marks that end a clause. */
export const CLAUSE_ENDS = new Set('，,；;。！？!?：:|｜\n');

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '《': '》',
  '（': '）',
  '(': ')',
  '「': '」',
  '‘': '’',
  '〈': '〉',
};
/** A longer quotation is taken for one that was never closed. */
export const LONGEST_QUOTE = 60;

/** Where the pair that opens at `at` closes; −1 when it does not within reach. */
export function closing(text: string, at: number, limit: number): number {
  const close = PAIRS[text[at] as string];
  if (close === undefined) return -1;
  const end = Math.min(limit, at + LONGEST_QUOTE);
  let depth = 0;
  for (let i = at; i < end; i++) {
    if (text[i] === text[at]) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** The clauses of a sentence: commas and colons cut, but not within quotes, brackets or a time of day (10:00). */
export function clausesOf(text: string, sentence: Span): readonly Span[] {
  const found: Span[] = [];
  let start = sentence.start;
  for (let at = sentence.start; at < sentence.end; at++) {
    const character = text[at] as string;
    const close = closing(text, at, sentence.end);
    if (close > 0) {
      at = close;
      continue;
    }
    if (!CLAUSE_ENDS.has(character)) continue;
    if (isDigit(text[at - 1]) && isDigit(text[at + 1])) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  if (start < sentence.end) found.push({ start, end: sentence.end });
  return found;
}
