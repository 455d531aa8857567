/**
 * Choices that depend on a seed alone: the same seed makes the same ones on every machine. Seeds that follow
 * each other give choices that have nothing to do with each other.
 */
export class Choices {
  #state;

  constructor(seed) {
    this.#state = Math.imul(seed ^ 0x5bf03635, 0x9e3779b1) >>> 0;
  }

  /** A whole number from 0 up to, not including, `count` (mulberry32). */
  below(count) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  }

  /** From `least` to `most`, both included. */
  between(least, most) {
    return least + this.below(most - least + 1);
  }

  of(list) {
    return list[this.below(list.length)];
  }

  /** So many different ones of a list, in any order. */
  some(list, count) {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0]);
  }

  /** True one time in `count`. */
  oneIn(count) {
    return this.below(count) === 0;
  }

  /** One of `[weight, value]`, as often as its weight says. */
  weighted(pairs) {
    let left = this.below(pairs.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, value] of pairs) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError('no weights');
  }
}
