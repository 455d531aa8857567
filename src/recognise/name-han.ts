import { candidateOf, isHan, MOST_FROM_ARTICLE, type NameCandidate, THRESHOLD, type Weight } from './name-candidate.ts';
import type { Surroundings } from './name-context.ts';
import { evidence, isNoName, type NameReading } from './name-evidence.ts';
import { givenNameOdds, LONGEST_SURNAME, mayOpenName, surnames } from './name-weights.ts';

/** The most that the right context adds, and the evidence `slot`, which wants a post; see name-context. */
const MOST_FROM_RIGHT = 4;
const MOST_FROM_SLOT = 3;
/** A reading below this cannot win, whatever the rest of the article says for it. */
const HOPELESS = THRESHOLD - MOST_FROM_ARTICLE;

/**
 * Names of a husband's and a wife's surname: 总干事|陈冯富珍. They are read behind a post alone, and where the second
 * surname is a common one.
 */
function doubleSurnames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  for (let at = 1; at + 4 <= text.length; at++) {
    if (around.postEnd(at) !== 2 || !mayOpenName(text.charCodeAt(at)) || !mayOpenName(text.charCodeAt(at + 1)))
      continue;
    const [first, second] = [surnames.get(text[at] as string), surnames.get(text[at + 1] as string)];
    if (first === undefined || second === undefined || first < 1 || second < 1) continue;
    const end = at + 4;
    if (!isHan(text, at + 2) || !isHan(text, at + 3)) continue;
    const given = givenNameOdds(text, at + 2, end);
    const right = around.right(end);
    if (given < 0 || right.odds < 1) continue;
    const left = around.left(at);
    const weights = { characters: first + second + given, left: left.odds, right: right.odds, 'two-surnames': -2 };
    found.push(candidateOf(text, { start: at, end }, 'name-han/two-surnames', weights, left, right));
  }
  return found;
}

/** Han names: a surname and one or two characters. 于|海田 · 欧阳|坚 · 秦|禾 */
export function hanNames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found = doubleSurnames(around);
  for (let at = 0; at < text.length; at++) {
    if (!mayOpenName(text.charCodeAt(at))) continue;
    for (let length = LONGEST_SURNAME; length > 0; length--) {
      const surname = surnames.getAt(text, at, at + length);
      if (surname === undefined) continue;
      for (let given = 1; given <= 2; given++) {
        const end = at + length + given;
        if (end > text.length || !isHan(text, end - 1)) break;
        const name = weighed(around, at, at + length, end, surname);
        if (name !== null) found.push(name);
      }
    }
  }
  return found;
}

/** A surname `[start, surnameEnd)` and a given name up to `end` as a candidate; null when it is no name or cannot win. */
function weighed(
  around: Surroundings,
  start: number,
  surnameEnd: number,
  end: number,
  surname: number,
): NameCandidate | null {
  const { text } = around;
  // What costs least comes first: most readings are given up by their characters and what stands left of them.
  const own = surname + givenNameOdds(text, surnameEnd, end);
  if (own < -8) return null;
  const left = around.left(start);
  if (left.kind === 'other' && own < 2) return null;
  const most = own + left.odds + (left.kind === 'post' ? MOST_FROM_SLOT : 0);
  if (most + MOST_FROM_RIGHT < HOPELESS) return null;
  const right = around.right(end);
  if (most + right.odds < HOPELESS || isNoName(text, start, surnameEnd, end)) return null;
  const reading: NameReading = { text, start, end, surnameEnd, left, right };
  const weights: Weight[] = [
    ['characters', own],
    ['left', left.odds],
    ['right', right.odds],
  ];
  let odds = own + left.odds + right.odds;
  for (const { id, weigh } of evidence) {
    const weight = weigh(reading);
    if (weight !== 0) weights.push([id, weight]);
    odds += weight;
    // Only the slot, which is the first, speaks for a name.
    if (odds < HOPELESS) return null;
  }
  const rule = surnameEnd - start > 1 ? 'name-han/compound-surname' : 'name-han/surname';
  return { start, end, name: text.slice(start, end), rule, odds, weights, left, right };
}
