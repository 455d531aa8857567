import { CharacterSet } from './character-set.ts';

/**
 * Words as a tree of their code units: a search looks at each unit of the text once, makes no substring, and ends with
 * the first unit that no word goes on with. Words are told by their place in the list; of equal ones the last holds.
 */
export class Trie {
  /** 1 for words that are spelled forwards, −1 backwards. */
  readonly #step: 1 | -1;
  readonly #openings: CharacterSet;
  /** Open addressing: the node that stands in a slot; nought, which is the root, for none. */
  readonly #slots: Uint32Array;
  /** Of each node the one above it, the unit that leads to it, and the word that ends there, from 1; nought for none. */
  readonly #parents: Uint32Array;
  readonly #units: Uint16Array;
  readonly #words: Uint32Array;

  /** No word may be empty. */
  constructor(words: readonly string[], step: 1 | -1 = 1) {
    const units = words.reduce((sum, word) => sum + word.length, 0);
    this.#step = step;
    this.#openings = new CharacterSet(words.map((word) => word.at(step === 1 ? 0 : -1)).join(''));
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * units + 2)));
    this.#parents = new Uint32Array(units + 1);
    this.#units = new Uint16Array(units + 1);
    this.#words = new Uint32Array(units + 1);
    let last = 0;
    for (const [index, word] of words.entries()) {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(step === 1 ? i : word.length - 1 - i);
        const slot = this.#slotOf(node, unit);
        if (this.#slots[slot] === 0) {
          this.#slots[slot] = ++last;
          this.#parents[last] = node;
          this.#units[last] = unit;
        }
        node = this.#slots[slot] as number;
      }
      this.#words[node] = index + 1;
    }
  }

  /** Whether some word begins with a code unit. */
  opensWith(unit: number): boolean {
    return this.#openings.has(unit);
  }

  /** The word that is spelled from `at` on, up to `limit`; −1 when there is none. */
  exact(text: string, at: number, limit: number): number {
    if (!this.#openings.at(text, at)) return -1;
    let node = 0;
    for (let i = at; i !== limit; i += this.#step) {
      node = this.#slots[this.#slotOf(node, text.charCodeAt(i))] as number;
      if (node === 0) return -1;
    }
    return (this.#words[node] as number) - 1;
  }

  /** The longest word that is spelled from `at` on and ends before `limit` is passed; −1 when there is none. */
  longest(text: string, at: number, limit: number): number {
    if (!this.#openings.at(text, at)) return -1;
    let node = 0;
    let found = 0;
    for (let i = at; i !== limit; i += this.#step) {
      node = this.#slots[this.#slotOf(node, text.charCodeAt(i))] as number;
      if (node === 0) break;
      found = this.#words[node] || found;
    }
    return found - 1;
  }

  /** All words that are spelled from `at` on and end before `limit` is passed, shortest first. */
  all(text: string, at: number, limit: number): readonly number[] {
    if (!this.#openings.at(text, at)) return NOTHING;
    const found: number[] = [];
    let node = 0;
    for (let i = at; i !== limit; i += this.#step) {
      node = this.#slots[this.#slotOf(node, text.charCodeAt(i))] as number;
      if (node === 0) break;
      const word = this.#words[node] as number;
      if (word > 0) found.push(word - 1);
    }
    return found;
  }

  /** The slot of the node that a unit leads to, or the empty one where it would stand. */
  #slotOf(node: number, unit: number): number {
    const mask = this.#slots.length - 1;
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const child = this.#slots[slot] as number;
      if (child === 0 || (this.#parents[child] === node && this.#units[child] === unit)) return slot;
    }
  }
}

const NOTHING: readonly never[] = [];
