import { tableText } from './load.ts';
import { WordStarts } from './word-starts.ts';

/**
 * A large table that stays text, because few of its lines are ever asked for: a line is found by its first cell, in whose
 * order the table is, and made a value of when it is first found. Loading it looks at where its lines begin, and no more.
 */
export class SortedTable<T> {
  readonly #text: string;
  /** Of the words that are asked for most are not there, and told by their first two characters. */
  readonly #starts = new WordStarts([]);
  /** Where each line begins, and at last where one more would. */
  readonly #lines: Uint32Array;
  readonly #values: (T | undefined)[];
  readonly #meaning: (cells: readonly string[]) => T;

  /** `meaning` makes the value of the cells of a line. */
  constructor(name: string, meaning: (cells: readonly string[]) => T) {
    const text = tableText(name);
    const lines: number[] = [];
    let isHead = true;
    for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) {
      if (text.charCodeAt(at) === HASH) continue;
      if (!isHead) {
        lines.push(at);
        this.#starts.add(text.charCodeAt(at), text.charCodeAt(at + 1));
      }
      isHead = false;
    }
    this.#text = text;
    this.#lines = Uint32Array.from([...lines, text.length]);
    this.#values = new Array(lines.length);
    this.#meaning = meaning;
  }

  /** What the table says of the word that stands at `[start, end)` of a text; undefined when it has none such. */
  getAt(text: string, start: number, end: number): T | undefined {
    if (!this.#starts.may(text.charCodeAt(start), end - start === 1 ? TAB : text.charCodeAt(start + 1)))
      return undefined;
    let low = 0;
    let high = this.#values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.#order(this.#lines[middle] as number, text, start, end);
      if (order === 0) return this.#valueAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** Whether the first cell of the line at `at` comes before a word (below nought), is it, or comes after it. */
  #order(at: number, text: string, start: number, end: number): number {
    for (let i = start; i < end; i++, at++) {
      const difference = this.#text.charCodeAt(at) - text.charCodeAt(i);
      // A tab, which ends the cell, comes before every character of a word.
      if (difference !== 0) return difference;
    }
    return this.#text.charCodeAt(at) === TAB ? 0 : 1;
  }

  #valueAt(line: number): T {
    const known = this.#values[line];
    if (known !== undefined) return known;
    const value = this.#meaning(
      this.#text.slice(this.#lines[line] as number, (this.#lines[line + 1] as number) - 1).split('\t'),
    );
    this.#values[line] = value;
    return value;
  }
}

const TAB = 9;
const HASH = 35;
