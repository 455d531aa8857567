import { inForce } from '../lexicon/additions.ts';
import type { Span } from '../model/span.ts';
import { openingBefore } from './bracket.ts';
import { candidateOf, FROM_ARTICLE, isHan, type NameCandidate, UNTOLD, type Weight } from './name-candidate.ts';
import { isFollower, type LeftContext, type RightContext, type Surroundings } from './name-context.ts';
import { foreignOdds, isMadeOfElements, notNames } from './name-weights.ts';
import { organisationEndsAt } from './organisation.ts';
import { headStartingAt, isHead } from './post.ts';

/** One number for both ends of a candidate: none is longer than 31. */
export const keyOf = ({ start, end }: Span): number => start * 32 + Math.min(31, end - start);

/** Names that a user added, wherever they stand. */
export function addedNames(around: Surroundings): NameCandidate[] {
  const { text } = around;
  const { names } = inForce();
  const found: NameCandidate[] = [];
  if (names.size === 0) return found;
  for (let at = 0; at < text.length; at++) {
    const name = names.longestAt(text, at);
    if (name === null) continue;
    const left = around.left(at);
    const right = around.right(name.end);
    const weights = { lexicon: 20, left: left.odds, right: right.odds };
    found.push(candidateOf(around, at, name.end, 'name-article/added', weights, left, right));
  }
  return found;
}

/** Whether a stretch was read as a name before; then the rest of the article finds nothing new in it. */
type IsKnown = (start: number, end: number) => boolean;

/** A name of more odds is one wherever it stands. */
export const SURE = 6;

/** Each name costs a search of the whole article; Han names need none, for they are weighed wherever they stand. */
const MOST_REPEATED = 64;

/** Names that the article has elsewhere, wherever else they stand: 斯琴毕力格|指出. `isKnown` says what was read there. */
export function repeatedNames(around: Surroundings, isKnown: IsKnown, won: readonly NameCandidate[]): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  const names = new Set(
    won
      .filter((name) => name.odds > SURE && !name.left.byline && !name.rule.endsWith('surname'))
      .map((name) => name.name),
  );
  for (const name of [...names].slice(0, MOST_REPEATED)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (isKnown(at, end)) continue;
      const left = around.left(at);
      const right = around.right(end);
      if (left.kind === 'other' && right.kind === 'other') continue;
      const weights = { elsewhere: 2, left: left.odds, right: right.odds };
      found.push(candidateOf(around, at, end, 'name-article/repeated', weights, left, right));
    }
  }
  return found;
}

/** What stands alone between the 、 of a list of names is a name as well: 多吉次珠、|土旦赤列|、宇文雪芹. */
export function listedNames(around: Surroundings, isKnown: IsKnown, won: readonly NameCandidate[]): NameCandidate[] {
  const { text } = around;
  const found: NameCandidate[] = [];
  const tried = new Set<number>();
  const starts = new Set(won.map((name) => name.start));
  const add = (start: number, end: number): void => {
    if (
      headStartingAt(text, start, end) !== null ||
      starts.has(start) ||
      isKnown(start, end) ||
      tried.has(keyOf({ start, end })) ||
      notNames.hasAt(text, start, end) ||
      isHead(text, start, end) ||
      isFollower(text, start, end)
    )
      return;
    if (around.postEnd(end) > 0 || organisationEndsAt(text, end, start)) return;
    const left = around.left(start);
    const right = around.right(end);
    if (right.kind === 'other') return;
    // 、滇南湖泊|研究所所长: four characters without a sound of their own must stand alone.
    const alone = right.kind === 'list' || right.kind === 'end' || right.kind === 'courtesy';
    if (end - start > 3 && !alone && !isMadeOfElements(text, start, end)) return;
    tried.add(keyOf({ start, end }));
    if (end - start > 4 && !isMadeOfElements(text, start, end) && foreignOdds(text, start, end) < 0.2) return;
    const weights = { listed: 1, left: left.odds, right: right.odds };
    found.push(candidateOf(around, start, end, 'name-article/listed', weights, left, right));
  };
  for (const name of won) {
    if (text[name.end] === '、') {
      const start = name.end + 1;
      for (let end = start + 2; end <= Math.min(text.length, start + 8) && isHan(text, end - 1); end++) {
        const next = text[end] ?? '。';
        if ('、，,。；;（('.includes(next) || around.right(end).odds >= 3) {
          add(start, end);
          break;
        }
      }
    }
    if (text[name.start - 1] === '、') {
      const end = name.start - 1;
      for (let start = end - 2; start >= Math.max(0, end - 8) && isHan(text, start); start--) {
        const { kind } = around.left(start);
        if (kind === 'post' || kind === 'list') {
          add(start, end);
          break;
        }
      }
    }
  }
  return found;
}

/** The candidates with what the article itself says for them added. */
export function withArticle(
  { text, tells }: Surroundings,
  candidates: readonly NameCandidate[],
  won: readonly NameCandidate[],
): readonly NameCandidate[] {
  const sure = new Set<string>();
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const name of won) {
    if (name.odds > SURE) sure.add(name.name);
    starts.add(name.start);
    ends.add(name.end);
  }
  return candidates.map((candidate) => {
    const { start, end, name, rule, left, right } = candidate;
    const same = sure.has(name) ? sameName(left) : 0;
    const behind = left.kind === 'list' && ends.has(listNeighbour(text, start)) ? FROM_ARTICLE.behindAName : 0;
    const before = right.kind === 'list' && starts.has(end + 1) ? FROM_ARTICLE.beforeAName : 0;
    if (same + behind + before === 0) return candidate;
    const odds = candidate.odds + same + behind + before;
    const weights = tells ? [...candidate.weights, ...told(same, behind, before)] : UNTOLD;
    return { start, end, name, rule, odds, weights, left, right };
  });
}

const told = (same: number, behind: number, before: number): readonly Weight[] => {
  const all: Weight[] = [
    ['same-name', same],
    ['behind-a-name', behind],
    ['before-a-name', before],
  ];
  return all.filter(([, weight]) => weight !== 0);
};

const sameName = ({ kind }: LeftContext): number =>
  kind === 'other' ? FROM_ARTICLE.sameNameWithinWords : FROM_ARTICLE.sameName;

/** The most that `withArticle` can add to a candidate between these. */
export const mostFromArticle = (left: LeftContext, right: RightContext): number =>
  sameName(left) +
  (left.kind === 'list' ? FROM_ARTICLE.behindAName : 0) +
  (right.kind === 'list' ? FROM_ARTICLE.beforeAName : 0);

/** Where the item before the 、 left of `start` ends: 张红|、张胜祥, also behind brackets: 李芳（女）|、. */
function listNeighbour(text: string, start: number): number {
  let at = start - 1;
  if (text[at - 1] === '）' || text[at - 1] === ')') {
    const open = openingBefore(text, at, 9);
    if (open >= 0) at = open;
  }
  return at;
}
