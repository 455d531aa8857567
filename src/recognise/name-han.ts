import { isHan, MOST_FROM_ARTICLE, type NameCandidate, THRESHOLD } from './name-candidate.ts';
import { type LeftContext, leftOf, rightOf } from './name-context.ts';
import { evidence, isNoName, type NameReading } from './name-evidence.ts';
import { givenNameOdds, mayOpenName, surnames } from './name-weights.ts';

/** The most that right context and position together add; see name-context and the evidence `slot`. */
const MOST_FROM_RIGHT = 7;

/** Han names: a surname and one or two characters. 于|海田 · 欧阳|坚 · 秦|禾 */
export function hanNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  const hopeless = THRESHOLD - MOST_FROM_ARTICLE;
  for (let at = 0; at < text.length; at++) {
    if (!mayOpenName(text.charCodeAt(at))) continue;
    let left: LeftContext | null = null;
    for (const surname of surnames.allAt(text, at)) {
      for (let given = 1; given <= 2; given++) {
        const end = surname.end + given;
        if (end > text.length || !isHan(text, end - 1)) break;
        const givenName = text.slice(surname.end, end);
        const own = surname.value + givenNameOdds(givenName);
        if (own < -8) continue;
        left ??= leftOf(text, at, postEnds);
        if ((left.kind === 'other' && own < 2) || own + left.odds + MOST_FROM_RIGHT < hopeless) continue;
        const name = text.slice(at, end);
        if (isNoName(name, givenName)) continue;
        const right = rightOf(text, end);
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
