import type { Span } from './span.ts';

/**
 * Where each code unit of a rewritten text comes from. Two arrays, the start and the end in the earlier text of each
 * unit, say what one cannot: that something was deleted between two units, or that two units stand for one.
 */
export class OffsetMap {
  /** Length of the rewritten text, in code units. */
  readonly length: number;
  /** Length of the text that it was made from, in code units. */
  readonly sourceLength: number;
  readonly #starts: Int32Array | null;
  readonly #ends: Int32Array | null;

  private constructor(length: number, sourceLength: number, starts: Int32Array | null, ends: Int32Array | null) {
    this.length = length;
    this.sourceLength = sourceLength;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** The map of a text that was not changed. */
  static identity(length: number): OffsetMap {
    return new OffsetMap(length, length, null, null);
  }

  /** The map in which unit `i` comes from `[starts[i], ends[i])` of a text of `sourceLength` units. */
  static of(starts: Int32Array, ends: Int32Array, sourceLength: number): OffsetMap {
    return new OffsetMap(starts.length, sourceLength, starts, ends);
  }

  get isIdentity(): boolean {
    return this.#starts === null;
  }

  /** Where unit `i` starts in the earlier text; for `i === length`, the earlier text's end. */
  startOf(i: number): number {
    if (this.#starts === null) return i;
    return i < this.length ? (this.#starts[i] as number) : this.sourceLength;
  }

  /** Where unit `i` ends in the earlier text; where it starts, for one that was put in. */
  endOf(i: number): number {
    return Math.max(this.startOf(i), this.#endBefore(i + 1));
  }

  /** Where the first `count` units end in the earlier text: for a unit that was put in, where the one before it ends. */
  #endBefore(count: number): number {
    if (this.#ends === null || count === 0) return count;
    return this.#ends[count - 1] as number;
  }

  /** The smallest stretch of the earlier text that holds what became `span`; an empty span maps to an empty one. */
  toSource(span: Span): Span {
    if (span.start < 0 || span.end > this.length || span.end < span.start) {
      throw new RangeError(`span ${span.start}–${span.end} in a text of ${this.length}`);
    }
    if (span.start === span.end) {
      const at = this.startOf(span.start);
      return { start: at, end: at };
    }
    const start = this.startOf(span.start);
    return { start, end: Math.max(start, this.#endBefore(span.end)) };
  }

  /** The stretch of the rewritten text that came from within `span` of the earlier one: every unit that lies in it whole. */
  toRewritten(span: Span): Span {
    if (this.#starts === null) return span;
    const start = this.#search((i) => this.startOf(i) >= span.start);
    const end = this.#search((i) => this.endOf(i) > span.end);
    return { start, end: Math.max(start, end) };
  }

  /** The map from this text's rewriting straight to the text before: `later` was made from what this map describes. */
  followedBy(later: OffsetMap): OffsetMap {
    if (later.sourceLength !== this.length) {
      throw new RangeError(`a map from ${later.sourceLength} units cannot follow a text of ${this.length}`);
    }
    if (later.isIdentity) return this;
    if (this.isIdentity) return later;
    const starts = new Int32Array(later.length);
    const ends = new Int32Array(later.length);
    for (let i = 0; i < later.length; i++) {
      starts[i] = this.startOf(later.startOf(i));
      ends[i] = this.#endBefore(later.#endBefore(i + 1));
    }
    return OffsetMap.of(starts, ends, this.sourceLength);
  }

  /** The first unit of which `holds` is true; it must be false up to there and true from there on. */
  #search(holds: (i: number) => boolean): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
