import { loadTable } from '../lexicon/load.ts';
import { wordList } from '../lexicon/lookup.ts';
import { candidateOf, isHan, type NameCandidate } from './name-candidate.ts';
import { DOTS, OFFICE, type Surroundings } from './name-context.ts';
import { elementAcross, foreignOdds, givenNameOdds, hasElement, isMadeOfElements, surnames } from './name-weights.ts';

/** Countries and cities abroad: 尼日利亚|新闻和文化部 is no name. */
const countries = wordList(loadTable('places-abroad').map((row) => row.name ?? ''));
/** No name has more parts behind its first; without an end, a chain of dots would be read anew from each of them. */
const MOST_PARTS = 8;

/** Names with a dot in them: 艾力更·依明巴海. The first part starts behind a post, a mark or an introducing word. */
export function dottedNames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  let done = 0;
  for (const at of around.dots) {
    if (at < done || !isHan(text, at - 1) || !isHan(text, at + 1)) continue;
    const start = dottedStart(around, at);
    let end = at;
    let parts = '';
    for (let part = 0; part < MOST_PARTS && DOTS.at(text, end) && isHan(text, end + 1); part++) {
      const from = end + 1;
      end = partEnd(around, from);
      parts += text.slice(from, end);
    }
    if (start === at || parts === '') continue;
    // “丝路·明珠”: a motto.
    if (text[start - 1] === '“' && text[end] === '”') continue;
    const left = around.left(start);
    const right = around.right(end);
    // 创业中华·筑梦陇原 is no name: both parts must sound like one.
    const sound = foreignOdds(text, start, at) + foreignOdds(parts);
    if (sound < -1 && left.kind !== 'post' && !hasElement(text, start, end)) continue;
    const weights = { dots: 6, left: left.odds, right: right.odds, sound };
    found.push(candidateOf(around, start, end, 'name-foreign/dotted', weights, left, right));
    done = end;
  }
  return found;
}

/** Where the first part of a dotted name starts: behind a post or a mark near by, else as far as it sounds like a name. */
function dottedStart(around: Surroundings, dot: number): number {
  const { text } = around;
  for (let start = dot - 1; start >= Math.max(0, dot - 8) && isHan(text, start); start--) {
    const { kind } = around.left(start);
    if (kind === 'post' || kind === 'list' || kind === 'clause') return start;
    if ((kind === 'introducer' || kind === 'organisation') && foreignOdds(text, start - 1, start) < 0) return start;
  }
  let start = dot;
  while (start > 0 && dot - start < 8 && isHan(text, start - 1) && foreignOdds(text, start - 1, start) > -0.5) start--;
  return start;
}

/** Whether a character is one that transcribed names are written with; never so behind the end. */
const soundsForeign = (text: string, at: number): boolean => at < text.length && foreignOdds(text, at, at + 1) >= 0.5;

/** Where a part of a dotted name ends: at a mark, a post or a predicate, unless the next character still sounds like a name. */
function partEnd(around: Surroundings, from: number): number {
  const { text } = around;
  let end = from + 1;
  while (end < text.length && end - from < 8 && isHan(text, end)) {
    if (elementAcross(text, end)) {
      end++;
      continue;
    }
    const right = around.right(end);
    if (right.odds > 3 || right.kind === 'post') break;
    if (right.kind === 'verb' && !soundsForeign(text, end) && !soundsForeign(text, end + 1)) break;
    end++;
  }
  return end;
}

/** Transcribed names and names without a Han surname, right behind a post: 总裁|谢钦 · 部长|白玛赤林. */
export function foreignNames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  for (const at of around.officeEnds) readForeign(around, at, found);
  for (const mark of around.listMarks)
    if (around.postEnd(mark + 1) !== OFFICE && isHan(text, mark + 1)) readForeign(around, mark + 1, found);
  return found;
}

/** Adds the names to `found` that a transcribed one at `start` may be. */
function readForeign(around: Surroundings, start: number, found: NameCandidate[]): void {
  const { text } = around;
  const left = around.left(start);
  if (left.kind !== 'post' && left.kind !== 'list') return;
  for (let end = start + 2; end <= Math.min(text.length, start + 7) && isHan(text, end - 1); end++) {
    // 白玛|央金: made of nothing but parts of names in use.
    const own = end - start > 2 && isMadeOfElements(text, start, end) ? 3 : foreignOdds(text, start, end);
    if (own < (left.kind === 'list' ? 1 : 0.2) || (own < 2 && opensLikeName(text, start, end))) continue;
    if (countries.longestAt(text, start, end) !== null) continue;
    const right = around.right(end);
    if (right.kind === 'other' || (left.kind === 'list' && right.kind === 'post')) continue;
    const weights = {
      sound: own * Math.min(4, end - start),
      left: left.odds,
      right: right.odds,
      'no-surname': left.kind === 'post' ? -3 : -6,
    };
    found.push(candidateOf(around, start, end, 'name-foreign/transcribed', weights, left, right));
  }
}

/** A Han name reads well at the opening of a stretch, so that it needs no transcription: 方宁|轮流. */
function opensLikeName(text: string, start: number, end: number): boolean {
  const surname = surnames.longestAt(text, start, end);
  return (
    surname !== null && surname.value > 0 && surname.end < end && givenNameOdds(text, surname.end, surname.end + 1) > -2
  );
}
