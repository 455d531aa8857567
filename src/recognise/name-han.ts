import { candidateOf, isHan, MOST_FROM_ARTICLE, type NameCandidate, THRESHOLD } from './name-candidate.ts';
import { type LeftContext, leftOf, type RightContext, rightOf } from './name-context.ts';
import { evidence, isNoName, type NameReading } from './name-evidence.ts';
import { givenNameOddsAt, mayOpenName, surnames } from './name-weights.ts';

/** The most that the right context adds, and the evidence `slot`, which wants a post; see name-context. */
const MOST_FROM_RIGHT = 4;
const MOST_FROM_SLOT = 3;

/**
 * Names of a husband's and a wife's surname: 总干事|陈冯富珍. They are read behind a post alone, and where the second
 * surname is a common one.
 */
function doubleSurnames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (let at = 1; at + 4 <= text.length; at++) {
    if ((postEnds[at] as number) !== 2 || !mayOpenName(text.charCodeAt(at)) || !mayOpenName(text.charCodeAt(at + 1)))
      continue;
    const [first, second] = [surnames.get(text[at] as string), surnames.get(text[at + 1] as string)];
    if (first === undefined || second === undefined || first < 1 || second < 1) continue;
    const end = at + 4;
    if (!isHan(text, at + 2) || !isHan(text, at + 3)) continue;
    const given = givenNameOddsAt(text, at + 2, end);
    const right = rightOf(text, end);
    if (given < 0 || right.odds < 1) continue;
    const left = leftOf(text, at, postEnds);
    const weights = { characters: first + second + given, left: left.odds, right: right.odds, 'two-surnames': -2 };
    found.push(candidateOf(text, { start: at, end }, 'name-han/two-surnames', weights, left, right));
  }
  return found;
}

/** Han names: a surname and one or two characters. 于|海田 · 欧阳|坚 · 秦|禾 */
export function hanNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found = doubleSurnames(text, postEnds);
  const hopeless = THRESHOLD - MOST_FROM_ARTICLE;
  const rights: (RightContext | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!mayOpenName(text.charCodeAt(at))) continue;
    let left: LeftContext | null = null;
    for (const surname of surnames.allAt(text, at)) {
      for (let given = 1; given <= 2; given++) {
        const end = surname.end + given;
        if (end > text.length || !isHan(text, end - 1)) break;
        const own = surname.value + givenNameOddsAt(text, surname.end, end);
        if (own < -8) continue;
        left ??= leftOf(text, at, postEnds);
        if (left.kind === 'other' && own < 2) continue;
        const most = own + left.odds + (left.kind === 'post' ? MOST_FROM_SLOT : 0);
        if (most + MOST_FROM_RIGHT < hopeless) continue;
        rights[end] ??= rightOf(text, end);
        const right = rights[end];
        if (most + right.odds < hopeless) continue;
        const name = text.slice(at, end);
        if (isNoName(name, text.slice(surname.end, end))) continue;
        const reading: NameReading = { text, start: at, end, name, surname, left, right };
        const weights: Record<string, number> = { characters: own, left: left.odds, right: right.odds };
        let odds = own + left.odds + right.odds;
        for (const { id, weigh } of evidence) {
          const weight = weigh(reading);
          if (weight === 0) continue;
          weights[id] = weight;
          odds += weight;
        }
        if (odds < hopeless) continue;
        const rule = surname.word.length > 1 ? 'name-han/compound-surname' : 'name-han/surname';
        found.push({ start: at, end, name, rule, odds, weights, left, right });
      }
    }
  }
  return found;
}
