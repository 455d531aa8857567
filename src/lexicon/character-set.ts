/**
 * Characters of one code unit each, to be asked for by their code. A scan that first asks whether a character matters at
 * all costs next to nothing where none does; taking each character out of the text as a string costs more than the scan.
 */
export class CharacterSet implements Iterable<string> {
  readonly #has = new Uint8Array(0x10000);
  readonly #characters: readonly string[];

  /** @param parts Strings and sets, of which every character counts, and lists of words, of which the first one does. */
  constructor(...parts: readonly Iterable<string>[]) {
    this.#characters = parts.flatMap((part) => [...part]);
    for (const one of this.#characters) this.#has[one.charCodeAt(0)] = 1;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#characters[Symbol.iterator]();
  }

  /** Whether the character with this code is one of them; false for NaN, the code behind the end of a text. */
  has(unit: number): boolean {
    return this.#has[unit] === 1;
  }

  /** The first place of a stretch with one of them; `to` when there is none. */
  firstIn(text: string, from: number, to: number): number {
    const has = this.#has;
    let at = from;
    while (at < to && has[text.charCodeAt(at)] !== 1) at++;
    return at;
  }
}

/** What `\s` matches in a regular expression. */
export const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
