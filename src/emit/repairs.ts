import type { Certainty, Restored } from '../model/document.ts';
import { rewrite } from '../model/edit.ts';
import { OffsetMap } from '../model/offset-map.ts';
import type { Span } from '../model/span.ts';
import { codePointsOf } from './code-points.ts';

/** One repair, at its place in the source. */
export interface Repair extends Span {
  readonly rule: string;
  readonly certainty: Certainty;
  readonly from: string;
  readonly to: string;
}

/** Every repair of an article, step by step. `start` and `end` count code units of the source. */
export function* repairsOf(article: Restored): Generator<Repair> {
  let text = article.text;
  let map = OffsetMap.identity(text.length);
  for (const { certainty, edits } of article.steps) {
    for (const edit of edits) {
      const { start, end } = map.toSource(edit);
      yield { start, end, rule: edit.rule, certainty, from: text.slice(edit.start, edit.end), to: edit.replacement };
    }
    const step = rewrite(text, edits);
    text = step.text;
    map = map.followedBy(step.map);
  }
}

/** A stretch of restored text and the stretch of the source that it came from, in code points: the four ends. */
export type Run = readonly [start: number, end: number, sourceStart: number, sourceEnd: number];

/**
 * The map of an article as the fewest runs. In a run of equal lengths every code unit came from the one at the same
 * distance; any other run came from its source as a whole.
 */
export function runsOf({ clean, text, map }: Restored): readonly Run[] {
  const cleanPoint = codePointsOf(clean);
  const sourcePoint = codePointsOf(text);
  const runs: Run[] = [];
  let at = 0;
  while (at < clean.length) {
    const start = at;
    const sourceStart = map.startOf(at);
    let sourceEnd = map.endOf(at);
    const single = sourceEnd - sourceStart === 1;
    at++;
    if (single) {
      while (at < clean.length && map.startOf(at) === sourceEnd && map.endOf(at) === sourceEnd + 1) {
        sourceEnd++;
        at++;
      }
    } else while (at < clean.length && map.startOf(at) === sourceStart && map.endOf(at) === sourceEnd) at++;
    runs.push([cleanPoint(start), cleanPoint(at), sourcePoint(sourceStart), sourcePoint(sourceEnd)]);
  }
  return runs;
}
