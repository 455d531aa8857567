import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import { candidateOf, isHan, type NameCandidate } from './name-candidate.ts';
import { leftOf, rightOf } from './name-context.ts';
import { elementAcross, foreignOdds, givenNameOdds, hasElement, isMadeOfElements, surnames } from './name-weights.ts';

/** · and what stands for it: • ‧ ・ ∙ ● ． */
const DOTS = new Set([0xb7, 0x2022, 0x2027, 0x30fb, 0x2219, 0x25cf, 0xff0e]);

/** Countries and cities abroad: 尼日利亚|新闻和文化部 is no name. */
const countries = new Lexicon<true>(loadTable('places-abroad').map((row) => [row.name ?? '', true]));
/** No name has more parts behind its first; without an end, a chain of dots would be read anew from each of them. */
const MOST_PARTS = 8;

/** Names with a dot in them: 艾力更·依明巴海. The first part starts behind a post, a mark or an introducing word. */
export function dottedNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (let at = 1; at < text.length - 1; at++) {
    if (!DOTS.has(text.charCodeAt(at)) || !isHan(text, at - 1) || !isHan(text, at + 1)) continue;
    const start = dottedStart(text, at, postEnds);
    let end = at;
    let parts = '';
    for (let part = 0; part < MOST_PARTS && DOTS.has(text.charCodeAt(end)) && isHan(text, end + 1); part++) {
      const from = end + 1;
      end = partEnd(text, from);
      parts += text.slice(from, end);
    }
    if (start === at || parts === '') continue;
    // “丝路·明珠”: a motto.
    if (text[start - 1] === '“' && text[end] === '”') continue;
    const left = leftOf(text, start, postEnds);
    const right = rightOf(text, end);
    // 创业中华·筑梦陇原 is no name: both parts must sound like one.
    const sound = foreignOdds(text.slice(start, at)) + foreignOdds(parts);
    if (sound < -1 && left.kind !== 'post' && !hasElement(text.slice(start, end))) continue;
    const weights = { dots: 6, left: left.odds, right: right.odds, sound };
    found.push(candidateOf(text, { start, end }, 'name-foreign/dotted', weights, left, right));
    at = end;
  }
  return found;
}

/** Where the first part of a dotted name starts: behind a post or a mark near by, else as far as it sounds like a name. */
function dottedStart(text: string, dot: number, postEnds: Uint8Array): number {
  for (let start = dot - 1; start >= Math.max(0, dot - 8) && isHan(text, start); start--) {
    const { kind } = leftOf(text, start, postEnds);
    if (kind === 'post' || kind === 'list' || kind === 'clause') return start;
    if ((kind === 'introducer' || kind === 'organisation') && foreignOdds(text[start - 1] as string) < 0) return start;
  }
  let start = dot;
  while (start > 0 && dot - start < 8 && isHan(text, start - 1) && foreignOdds(text[start - 1] as string) > -0.5)
    start--;
  return start;
}

/** Where a part of a dotted name ends: at a mark, a post or a predicate, unless the next character still sounds like a name. */
function partEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && end - from < 8 && isHan(text, end)) {
    if (elementAcross(text, end)) {
      end++;
      continue;
    }
    const right = rightOf(text, end);
    if (right.odds > 3 || right.kind === 'post') break;
    if (right.kind === 'verb' && foreignOdds(text[end] as string) < 0.5 && foreignOdds(text[end + 1] ?? '，') < 0.5)
      break;
    end++;
  }
  return end;
}

/** Transcribed names and names without a Han surname, right behind a post: 总裁|谢钦 · 部长|白玛赤林. */
export function foreignNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (let at = 1; at < text.length; at++) {
    const left =
      (postEnds[at] as number) === 2 || (text[at - 1] === '、' && isHan(text, at)) ? leftOf(text, at, postEnds) : null;
    if (left === null || (left.kind !== 'post' && left.kind !== 'list')) continue;
    for (let end = at + 2; end <= Math.min(text.length, at + 7) && isHan(text, end - 1); end++) {
      const right = rightOf(text, end);
      if (right.kind === 'other' || (left.kind === 'list' && right.kind === 'post')) continue;
      const name = text.slice(at, end);
      // 白玛|央金: made of nothing but parts of names in use.
      const own = end - at > 2 && isMadeOfElements(name) ? 3 : foreignOdds(name);
      if (countries.longestAt(name, 0) !== null) continue;
      if (own < (left.kind === 'list' ? 1 : 0.2) || (own < 2 && opensLikeName(name))) continue;
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
function opensLikeName(name: string): boolean {
  const surname = surnames.longestAt(name, 0);
  return surname !== null && surname.value > 0 && givenNameOdds(name.slice(surname.end, surname.end + 1)) > -2;
}
