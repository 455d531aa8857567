/**
 * Characters of one code unit each, to be asked for by their code. A scan that first asks whether a character matters at
 * all costs next to nothing where none does; taking each character out of the text as a string costs more than the scan.
 */
export class CharacterSet implements Iterable<string> {
  /** One bit a code unit: the whole set stays near to the processor. */
  readonly #bits = new Uint32Array(0x10000 / 32);
  readonly #characters: readonly string[];

  /**
   * U+0000 can be none of them.
   * @param parts Strings and sets, of which every character counts, and lists of words, of which the first one does.
   */
  constructor(...parts: readonly Iterable<string>[]) {
    this.#characters = parts.flatMap((part) => [...part]);
    for (const one of this.#characters) {
      const unit = one.charCodeAt(0);
      this.#bits[unit >>> 5] = (this.#bits[unit >>> 5] as number) | (1 << (unit & 31));
    }
    // This bit is what NaN looks up, the code outside of a text.
    this.#bits[0] = (this.#bits[0] as number) & ~1;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#characters[Symbol.iterator]();
  }

  /** Whether the character with this code is one of them; false for NaN, the code outside of a text. */
  has(unit: number): boolean {
    return (((this.#bits[unit >>> 5] as number) >>> (unit & 31)) & 1) === 1;
  }

  /** Whether one of them stands at `at`; never so outside of the text. */
  at(text: string, at: number): boolean {
    return this.has(text.charCodeAt(at));
  }

  /** The first place of a stretch with one of them; `to` when there is none. */
  firstIn(text: string, from: number, to: number): number {
    let at = from;
    while (at < to && !this.has(text.charCodeAt(at))) at++;
    return at;
  }
}

/** Several sets of characters of one code unit each: one look tells which of them a character is in. */
export class CharacterClasses {
  readonly #bits = new Uint8Array(0x10000);

  /** The first set is bit 1, the next 2, then 4 and so on. At most eight sets. */
  constructor(...sets: readonly Iterable<string>[]) {
    for (const [index, set] of sets.entries())
      for (const one of set) {
        const unit = one.charCodeAt(0);
        this.#bits[unit] = (this.#bits[unit] as number) | (1 << index);
      }
  }

  /** The bits of the sets that have the character with this code; nought for most characters. */
  of(unit: number): number {
    return this.#bits[unit] as number;
  }
}

/** What `\s` matches in a regular expression. */
export const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
