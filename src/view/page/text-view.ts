import { type Content, classes, h, type Tree } from './element.ts';
import { type Change, type Evidenced, restoredText, type Source } from './report-data.ts';
import { seen, spelled } from './unseen.ts';

/** Which text of an article is shown. */
export type Side = 'restored' | 'source';

/** Words that values use, drawn as one line under them. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly field: string;
  /** The values that use just these words, by where they stand in the record. */
  readonly values: readonly string[];
  /** Whether they are the words of a value, and not only some that it was computed from. */
  readonly own: boolean;
  /** Which line under the text: 0 is the nearest. Stretches that share a character have different lanes. */
  readonly lane: number;
}

/** More lines under a word than these cannot be told apart. */
const LANES = 6;

/** The stretches of a text, in its order. Values with the very same words share one. */
export function stretchesOf(evidenced: readonly Evidenced[], side: Side): readonly Stretch[] {
  const byPlace = new Map<string, { start: number; end: number; field: string; values: string[]; own: boolean }>();
  for (const { at, field, places } of evidenced) {
    places.forEach(([start, end, cleanStart, cleanEnd], i) => {
      const [from, to] = side === 'source' ? [start, end] : [cleanStart, cleanEnd];
      if (to <= from) return;
      const known = byPlace.get(`${from}-${to}`);
      if (known === undefined)
        byPlace.set(`${from}-${to}`, { start: from, end: to, field, values: [at], own: i === 0 });
      else {
        if (!known.values.includes(at)) known.values.push(at);
        if (!known.own && i === 0) Object.assign(known, { own: true, field });
      }
    });
  }
  // Short ones lie nearest to the words; each takes the first lane in which nothing is in its way.
  const lanes: { start: number; end: number }[][] = [];
  return [...byPlace.values()]
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
    .map((one): Stretch => {
      let lane = lanes.findIndex((taken) => taken.every(({ start, end }) => end <= one.start || one.end <= start));
      if (lane < 0) lane = lanes.length < LANES ? lanes.push([]) - 1 : LANES - 1;
      lanes[lane]?.push(one);
      return { ...one, lane };
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A place in the shown text that restoring changed. */
interface Mended {
  readonly start: number;
  readonly end: number;
  readonly change: Change;
}

function mendedIn({ changes }: Source, side: Side): readonly Mended[] {
  let shift = 0;
  return changes.map((change) => {
    const [start, end, to] = change;
    const from = start + (side === 'source' ? 0 : shift);
    shift += to.length - (end - start);
    return { start: from, end: from + (side === 'source' ? end - start : to.length), change };
  });
}

/** Longest piece of a change that a tooltip shows, in code units. */
const LONGEST = 60;

const short = (text: string): string => spelled(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** What a change did, in a line: 聯(lián) → 联 · restore/script */
export function toldChange({ text }: Source, [start, end, to, ...rules]: Change, ids: readonly string[]): string {
  const names = rules.map((rule) => ids[rule] ?? '').join(', ');
  return `${short(text.slice(start, end)) || '∅'} → ${short(to) || '∅'} · ${names}`;
}

/**
 * The text of an article, line by line, each value's words underlined in the colour of its field, and what was mended
 * marked. Stretches that overlap or cross each keep their own line: the text is cut where any of them starts or ends.
 * The text of the element is the text of the article, to the character.
 */
export function textView(source: Source, evidenced: readonly Evidenced[], side: Side, rules: readonly string[]): Tree {
  const text = side === 'source' ? source.text : restoredText(source);
  const stretches = stretchesOf(evidenced, side);
  const mended = mendedIn(source, side);
  const cuts = new Set<number>();
  for (const { start, end } of [...stretches, ...mended]) cuts.add(start).add(end);
  const ends = lineEndsOf(text);
  for (const end of ends) cuts.add(end);
  const at = [...cuts].filter((cut) => cut > 0 && cut < text.length).sort((a, b) => a - b);
  at.push(text.length);

  const lines: Tree[] = [];
  let line: Content[] = [];
  let open: readonly Stretch[] = [];
  let [from, nextStretch, nextMended, nextEnd] = [0, 0, 0, 0];
  for (const to of at) {
    open = open.filter(({ end }) => end > from);
    while (nextStretch < stretches.length && (stretches[nextStretch] as Stretch).start <= from) {
      open = [...open, stretches[nextStretch++] as Stretch];
    }
    let whole: Mended | null = null;
    for (; nextMended < mended.length; nextMended++) {
      const one = mended[nextMended] as Mended;
      if (one.start > from) break;
      if (one.end > from) whole = one;
      if (whole !== null) break;
      if (one.start === one.end) line.push(gap(source, one, rules));
    }
    const words = text.slice(from, to);
    const shown: Content =
      whole === null
        ? seen(words)
        : h('span', { class: 'mend', title: toldChange(source, whole.change, rules) }, seen(words));
    if (words !== '') line.push(underlined(shown, open, from, to));
    if (to === ends[nextEnd]) {
      lines.push(lineOf(line, text.slice(ends[nextEnd - 1] ?? 0, to)));
      line = [];
      nextEnd++;
    }
    from = to;
  }
  for (const one of mended.slice(nextMended)) if (one.start === one.end) line.push(gap(source, one, rules));
  if (line.length > 0) lines.push(lineOf(line, text.slice(ends.at(-1) ?? 0)));
  return h('div', { class: 'text', lang: 'zh-CN', 'data-side': side }, ...lines);
}

/** Nothing is left of a change in the text that is shown: a mark stands where it was. */
const gap = (source: Source, { change }: Mended, rules: readonly string[]): Tree =>
  h('i', { class: 'gap', title: toldChange(source, change, rules) });

const lineOf = (content: readonly Content[], words: string): Tree =>
  h('p', { class: words.trim() === '' ? 'blank' : null }, ...content);

/** Where the lines of a text end, each with its line break. */
function lineEndsOf(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at + 1);
  return ends;
}

/** Words within one element for each line under them, the nearest line innermost. */
function underlined(words: Content, open: readonly Stretch[], from: number, to: number): Content {
  return [...open]
    .sort((a, b) => a.lane - b.lane)
    .reduce<Content>(
      (inner, { start, end, field, values, own, lane }) =>
        h(
          'span',
          {
            class: classes('u', `f-${field}`, `l${lane}`, !own && 'by', start === from && 's', end === to && 'e'),
            'data-v': values.join(' '),
          },
          inner,
        ),
      words,
    );
}
