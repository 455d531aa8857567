import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import type { Recognised } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { endsItem } from './plan-ends.ts';
import { type Marker, markersIn } from './plan-markers.ts';

/** One item of a numbered list, from its mark to its end, with the lists inside it. */
export interface RunItem extends Span {
  readonly marker: Marker;
  readonly runs: readonly Run[];
}

/** A numbered list. */
export interface Run {
  readonly items: readonly RunItem[];
}

interface Open {
  readonly items: { marker: Marker; runs: Open[] }[];
}

const SPACE = new CharacterSet(SPACES);
/** A list does not go on over so many characters. */
const LONGEST_GAP = 4000;
/** Nor over so many items. */
const MOST_ITEMS = 60;
/** More marks than an article of any length has. */
const MOST_MARKERS = 4000;

/** The numbered lists of an article, in order; those inside an item of another stand there. */
export function runsOf(article: Recognised): readonly Run[] {
  const { clean: text } = article;
  const markers = markersIn(text).slice(0, MOST_MARKERS);
  if (markers.length === 0) return [];
  const roots: Open[] = [];
  let stack: Open[] = [];
  const last = (run: Open): Marker => (run.items.at(-1) as Open['items'][number]).marker;

  markers.forEach((marker, index) => {
    const at = stack.findLastIndex((run) => run.items.length < MOST_ITEMS && goesOn(last(run), marker));
    if (at >= 0) {
      stack = stack.slice(0, at + 1);
      (stack[at] as Open).items.push({ marker, runs: [] });
      return;
    }
    if (!opens(marker, markers[index + 1])) return;
    const run: Open = { items: [{ marker, runs: [] }] };
    // A list is not inside another of its own style.
    const alike = stack.findIndex((other) => last(other).style === marker.style);
    if (alike >= 0) stack = stack.slice(0, alike);
    while (stack.length > 0) {
      const outer = stack.at(-1) as Open;
      if (encloses(article, outer, marker, markers, index)) break;
      stack.pop();
    }
    const outer = stack.at(-1);
    if (outer === undefined) roots.push(run);
    else outer.items.at(-1)?.runs.push(run);
    stack.push(run);
  });
  return closeAll(article, roots, text.length);
}

/** Whether `next` is the mark after `last` of one list; 一要 二要 三是 is one, a number may be left out or said twice. */
function goesOn(last: Marker, next: Marker): boolean {
  if (next.start - last.end > LONGEST_GAP) return false;
  const alike = last.style === next.style;
  const spoken = (one: Marker): boolean => one.style === 'is' || one.style === 'must';
  if (next.style === 'first' && next.number === 0) return last.style === 'first' && last.number >= 2;
  // 首先 … 第二 … 第三, and 第一 … 其次.
  const ordered = (one: Marker): boolean => one.style === 'first' || one.style === 'ordinal';
  if (!alike && !(spoken(last) && spoken(next)) && !(ordered(last) && ordered(next))) return false;
  if (next.number === last.number + 1) return true;
  if (!alike || next.number < 2) return false;
  return next.number === last.number || (next.number > last.number && next.number <= last.number + 2);
}

/** Whether a list may start here: at one, or at two when its three comes next. */
function opens(marker: Marker, next: Marker | undefined): boolean {
  if (marker.number === 1) return true;
  return (
    marker.number === 2 &&
    marker.style !== 'first' &&
    next !== undefined &&
    next.style === marker.style &&
    next.number === 3
  );
}

/** Whether a list that starts at `marker` lies within the last item so far of `outer`. */
function encloses(
  article: Recognised,
  outer: Open,
  marker: Marker,
  markers: readonly Marker[],
  index: number,
): boolean {
  const before = outer.items.at(-1)?.marker as Marker;
  if (before.style === marker.style) return false;
  for (let i = index + 1; i < markers.length; i++) {
    const later = markers[i] as Marker;
    if (later.start - before.end > LONGEST_GAP) break;
    if (later.style === before.style && later.number === 1) break;
    if (later.style === before.style && later.number === before.number + 1) return true;
  }
  // A list of one item is none: nothing lies within it.
  if (outer.items.length < 2) return false;
  return marker.start < lastEnd(article, outer, article.clean.length);
}

/** Lists that stand one after the other: none reaches into the next. */
const closeAll = (article: Recognised, runs: readonly Open[], limit: number): readonly Run[] =>
  runs.flatMap((run, index) => close(article, run, runs[index + 1]?.items[0]?.marker.start ?? limit));

/**
 * The list with the ends of its items, and behind it the lists that were taken to lie in its last item and turn out to
 * stand behind its end. Lists of one item are dissolved into those inside them.
 */
function close(article: Recognised, run: Open, limit: number): readonly Run[] {
  const { clean: text } = article;
  const items: RunItem[] = [];
  const behind: Open[] = [];
  run.items.forEach((item, index) => {
    const next = run.items[index + 1]?.marker.start;
    // A list whose outer one ended before it has only its own words to end it.
    const bound = limit > item.marker.end ? limit : text.length;
    const end = trimEnd(text, item.marker.end, next ?? Math.min(bound, lastEnd(article, run, bound)));
    const inside = item.runs.filter((inner) => firstStart(inner) < end);
    for (const inner of item.runs) if (firstStart(inner) >= end) behind.push(inner);
    items.push({
      start: item.marker.start,
      end,
      marker: item.marker,
      runs: closeAll(article, inside, next ?? end),
    });
  });
  const after = closeAll(article, behind, limit);
  if (items.length < 2) return [...items.flatMap((item) => item.runs), ...after];
  return [{ items }, ...after];
}

const firstStart = (run: Open): number => (run.items[0] as Open['items'][number]).marker.start;

function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && SPACE.at(text, at - 1)) at--;
  return at;
}

/**
 * Where the last item of a list ends. Items of one sentence each: with the sentence. Items of several, or with a list
 * inside that goes on: with the paragraph, or before a sentence that somebody speaks or that tells what came next.
 */
function lastEnd(article: Recognised, run: Open, limit: number): number {
  const { sentences, paragraphs } = article;
  const marker = run.items.at(-1)?.marker as Marker;
  let index = sentenceAt(article, marker.start);
  const first = sentences[index];
  if (first === undefined) return limit;
  const shape = shapeOf(article, run);
  let end = Math.min(limit, first.end);
  // Another list follows in the same sentence: its own words lead to it from the last ； on.
  if (limit < first.end) {
    const stop = article.clean.slice(marker.end, limit).search(/[；;][^；;]*$/u);
    if (stop >= 0) end = marker.end + stop + 1;
  }
  const inner = run.items.at(-1)?.runs.at(-1)?.items.at(-1)?.marker.start ?? 0;
  const nested = inner >= end;
  if (shape.sentences < 2 && !nested && !isHeading(article, marker, end) && !breaksOff(article.clean, end)) return end;
  let paragraph = first.paragraph;
  let lines = 1;
  for (index++; index < sentences.length; index++) {
    const sentence = sentences[index] as Span & { paragraph: number };
    if (sentence.start >= limit || (!breaksOff(article.clean, end) && endsItem(article, sentence))) break;
    if (sentence.paragraph !== paragraph && breaksOff(article.clean, end)) {
      // A line broken in mid-sentence goes on in the next one.
      paragraph = sentence.paragraph;
    } else if (sentence.paragraph !== paragraph) {
      if (lines >= shape.lines && !(nested && opensInner(run, sentence, paragraphs))) break;
      paragraph = sentence.paragraph;
      lines++;
    }
    end = Math.min(limit, sentence.end);
  }
  return end;
}

/** A line that ends at `end` ends in mid-sentence. */
const breaksOff = (text: string, end: number): boolean => '，、,'.includes(text[end - 1] as string);

/** A list inside goes on in this line. */
function opensInner(run: Open, sentence: Span & { paragraph: number }, paragraphs: readonly Span[]): boolean {
  const line = paragraphs[sentence.paragraph] as Span;
  return (run.items.at(-1)?.runs ?? []).some((inner) =>
    inner.items.some(({ marker }) => marker.start >= line.start && marker.start < line.end),
  );
}

/** The item's first sentence is a heading of a few words (三要敢于创新。), and more belongs to it. */
const isHeading = (article: Recognised, marker: Marker, end: number): boolean =>
  end - marker.end <= 14 && article.clean[end - 1] === '。' && marker.opensLine;

/** How long the items before the last are at most, in sentences and in lines. */
function shapeOf(article: Recognised, run: Open): { readonly sentences: number; readonly lines: number } {
  let most = 1;
  let lines = 1;
  for (let i = 0; i + 1 < run.items.length; i++) {
    const from = sentenceAt(article, run.items[i]?.marker.start as number);
    const next = run.items[i + 1]?.marker as Marker;
    let to = sentenceAt(article, next.start);
    if ((article.sentences[to]?.start ?? 0) >= next.start - 1) to--;
    most = Math.max(most, to - from + 1);
    lines = Math.max(lines, (article.sentences[to]?.paragraph ?? 0) - (article.sentences[from]?.paragraph ?? 0) + 1);
  }
  return { sentences: most, lines };
}

/** Index of the sentence in which a place of the text lies. */
export function sentenceAt(article: Recognised, at: number): number {
  const { sentences } = article;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle] as Span).end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
