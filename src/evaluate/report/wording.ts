import { isDeepStrictEqual } from 'node:util';
import { harmless, type Paints } from '../../emit/messages.ts';
import type { Discrepancy, Outcome } from '../check.ts';
import type { Stretch } from '../difference.ts';
import type { Quote } from '../quote.ts';

/** Where two long texts agree for longer than this, the rest of the agreement is left out. */
const CONTEXT = 20;
const LONG = 100;
/** The first stretch holds the words of a value, the next ones what it was computed from. */
const MOST_QUOTES = 3;

/**
 * A text from an article as a line of a build log can show it: nothing in it steers a terminal, and `##[` does not give the
 * runner of a workflow a command, which it would look for in the middle of a line.
 */
export const inert = (text: string): string => harmless(text).replaceAll('##[', '#\\u{23}[');

const isStretches = (value: unknown): value is readonly Stretch[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one?.start === 'number');

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (isStretches(value)) return value.map(({ start, end }) => `${start}–${end}`).join(', ');
  // The words of an entry stand below it; where they lie need not be read as numbers.
  return inert(JSON.stringify(value, (key, inner) => (key === 'evidence' ? undefined : inner)));
}

/** The two sides of a difference, in the words of a report. Of long texts, the parts that differ are shown. */
export function sidesOf({ expected, actual }: Discrepancy): { readonly expected: string; readonly actual: string } {
  if (typeof expected !== 'string' || typeof actual !== 'string' || Math.max(expected.length, actual.length) <= LONG) {
    return { expected: shown(expected), actual: shown(actual) };
  }
  const [before, after] = [[...expected], [...actual]];
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && before.at(-1 - sameAtEnd) === after.at(-1 - sameAtEnd)) sameAtEnd++;
  const from = Math.max(0, same - CONTEXT);
  const left = Math.max(0, sameAtEnd - CONTEXT);
  const window = (text: readonly string[]): string =>
    shown(`${from > 0 ? '…' : ''}${text.slice(from, text.length - left).join('')}${left > 0 ? '…' : ''}`);
  return { expected: window(before), actual: window(after) };
}

/** 2:5 7月2日，⟦江城市防汛工作会议⟧在市水务局召开 */
function quoted({ line, column, before, words, after }: Quote, colour: Paints): string {
  const marked = colour.underlined(inert(words));
  // Without colours, brackets do what the line below does with them.
  const open = marked === inert(words) ? ['⟦', '⟧'] : ['', ''];
  const place = colour.faint(`${line}:${column}`);
  return `${place} ${colour.faint(inert(before))}${open[0]}${marked}${open[1]}${colour.faint(inert(after))}`;
}

/** The lines that tell a difference, each side with the words of the article that it points to. */
export function linesOf(discrepancy: Discrepancy, colour: Paints): string {
  const { place, expectedWords, actualWords } = discrepancy;
  const { expected, actual } = sidesOf(discrepancy);
  const quotes = (words: readonly Quote[]): string =>
    words
      .slice(0, MOST_QUOTES)
      .map((quote) => `      ${quoted(quote, colour)}\n`)
      .join('');
  // Both often point to the same words.
  const before = isDeepStrictEqual(expectedWords, actualWords) ? [] : expectedWords;
  return [
    `  ${colour.strong(place === '' ? 'record' : inert(place))}\n`,
    `    ${colour.removed(`- ${expected}`)}\n${quotes(before)}`,
    `    ${colour.added(`+ ${actual}`)}\n${quotes(actualWords)}`,
  ].join('');
}

/** What is wrong with an article, in one sentence, and what can be done about it; null when nothing is wrong. */
export function verdictOf(outcome: Outcome): string | null {
  switch (outcome.outcome) {
    case 'differs': {
      const count = outcome.discrepancies.length;
      return `differs in ${count} ${count === 1 ? 'place' : 'places'}`;
    }
    case 'failed':
      return `failed: ${inert(outcome.message)}`;
    case 'missing':
      return 'no expected file; huiyao check --update writes it';
    case 'obsolete':
      return 'its article is gone; huiyao check --update removes it';
    default:
      return null;
  }
}

/** Where in the article a reader looks first: 1-based line and columns in code points. */
export function placeOf({ expectedWords, actualWords }: Discrepancy): Omit<Quote, 'words' | 'before' | 'after'> {
  return actualWords[0] ?? expectedWords[0] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
}
