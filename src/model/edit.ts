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
export function rewrite(text: string, edits: readonly Edit[]): Rewritten {
  if (edits.length === 0) return { text, map: OffsetMap.identity(text.length) };
  const parts: string[] = [];
  let length = text.length;
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}–${edit.end} (${edit.rule}) after ${at} in a text of ${text.length}`);
    }
    if (edit.origins !== undefined && edit.origins.length !== edit.replacement.length) {
      throw new RangeError(`${edit.origins.length} origins for ${edit.replacement.length} units (${edit.rule})`);
    }
    parts.push(text.slice(at, edit.start), edit.replacement);
    length += edit.replacement.length - (edit.end - edit.start);
    at = edit.end;
  }
  parts.push(text.slice(at));

  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let from = 0;
  let to = 0;
  const keep = (until: number): void => {
    for (; from < until; from++, to++) {
      starts[to] = from;
      ends[to] = from + 1;
    }
  };
  for (const edit of edits) {
    keep(edit.start);
    if (edit.origins !== undefined) {
      for (const origin of edit.origins) {
        starts[to] = origin.start;
        ends[to++] = origin.end;
      }
      from = edit.end;
      continue;
    }
    if (edit.replacement.length === edit.end - edit.start) {
      keep(edit.end);
      continue;
    }
    for (let i = 0; i < edit.replacement.length; i++, to++) {
      starts[to] = edit.start;
      ends[to] = edit.end;
    }
    from = edit.end;
  }
  keep(text.length);
  return { text: parts.join(''), map: OffsetMap.of(starts, ends, text.length) };
}
