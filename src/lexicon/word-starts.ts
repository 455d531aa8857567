/**
 * Tells from two code units whether one of many words may start with them, so that a pass over a whole text takes a
 * closer look at few of its places only.
 */
export class WordStarts {
  /** By the last bits of the first unit, a bit for each second one by its last bits; all of them for a word of one unit. */
  readonly #seconds = new Uint32Array(ROWS);

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length > 1) this.add(word.charCodeAt(0), word.charCodeAt(1));
      else this.#seconds[word.charCodeAt(0) & (ROWS - 1)] = -1;
    }
  }

  /** From now on a word may start with these two. */
  add(first: number, second: number): void {
    const row = first & (ROWS - 1);
    this.#seconds[row] = (this.#seconds[row] as number) | (1 << (second & 31));
  }

  /** False where no word starts with `first` and `second`; true of nearly no others. `second` is anything at the end of a text. */
  may(first: number, second: number): boolean {
    return (((this.#seconds[first & (ROWS - 1)] as number) >>> (second & 31)) & 1) === 1;
  }
}

/** Enough for some thousand words; a power of two. */
const ROWS = 2048;
