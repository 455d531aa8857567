import { CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { wordList } from '../lexicon/lookup.ts';
import { candidateOf, isHan, type NameCandidate } from './name-candidate.ts';
import type { Surroundings } from './name-context.ts';
import { elementAcross, foreignOdds, givenNameOdds, hasElement, isMadeOfElements, surnames } from './name-weights.ts';

/** · and what stands for it: • ‧ ・ ∙ ● ． */
const DOTS = new CharacterSet('\u00b7\u2022\u2027\u30fb\u2219\u25cf\uff0e');

/** Countries and cities abroad: 尼日利亚|新闻和文化部 is no name. */
const countries = wordList(loadTable('places-abroad').map((row) => row.name ?? ''));
/** No name has more parts behind its first; without an end, a chain of dots would be read anew from each of them. */
const MOST_PARTS = 8;

/** Names with a dot in them: 艾力更·依明巴海. The first part starts behind a post, a mark or an introducing word. */
export function dottedNames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  for (let at = 1; at < text.length - 1; at++) {
    if (!DOTS.at(text, at) || !isHan(text, at - 1) || !isHan(text, at + 1)) continue;
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
    found.push(candidateOf(text, { start, end }, 'name-foreign/dotted', weights, left, right));
    at = end;
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

const LIST_MARK = 0x3001; // 、

/** Transcribed names and names without a Han surname, right behind a post: 总裁|谢钦 · 部长|白玛赤林. */
export function foreignNames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  for (let at = 1; at < text.length; at++) {
    if (around.postEnd(at) !== 2 && !(text.charCodeAt(at - 1) === LIST_MARK && isHan(text, at))) continue;
    const left = around.left(at);
    if (left.kind !== 'post' && left.kind !== 'list') continue;
    for (let end = at + 2; end <= Math.min(text.length, at + 7) && isHan(text, end - 1); end++) {
      // 白玛|央金: made of nothing but parts of names in use.
      const own = end - at > 2 && isMadeOfElements(text, at, end) ? 3 : foreignOdds(text, at, end);
      if (own < (left.kind === 'list' ? 1 : 0.2) || (own < 2 && opensLikeName(text, at, end))) continue;
      if (countries.longestAt(text, at, end) !== null) continue;
      const right = around.right(end);
      if (right.kind === 'other' || (left.kind === 'list' && right.kind === 'post')) continue;
      const weights = {
        sound: own * Math.min(4, end - at),
        left: left.odds,
        right: right.odds,
        'no-surname': left.kind === 'post' ? -3 : -6,
      };
      found.push(candidateOf(text, { start: at, end }, 'name-foreign/transcribed', weights, left, right));
    }
  }
  return found;
}

/** A Han name reads well at the opening of a stretch, so that it needs no transcription: 方宁|轮流. */
function opensLikeName(text: string, start: number, end: number): boolean {
  const surname = surnames.longestAt(text, start, end);
  return (
    surname !== null && surname.value > 0 && surname.end < end && givenNameOdds(text, surname.end, surname.end + 1) > -2
  );
}
