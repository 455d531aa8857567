/** A word of a lexicon found in a text: where it ends, and what the lexicon says of it. */
export interface Found<T> {
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

/**
 * Words by their first two characters, longest first. At most places of a text no word starts, and one look into a
 * table says so; elsewhere a look-up costs no more than the few words that share two characters.
 */
export class Lexicon<T> {
  readonly #values = new Map<string, T>();
  /** Made when somebody first looks forwards or backwards. */
  #forwards: Index<T> | undefined;
  #backwards: Index<T> | undefined;

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) if (word !== '') this.#values.set(word, value);
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
    this.#forwards ??= indexed(this.#values, 0, 1);
    const first = text.charCodeAt(at);
    const kind = this.#forwards.kinds[first];
    if (kind === NONE || kind === undefined) return null;
    let entry = this.#forwards.longer.get(pairOf(first, text.charCodeAt(at + 1)));
    for (; entry !== undefined; entry = entry.next) {
      const { word, value } = entry;
      if (at + word.length <= limit && text.startsWith(word, at)) return { end: at + word.length, word, value };
    }
    if (kind !== ALONE || at >= limit) return null;
    const { word, value } = this.#forwards.single.get(first) as Entry<T>;
    return { end: at + 1, word, value };
  }

  /** The longest word at the first place of a stretch at which one starts; null when none lies in it. */
  firstIn(text: string, from: number, to: number): (Found<T> & { readonly start: number }) | null {
    this.#forwards ??= indexed(this.#values, 0, 1);
    const { kinds } = this.#forwards;
    for (let at = from; at < to; at++) {
      if (kinds[text.charCodeAt(at)] === NONE) continue;
      const found = this.longestAt(text, at, to);
      if (found !== null) return { start: at, ...found };
    }
    return null;
  }

  /** Every word that starts at `at`, longest first. */
  allAt(text: string, at: number, limit: number = text.length): readonly Found<T>[] {
    this.#forwards ??= indexed(this.#values, 0, 1);
    const first = text.charCodeAt(at);
    const kind = this.#forwards.kinds[first];
    if (kind === NONE || kind === undefined) return NOTHING;
    const found: Found<T>[] = [];
    let entry = this.#forwards.longer.get(pairOf(first, text.charCodeAt(at + 1)));
    for (; entry !== undefined; entry = entry.next) {
      const { word, value } = entry;
      if (at + word.length <= limit && text.startsWith(word, at)) found.push({ end: at + word.length, word, value });
    }
    if (kind !== ALONE || at >= limit) return found;
    const { word, value } = this.#forwards.single.get(first) as Entry<T>;
    found.push({ end: at + 1, word, value });
    return found;
  }

  /** The longest word that ends at `end` and starts no earlier than `from`; null when none does. */
  longestEndingAt(text: string, end: number, from = 0): (Found<T> & { readonly start: number }) | null {
    this.#backwards ??= indexed(this.#values, -1, -2);
    const last = text.charCodeAt(end - 1);
    const kind = this.#backwards.kinds[last];
    if (kind === NONE || kind === undefined) return null;
    let entry = this.#backwards.longer.get(pairOf(last, text.charCodeAt(end - 2)));
    for (; entry !== undefined; entry = entry.next) {
      const { word, value } = entry;
      const start = end - word.length;
      if (start >= from && text.startsWith(word, start)) return { start, end, word, value };
    }
    if (kind !== ALONE || end - 1 < from) return null;
    const { word, value } = this.#backwards.single.get(last) as Entry<T>;
    return { start: end - 1, end, word, value };
  }
}

const NOTHING: readonly never[] = [];

/** A word, and the next one that shares its edge: no longer than it. */
interface Entry<T> {
  readonly word: string;
  readonly value: T;
  next: Entry<T> | undefined;
}

/** No word has this code unit at its edge; some do; one word is nothing but it. */
const NONE = 0;
const EDGE = 1;
const ALONE = 2;

/** Words by the two code units at one of their edges. */
interface Index<T> {
  /** For each code unit, what it is at the edge of a word. */
  readonly kinds: Uint8Array;
  readonly single: ReadonlyMap<number, Entry<T>>;
  /** Words of two code units and more by `pairOf` the two at their edge: the longest, which leads to the others. */
  readonly longer: ReadonlyMap<number, Entry<T>>;
}

/** One number for two code units; small enough to be no object of its own. */
const pairOf = (edge: number, next: number): number => (edge << 16) | next;

/** Words by the code units at two places, which count from the end when they are negative. */
function indexed<T>(values: ReadonlyMap<string, T>, edge: number, next: number): Index<T> {
  const kinds = new Uint8Array(0x10000);
  const single = new Map<number, Entry<T>>();
  const longer = new Map<number, Entry<T>>();
  const unitAt = (word: string, place: number): number => word.charCodeAt(place < 0 ? word.length + place : place);
  for (const [word, value] of values) {
    const outer = unitAt(word, edge);
    const entry: Entry<T> = { word, value, next: undefined };
    if (word.length === 1) {
      kinds[outer] = ALONE;
      single.set(outer, entry);
      continue;
    }
    if (kinds[outer] === NONE) kinds[outer] = EDGE;
    const pair = pairOf(outer, unitAt(word, next));
    let before = longer.get(pair);
    if (before === undefined || before.word.length < word.length) {
      entry.next = before;
      longer.set(pair, entry);
      continue;
    }
    while (before.next !== undefined && before.next.word.length >= word.length) before = before.next;
    entry.next = before.next;
    before.next = entry;
  }
  return { kinds, single, longer };
}
