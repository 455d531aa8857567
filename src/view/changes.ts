import { type Repair, repairsOf } from '../emit/repairs.ts';
import type { Restored } from '../model/document.ts';
import type { Change } from './page/report-data.ts';

/** The rules of a report, each once: a change names them by their index. */
export class RuleNames {
  readonly list: (readonly [id: string, certainty: string])[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index of a rule; a rule that is sure at one place and likely at another is two. */
  indexOf({ rule, certainty }: Repair): number {
    const key = `${rule} ${certainty}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.list.length);
    return this.list.push([rule, certainty]) - 1;
  }
}

/**
 * What restoring changed in an article: the stretches of the source that became something else, in order and apart, each
 * with the rules that had a hand in it. The source with them applied is the restored text, to the character.
 */
export function changesOf(article: Restored, rules: RuleNames): readonly Change[] {
  const { text, clean, map } = article;
  const plain: { start: number; end: number; to: string; rules: number[] }[] = [];
  let at = 0;
  const add = (start: number, end: number, to: string): void => {
    if (text.slice(start, end) !== to) plain.push({ start, end, to, rules: [] });
    at = end;
  };
  for (let i = 0; i < clean.length; ) {
    const start = Math.max(at, map.startOf(i));
    if (start > at) add(at, start, '');
    let end = Math.max(start, map.endOf(i));
    let next = i + 1;
    if (end - start === 1 && text.charCodeAt(start) === clean.charCodeAt(i)) {
      at = end;
      i = next;
      continue;
    }
    // Units that share a part of the source are one change; so are several that were put in at one place.
    while (
      next < clean.length &&
      (map.startOf(next) < end || (map.startOf(next) === start && map.endOf(next) === start))
    ) {
      end = Math.max(end, map.endOf(next));
      next++;
    }
    add(start, end, clean.slice(i, next));
    i = next;
  }
  if (at < text.length) add(at, text.length, '');
  name(plain, article, rules);
  return plain.map(({ start, end, to, rules: indexes }): Change => [start, end, to, ...indexes]);
}

/** Gives every change the rules whose repairs lie in it. */
function name(
  changes: readonly { start: number; end: number; rules: number[] }[],
  article: Restored,
  rules: RuleNames,
): void {
  for (const repair of repairsOf(article)) {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((changes[middle] as { end: number }).end < repair.start) low = middle + 1;
      else high = middle;
    }
    const index = rules.indexOf(repair);
    for (; low < changes.length; low++) {
      const change = changes[low] as (typeof changes)[number];
      if (change.start > repair.end) break;
      // Two that only touch have nothing to do with each other, unless one of them is empty.
      const isApart = change.end === repair.start || change.start === repair.end;
      const isEmpty = change.start === change.end || repair.start === repair.end;
      if ((!isApart || isEmpty) && !change.rules.includes(index)) change.rules.push(index);
    }
  }
}
