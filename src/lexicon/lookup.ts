/** A word of a lexicon found in a text: where it ends, and what the lexicon says of it. */
export interface Found<T> {
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

/** Words by their first character, longest first: a look-up costs no more than the few words that share it. */
export class Lexicon<T> {
  readonly #values = new Map<string, T>();
  readonly #byFirst: ReadonlyMap<number, readonly Entry<T>[]>;
  /** Made when somebody first looks backwards. */
  #byLast: ReadonlyMap<number, readonly Entry<T>[]> | undefined;

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) if (word !== '') this.#values.set(word, value);
    this.#byFirst = indexed(this.#values, (word) => word.charCodeAt(0));
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
    if (list === undefined) return NOTHING;
    const found: Found<T>[] = [];
    for (const { word, value } of list) {
      if (at + word.length <= limit && text.startsWith(word, at)) found.push({ end: at + word.length, word, value });
    }
    return found;
  }

  /** The longest word that ends at `end` and starts no earlier than `from`; null when none does. */
  longestEndingAt(text: string, end: number, from = 0): (Found<T> & { readonly start: number }) | null {
    this.#byLast ??= indexed(this.#values, (word) => word.charCodeAt(word.length - 1));
    const list = this.#byLast.get(text.charCodeAt(end - 1));
    if (list === undefined) return null;
    for (const { word, value } of list) {
      const start = end - word.length;
      if (start >= from && text.startsWith(word, start)) return { start, end, word, value };
    }
    return null;
  }
}

const NOTHING: readonly never[] = [];

type Entry<T> = { readonly word: string; readonly value: T };

/** Words by one of their characters, longest first. */
function indexed<T>(values: ReadonlyMap<string, T>, key: (word: string) => number): Map<number, Entry<T>[]> {
  const index = new Map<number, Entry<T>[]>();
  for (const [word, value] of values) {
    const list = index.get(key(word));
    if (list === undefined) index.set(key(word), [{ word, value }]);
    else list.push({ word, value });
  }
  for (const list of index.values()) list.sort((a, b) => b.word.length - a.word.length);
  return index;
}
