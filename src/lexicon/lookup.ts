import { Trie } from './trie.ts';
import { WordStarts } from './word-starts.ts';

/** A word of a lexicon found in a text: where it ends, and what the lexicon says of it. */
export interface Found<T> {
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

/** Words with what is known of them. Of a word that is given twice the last holds; the empty word is left out. */
export class Lexicon<T> {
  readonly #entries: readonly (readonly [string, T])[];
  /** Made when somebody first looks forwards or backwards. */
  #forwards: Trie | undefined;
  #backwards: Trie | undefined;
  /** Made when somebody first looks through a stretch. */
  #starts: WordStarts | undefined;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#entries = Array.from(entries).filter(([word]) => word !== '');
  }

  /** How many words it was given. */
  get size(): number {
    return this.#entries.length;
  }

  /** Its words. */
  get words(): readonly string[] {
    return this.#entries.map(([word]) => word);
  }

  /** The code units that its words end in, so that one `CharacterSet` can ask for the words of several lexicons. */
  get endings(): readonly string[] {
    return this.#entries.map(([word]) => word.charAt(word.length - 1));
  }

  /** What the lexicon says of exactly this word; undefined when it has none such. */
  get(word: string): T | undefined {
    return this.getAt(word, 0, word.length);
  }

  has(word: string): boolean {
    return this.hasAt(word, 0, word.length);
  }

  /** As `get`, of the words that stand at `[start, end)` of a text. */
  getAt(text: string, start: number, end: number): T | undefined {
    const found = this.#startsOfWords().exact(text, start, end);
    return found < 0 ? undefined : this.#entries[found]?.[1];
  }

  /** As `has`, of the words that stand at `[start, end)` of a text. */
  hasAt(text: string, start: number, end: number): boolean {
    return this.#startsOfWords().exact(text, start, end) >= 0;
  }

  /** Whether some word starts with a code unit: most places of a text need no further look. */
  opensWith(unit: number): boolean {
    return this.#startsOfWords().opensWith(unit);
  }

  /** The longest word that starts at `at` and ends no later than `limit`; null when none does. */
  longestAt(text: string, at: number, limit: number = text.length): Found<T> | null {
    const found = this.#startsOfWords().longest(text, at, Math.max(at, Math.min(limit, text.length)));
    return found < 0 ? null : this.#found(found, at);
  }

  /** How long the longest word is that starts at `at` and ends no later than `limit`; nought when none does. */
  lengthAt(text: string, at: number, limit: number = text.length): number {
    const found = this.#startsOfWords().longest(text, at, Math.max(at, Math.min(limit, text.length)));
    return found < 0 ? 0 : (this.#entries[found] as readonly [string, T])[0].length;
  }

  /** How long the longest word is that ends at `end` and starts no earlier than `from`; nought when none does. */
  lengthEndingAt(text: string, end: number, from = 0): number {
    const found = this.#longestBackwards(text, end, from);
    return found < 0 ? 0 : (this.#entries[found] as readonly [string, T])[0].length;
  }

  /** Whether a word starts at `at` that ends no later than `limit`. */
  startsAt(text: string, at: number, limit: number = text.length): boolean {
    return this.#startsOfWords().longest(text, at, Math.max(at, Math.min(limit, text.length))) >= 0;
  }

  /** The longest word at the first place of a stretch at which one starts; null when none lies in it. */
  firstIn(text: string, from: number, to: number): (Found<T> & { readonly start: number }) | null {
    this.#starts ??= new WordStarts(this.words);
    let next = text.charCodeAt(from);
    for (let at = from; at < to; at++) {
      const unit = next;
      next = text.charCodeAt(at + 1);
      const found = this.#starts.may(unit, next) ? this.longestAt(text, at, to) : null;
      if (found !== null) return { start: at, end: found.end, word: found.word, value: found.value };
    }
    return null;
  }

  /** Every word that starts at `at`, longest first. */
  allAt(text: string, at: number, limit: number = text.length): readonly Found<T>[] {
    const found = this.#startsOfWords().all(text, at, Math.max(at, Math.min(limit, text.length)));
    return found.map((number) => this.#found(number, at)).reverse();
  }

  /** The longest word that ends at `end` and starts no earlier than `from`; null when none does. */
  longestEndingAt(text: string, end: number, from = 0): (Found<T> & { readonly start: number }) | null {
    const found = this.#longestBackwards(text, end, from);
    if (found < 0) return null;
    const [word, value] = this.#entries[found] as readonly [string, T];
    return { start: end - word.length, end, word, value };
  }

  /** Whether a word ends at `end` that starts no earlier than `from`. */
  endsAt(text: string, end: number, from = 0): boolean {
    return this.#longestBackwards(text, end, from) >= 0;
  }

  #startsOfWords(): Trie {
    this.#forwards ??= new Trie(this.#entries.map(([word]) => word));
    return this.#forwards;
  }

  #longestBackwards(text: string, end: number, from: number): number {
    this.#backwards ??= new Trie(
      this.#entries.map(([word]) => word),
      -1,
    );
    return this.#backwards.longest(text, end - 1, Math.min(end, Math.max(from, 0)) - 1);
  }

  #found(number: number, at: number): Found<T> {
    const [word, value] = this.#entries[number] as readonly [string, T];
    return { end: at + word.length, word, value };
  }
}

/** A lexicon that says no more of its words than that it has them. */
export const wordList = (words: Iterable<string>): Lexicon<true> =>
  new Lexicon(Array.from(words, (word) => [word, true as const]));
