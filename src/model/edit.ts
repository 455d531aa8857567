import { OffsetMap } from './offset-map.ts';
import type { Span } from './span.ts';

/** One repair: the code units `[start, end)` of a text are replaced. `rule` is the id of the rule that asks for it. */
export interface Edit extends Span {
  readonly replacement: string;
  readonly rule: string;
  /**
   * Where each code unit of the replacement comes from, when the whole of `[start, end)` is too coarse an answer: three
   * characters of mojibake hold two real ones, and share the middle one. In order, within the edit; one span a unit.
   */
  readonly origins?: readonly Span[];
}

/** Edits of one text, in order and apart; an array of them is one kind. */
export interface Edits extends Iterable<Edit> {
  readonly length: number;
}

/** Edits of one rule in columns: an annotated book has a million of them, and as objects they weigh more than the book. */
export class EditColumns implements Edits {
  readonly rule: string;
  length = 0;
  #starts = new Int32Array(16);
  #ends = new Int32Array(16);
  readonly #replacements: string[] = [];

  constructor(rule: string) {
    this.rule = rule;
  }

  /** Adds an edit behind those that are there. */
  add(start: number, end: number, replacement: string): void {
    if (this.length === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[this.length] = start;
    this.#ends[this.length] = end;
    // Of a rule that only takes out, no replacement is kept.
    if (replacement !== '' || this.#replacements.length > 0) {
      while (this.#replacements.length < this.length) this.#replacements.push('');
      this.#replacements.push(replacement);
    }
    this.length++;
  }

  *[Symbol.iterator](): Generator<Edit> {
    for (let i = 0; i < this.length; i++) {
      yield {
        start: this.#starts[i] as number,
        end: this.#ends[i] as number,
        replacement: this.#replacements[i] ?? '',
        rule: this.rule,
      };
    }
  }
}

function grown(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/** A text after its edits, and the way back from it to the text before. */
export interface Rewritten {
  readonly text: string;
  readonly map: OffsetMap;
}

/**
 * Applies edits to a text: the only code that does arithmetic on offsets.
 * A replacement of the same length maps unit by unit; any other maps as a whole to the words it replaces, unless the
 * edit says where each unit comes from.
 * @throws RangeError when edits are out of order, overlap or leave the text; the message has the numbers.
 */
export function rewrite(text: string, edits: Edits): Rewritten {
  if (edits.length === 0) return { text, map: OffsetMap.identity(text.length) };
  const { length, isUnitwise } = measure(text, edits);
  const units = new Uint16Array(length);
  const starts = new Int32Array(isUnitwise ? 0 : length);
  const ends = new Int32Array(isUnitwise ? 0 : length);
  let from = 0;
  let to = 0;
  const keep = (until: number): void => {
    for (; from < until; from++, to++) {
      units[to] = text.charCodeAt(from);
      if (isUnitwise) continue;
      starts[to] = from;
      ends[to] = from + 1;
    }
  };
  for (const { start, end, replacement, origins } of edits) {
    keep(start);
    const isSame = replacement.length === end - start;
    const first = to;
    for (let i = 0; i < replacement.length; i++, to++) {
      units[to] = replacement.charCodeAt(i);
      if (isUnitwise) continue;
      starts[to] = origins?.[i]?.start ?? (isSame ? start + i : start);
      ends[to] = origins?.[i]?.end ?? (isSame ? start + i + 1 : end);
    }
    if (origins !== undefined) partOrigins(starts, ends, first, to);
    from = end;
  }
  keep(text.length);
  const map = isUnitwise ? OffsetMap.identity(length) : OffsetMap.of(starts, ends, text.length);
  return { text: stringOf(units), map };
}

/**
 * A unit whose origin lies wholly within that of the unit before has no other place: the one before leaves it to it. So
 * no stretch of the earlier text that holds the one holds the other.
 *
 *     2鏃锛  →  2日\，   (日 is 鏃 and half of the unit behind it, \ is the other half)
 */
function partOrigins(starts: Int32Array, ends: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const start = starts[at] as number;
    if (start <= (starts[at - 1] as number) || (ends[at] as number) > (ends[at - 1] as number)) continue;
    for (let before = at - 1; before >= from && (ends[before] as number) > start; before--) ends[before] = start;
  }
}

/** How long a text will be after its edits, and whether every unit of it will stand where it stood. */
function measure(text: string, edits: Edits): { readonly length: number; readonly isUnitwise: boolean } {
  let length = text.length;
  let isUnitwise = true;
  let at = 0;
  for (const { start, end, replacement, rule, origins } of edits) {
    if (start < at || end < start || end > text.length) {
      throw new RangeError(`edit ${start}–${end} (${rule}) after ${at} in a text of ${text.length}`);
    }
    if (origins !== undefined && origins.length !== replacement.length) {
      throw new RangeError(`${origins.length} origins for ${replacement.length} units (${rule})`);
    }
    length += replacement.length - (end - start);
    isUnitwise &&= origins === undefined && replacement.length === end - start;
    at = end;
  }
  return { length, isUnitwise };
}

/** So many units at a time go through a call as arguments. */
const CHUNK = 8192;

function stringOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK) parts.push(String.fromCharCode(...units.subarray(at, at + CHUNK)));
  return parts.join('');
}
