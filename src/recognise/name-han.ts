import { mostFromArticle } from './name-article.ts';
import {
  candidateOf,
  isHan,
  MOST_FROM_ARTICLE,
  type NameCandidate,
  THRESHOLD,
  UNTOLD,
  type Weight,
} from './name-candidate.ts';
import type { Surroundings } from './name-context.ts';
import { evidence, isNoName, type NameReading, nothingAround } from './name-evidence.ts';
import { compoundSurnames, givenNameOdds, LONGEST_SURNAME, surnameOdds, surnames } from './name-weights.ts';

/** The most that the right context adds, and the evidence `slot`, which wants a post; see name-context. */
const MOST_FROM_RIGHT = 4;
const MOST_FROM_SLOT = 3;
/** The same weights, added up in another order, differ by less. */
const ROUNDING = 1e-9;
/** No given name has more characters. */
const LONGEST_GIVEN = 2;
/** A reading below this cannot win, whatever the rest of the article says for it. */
const HOPELESS = THRESHOLD - MOST_FROM_ARTICLE;

/**
 * Names of a husband's and a wife's surname: 总干事|陈冯富珍. They are read behind a post alone, and where the second
 * surname is a common one.
 */
function doubleSurnames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  for (const at of around.officeEnds) {
    const end = at + 4;
    if (end > text.length) break;
    const first = surnameOdds(text, at);
    const second = surnameOdds(text, at + 1);
    if (!(first >= 1 && second >= 1)) continue;
    if (!isHan(text, at + 2) || !isHan(text, at + 3)) continue;
    const given = givenNameOdds(text, at + 2, end);
    const right = around.right(end);
    if (given < 0 || right.odds < 1) continue;
    const left = around.left(at);
    const weights = { characters: first + second + given, left: left.odds, right: right.odds, 'two-surnames': -2 };
    found.push(candidateOf(around, at, end, 'name-han/two-surnames', weights, left, right));
  }
  return found;
}

/**
 * Han names: a surname and one or two characters. 于|海田 · 欧阳|坚 · 秦|禾
 * What cannot reach `least` odds, whatever the article adds to it, is left out.
 */
export function hanNames(around: Surroundings, least: number): NameCandidate[] {
  const { text } = around;
  const found = doubleSurnames(around);
  const read = (start: number, surnameEnd: number, surname: number): void => {
    for (let end = surnameEnd + 1; end <= surnameEnd + LONGEST_GIVEN; end++) {
      if (end > text.length || !isHan(text, end - 1)) break;
      const name = weighed(around, start, surnameEnd, end, surname, least);
      if (name !== null) found.push(name);
    }
  };
  for (const at of around.openings) {
    if (compoundSurnames.opensWith(text.charCodeAt(at))) {
      const compound = compoundSurnames.getAt(text, at, at + LONGEST_SURNAME);
      if (compound !== undefined) read(at, at + LONGEST_SURNAME, compound);
    }
    const surname = surnameOdds(text, at);
    if (!Number.isNaN(surname)) read(at, at + 1, surname);
  }
  return found;
}

/** Whether a stretch is read as a Han name at all, be it one that cannot win. */
export function isHanName(around: Surroundings, start: number, end: number): boolean {
  const { text } = around;
  for (let surnameEnd = start + 1; surnameEnd <= start + LONGEST_SURNAME; surnameEnd++) {
    const surname = surnames.getAt(text, start, surnameEnd);
    const given = end - surnameEnd;
    if (surname === undefined || given < 1 || given > LONGEST_GIVEN) continue;
    if (isHan(text, surnameEnd) && isHan(text, end - 1) && weighed(around, start, surnameEnd, end, surname) !== null)
      return true;
  }
  return false;
}

/** A surname `[start, surnameEnd)` and a given name up to `end` as a candidate; null when it is no name or cannot win. */
function weighed(
  around: Surroundings,
  start: number,
  surnameEnd: number,
  end: number,
  surname: number,
  least = Number.NEGATIVE_INFINITY,
): NameCandidate | null {
  const { text } = around;
  // What costs least comes first: most readings are given up by their characters and what stands around them.
  const own = surname + givenNameOdds(text, surnameEnd, end);
  if (own < -8) return null;
  const left = around.left(start);
  if (left.kind === 'other' && own < 2) return null;
  const beforeRight = own + left.odds + (left.kind === 'post' ? MOST_FROM_SLOT : 0);
  if (beforeRight + MOST_FROM_RIGHT < HOPELESS) return null;
  const right = around.right(end);
  const most = beforeRight + right.odds;
  if (most < HOPELESS || most + nothingAround(left, right) + mostFromArticle(left, right) < least - ROUNDING)
    return null;
  if (isNoName(text, start, surnameEnd, end)) return null;
  const reading: NameReading = { around, text, start, end, surnameEnd, left, right };
  const weights: Weight[] | null = around.tells ? [] : null;
  weights?.push(['characters', own], ['left', left.odds], ['right', right.odds]);
  let odds = own + left.odds + right.odds;
  for (const { id, weigh } of evidence) {
    const weight = weigh(reading);
    if (weight !== 0) weights?.push([id, weight]);
    odds += weight;
    // Only the slot, which is the first, speaks for a name.
    if (odds < HOPELESS) return null;
  }
  const rule = surnameEnd - start > 1 ? 'name-han/compound-surname' : 'name-han/surname';
  return { start, end, name: text.slice(start, end), rule, odds, weights: weights ?? UNTOLD, left, right };
}
