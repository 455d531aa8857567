/** A word of a lexicon found in a text: where it ends, and what the lexicon says of it. */
export interface Found<T> {
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

/** Words by their first character, longest first: a look-up costs no more than the few words that share it. */
export class Lexicon<T> {
  readonly #byFirst = new Map<number, { word: string; value: T }[]>();
  readonly #values = new Map<string, T>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (word === '') continue;
      this.#values.set(word, value);
    }
    for (const [word, value] of this.#values) {
      const first = word.charCodeAt(0);
      const list = this.#byFirst.get(first);
      if (list === undefined) this.#byFirst.set(first, [{ word, value }]);
      else list.push({ word, value });
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  get size(): number {
    return this.#values.size;
  }

  /** What the lexicon says of exactly this word; undefined when it has none such. */
  get(word: string): T | undefined {
    return this.#values.get(word);
  }

  has(word: string): boolean {
    return this.#values.has(word);
  }

  /** The longest word that starts at `at` and ends no later than `limit`; null when none does. */
  longestAt(text: string, at: number, limit: number = text.length): Found<T> | null {
    const list = this.#byFirst.get(text.charCodeAt(at));
    if (list === undefined) return null;
    for (const { word, value } of list) {
      if (at + word.length <= limit && text.startsWith(word, at)) return { end: at + word.length, word, value };
    }
    return null;
  }

  /** Every word that starts at `at`, longest first. */
  allAt(text: string, at: number, limit: number = text.length): readonly Found<T>[] {
    const list = this.#byFirst.get(text.charCodeAt(at));
    if (list === undefined) return [];
    const found: Found<T>[] = [];
    for (const { word, value } of list) {
      if (at + word.length <= limit && text.startsWith(word, at)) found.push({ end: at + word.length, word, value });
    }
    return found;
  }

  /** The longest word that ends at `end` and starts no earlier than `from`; null when none does. */
  longestEndingAt(text: string, end: number, from = 0, longest = 12): (Found<T> & { readonly start: number }) | null {
    for (let start = Math.max(from, end - longest); start < end; start++) {
      const word = text.slice(start, end);
      const value = this.#values.get(word);
      if (value !== undefined) return { start, end, word, value };
    }
    return null;
  }
}
