import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Span } from '../model/span.ts';
import {
  isFollower,
  isFollowerAcross,
  type LeftContext,
  leftOf,
  markPostEnds,
  type RightContext,
  rightOf,
} from './name-context.ts';
import {
  commonWords,
  elementAcross,
  endsInGrammar,
  foreignOdds,
  givenNameOdds,
  hasElement,
  isMadeOfElements,
  notNames,
  surnames,
} from './name-weights.ts';
import { organisationEndsAt } from './organisation.ts';
import { headStartingAt, isHead, isModifier, postStartingAt } from './post.ts';
import { settle } from './settle.ts';

/** A stretch that may be a person's name, with all that speaks for and against it. */
export interface NameCandidate extends Span {
  readonly name: string;
  readonly rule: string;
  readonly odds: number;
  readonly left: LeftContext;
  readonly right: RightContext;
}

/** Names below this are left alone: running text is full of surnames. */
const THRESHOLD = 3.2;
const isHan = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xd800 && unit <= 0xdfff);
};

/** Finds the names of people in a text by weighing every reading of every stretch; the best set of them wins. */
export function namesIn(text: string): readonly NameCandidate[] {
  const postEnds = markPostEnds(text);
  const candidates = [...hanNames(text, postEnds), ...dottedNames(text, postEnds), ...foreignNames(text, postEnds)];
  let won = settle(above(candidates));
  // What the article says elsewhere is evidence too: the same name, and the neighbours in a list.
  for (let round = 0; round < 2; round++) {
    candidates.push(...repeatedNames(text, postEnds, candidates, won), ...listedNames(text, postEnds, candidates, won));
    won = settle(above(withArticle(text, candidates, won)));
  }
  return won;
}

const above = (candidates: readonly NameCandidate[]): readonly NameCandidate[] =>
  candidates.filter((candidate) => candidate.odds > THRESHOLD);

/** Han names: a surname and one or two characters. 于|海田 · 欧阳|坚 · 秦|禾 */
function hanNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (let at = 0; at < text.length; at++) {
    const readings = surnames.allAt(text, at);
    if (readings.length === 0) continue;
    let left: LeftContext | null = null;
    for (const surname of readings) {
      for (let given = 1; given <= 2; given++) {
        const end = surname.end + given;
        if (end > text.length || !isHan(text, end - 1)) break;
        const own = surname.value + givenNameOdds(text.slice(surname.end, end));
        if (own < -8) continue;
        left ??= leftOf(text, at, postEnds);
        if (left.kind === 'other' && own < 2) continue;
        const right = rightOf(text, end);
        const name = text.slice(at, end);
        if (
          isHead(text.slice(surname.end, end)) ||
          isModifier(name) ||
          notNames.has(name) ||
          isFollower(name) ||
          isHead(name)
        )
          continue;
        const word = commonWords.get(name);
        // Between a post and a predicate stands a name, even one that is a word: 县委书记|向前|主持.
        const slot = left.kind === 'post' && left.odds >= 5 && right.odds >= 1.2 && right.kind !== 'bracket';
        const against =
          word === undefined
            ? 0
            : Math.max(
                2,
                word.frequency *
                  (slot && !word.acts ? 0.45 : left.kind === 'post' ? 0.9 : left.kind === 'clause' ? 1.3 : 1.1),
              );
        let odds = own + left.odds + right.odds - against + (slot ? (right.odds > 3 ? 3 : 2) : 0);
        if (endsInGrammar(name, text.slice(end, end + 2))) odds -= 5;
        // 代表|和相关|理事: the surname is a word that joins.
        if (
          JOINING.has(surname.word) &&
          (right.kind === 'post' || (!slot && givenNameOdds(text.slice(surname.end, end)) < 0))
        )
          odds -= 6;
        // 村支书|陈前: a name starts or ends in the middle of no post.
        if (insideHead(text, at) || headAcross(text, at, end)) odds -= 5;
        // 钟岳|任会长: the office comes behind the verb.
        if (name.endsWith('任') && right.kind === 'post') odds -= 6;
        // 高华|副省长, not 高华副|省长.
        if (right.kind === 'post' && isPostAcross(text, end)) odds -= 5;
        // 于归|致欢迎辞, not 于归致|欢迎辞: a predicate starts inside.
        if (isFollowerAcross(text, end)) odds -= 3;
        // 西北工业大学|马克思|主义学院: nothing on either side says that somebody is named.
        if (right.kind === 'other' && left.kind !== 'post') odds -= 3;
        // 卢氏县|宣传部 and 卫健委|团委书记 are bodies.
        if ((left.kind !== 'post' || right.kind === 'post') && PLACE_ENDS.has(text[end - 1] as string))
          odds -= right.kind === 'list' && !SETTLEMENTS.has(text[end - 1] as string) ? 1 : 6;
        // 代表和政协|委员: a body ends here.
        if (
          end - surname.end === 2 &&
          organisationEndsAt(text, end, surname.end) &&
          !PLACE_ENDS.has(text[end - 1] as string)
        )
          odds -= 4;
        found.push({
          start: at,
          end,
          name,
          rule: `person/${surname.word.length > 1 ? 'compound-surname' : 'surname'}`,
          odds,
          left,
          right,
        });
      }
    }
  }
  return found;
}

/** A head of a title starts before `at` and ends behind it: 村|支书. */
function insideHead(text: string, at: number): boolean {
  for (let start = Math.max(0, at - 3); start < at; start++) {
    const head = headStartingAt(text, start, text.length);
    if (head !== null && head.end > at) return true;
  }
  return false;
}

/** A head of a title starts within a candidate and ends behind it: 和副主|任委员. */
function headAcross(text: string, at: number, end: number): boolean {
  for (let start = at + 1; start < end; start++) {
    const head = headStartingAt(text, start, text.length);
    if (head !== null && head.end > end) return true;
  }
  return false;
}

/** A Han name reads well at the opening of a stretch, so that it needs no transcription: 方宁|轮流. */
function opensLikeName(name: string): boolean {
  const surname = surnames.longestAt(name, 0);
  return surname !== null && surname.value > 0 && givenNameOdds(name.slice(surname.end, surname.end + 1)) > -2;
}

/** A longer post starts with the character before `end`. */
const isPostAcross = (text: string, end: number): boolean =>
  '副代原前总'.includes(text[end - 1] as string) && postStartingAt(text, end - 1, text.length) !== null;

/** Countries and cities abroad: 尼日利亚|新闻和文化部 is no name. */
const countries = new Lexicon<true>(loadTable('places-abroad').map((row) => [row.name ?? row.place ?? '', true]));
const JOINING = new Set(['和', '向', '与', '从', '由', '同', '是', '及']);
const SETTLEMENTS = new Set('省市县区镇乡村');
const PLACE_ENDS = new Set('省市县区镇乡村州旗委局厅院部处所社校');
const DOTS = new Set('·•‧・∙●．');

/** Names with a dot in them: 艾力更·依明巴海. The first part starts behind a post, a mark or an introducing word. */
function dottedNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (let at = 1; at < text.length - 1; at++) {
    if (!DOTS.has(text[at] as string) || !isHan(text, at - 1) || !isHan(text, at + 1)) continue;
    const start = dottedStart(text, at, postEnds);
    let end = at;
    let parts = '';
    while (DOTS.has(text[end] ?? '') && isHan(text, end + 1)) {
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
    const name = text.slice(start, end);
    found.push({ start, end, name, rule: 'person/dotted', odds: 6 + left.odds + right.odds + sound, left, right });
    at = end;
  }
  return found;
}

/** Where the first part of a dotted name starts: behind a post or a mark near by, else as far as it sounds like a name. */
function dottedStart(text: string, dot: number, postEnds: Uint8Array): number {
  for (let start = dot - 1; start >= Math.max(0, dot - 8) && isHan(text, start); start--) {
    const { kind } = leftOf(text, start, postEnds);
    if (kind === 'post' || kind === 'list' || kind === 'clause') return start;
    if (kind === 'introducer' && foreignOdds(text[start - 1] as string) < 0) return start;
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
function foreignNames(text: string, postEnds: Uint8Array): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (let at = 1; at < text.length; at++) {
    const left =
      (postEnds[at] as number) === 2 || (text[at - 1] === '、' && isHan(text, at)) ? leftOf(text, at, postEnds) : null;
    if (left === null || (left.kind !== 'post' && left.kind !== 'list')) continue;
    for (let end = at + 2; end <= Math.min(text.length, at + 7) && isHan(text, end - 1); end++) {
      const right = rightOf(text, end);
      if (right.kind === 'other') continue;
      const name = text.slice(at, end);
      // 白玛|央金: made of nothing but parts of names in use.
      const own = end - at > 2 && isMadeOfElements(name) ? 3 : foreignOdds(name);
      if (countries.longestAt(name, 0) !== null) continue;
      if (own < (left.kind === 'list' ? 1 : 0.2) || (own < 2 && opensLikeName(name))) continue;
      const odds = own * Math.min(4, end - at) + left.odds + right.odds - (left.kind === 'post' ? 3 : 6);
      found.push({ start: at, end, name, rule: 'person/transcribed', odds, left, right });
    }
  }
  return found;
}

/** Each name costs a search of the whole article; Han names need none, for they are weighed wherever they stand. */
const MOST_REPEATED = 64;

/** Names that the article has elsewhere, wherever else they stand: 斯琴毕力格|指出. */
function repeatedNames(
  text: string,
  postEnds: Uint8Array,
  candidates: readonly NameCandidate[],
  won: readonly NameCandidate[],
): NameCandidate[] {
  const found: NameCandidate[] = [];
  const known = new Set(candidates.map((candidate) => `${candidate.start}:${candidate.end}`));
  const names = new Set(
    won.filter((name) => name.odds > 6 && !name.left.byline && !name.rule.endsWith('surname')).map((name) => name.name),
  );
  for (const name of [...names].slice(0, MOST_REPEATED)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (known.has(`${at}:${end}`)) continue;
      const left = leftOf(text, at, postEnds);
      const right = rightOf(text, end);
      if (left.kind === 'other' && right.kind === 'other') continue;
      found.push({ start: at, end, name, rule: 'person/repeated', odds: 2 + left.odds + right.odds, left, right });
    }
  }
  return found;
}

/** What stands alone between the 、 of a list of names is a name as well: 多吉次珠、|土旦赤列|、宇文雪芹. */
function listedNames(
  text: string,
  postEnds: Uint8Array,
  candidates: readonly NameCandidate[],
  won: readonly NameCandidate[],
): NameCandidate[] {
  const found: NameCandidate[] = [];
  const known = new Set(candidates.map((candidate) => `${candidate.start}:${candidate.end}`));
  const starts = new Set(won.map((name) => name.start));
  const add = (start: number, end: number): void => {
    const name = text.slice(start, end);
    if (
      headStartingAt(text, start, end) !== null ||
      starts.has(start) ||
      known.has(`${start}:${end}`) ||
      notNames.has(name) ||
      isHead(name) ||
      isFollower(name)
    )
      return;
    if ((postEnds[end] as number) > 0 || organisationEndsAt(text, end, start)) return;
    const left = leftOf(text, start, postEnds);
    const right = rightOf(text, end);
    if (right.kind === 'other') return;
    known.add(`${start}:${end}`);
    if (end - start > 4 && !isMadeOfElements(name) && foreignOdds(name) < 0.2) return;
    found.push({ start, end, name, rule: 'person/listed', odds: 1 + left.odds + right.odds, left, right });
  };
  for (const name of won) {
    if (text[name.end] === '、') {
      const start = name.end + 1;
      for (let end = start + 2; end <= Math.min(text.length, start + 8) && isHan(text, end - 1); end++) {
        const next = text[end] ?? '。';
        if ('、，,。；;（('.includes(next) || rightOf(text, end).odds >= 3) {
          add(start, end);
          break;
        }
      }
    }
    if (text[name.start - 1] === '、') {
      const end = name.start - 1;
      for (let start = end - 2; start >= Math.max(0, end - 8) && isHan(text, start); start--) {
        const { kind } = leftOf(text, start, postEnds);
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
function withArticle(
  text: string,
  candidates: readonly NameCandidate[],
  won: readonly NameCandidate[],
): readonly NameCandidate[] {
  const strongest = new Map<string, number>();
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const name of won) {
    strongest.set(name.name, Math.max(strongest.get(name.name) ?? 0, name.odds));
    starts.add(name.start);
    ends.add(name.end);
  }
  return candidates.map((candidate) => {
    let { odds } = candidate;
    const known = strongest.get(candidate.name) ?? 0;
    if (known > 6 && candidate.left.kind !== 'other') odds += 3;
    else if (known > 6) odds += 2;
    if (candidate.left.kind === 'list' && ends.has(listNeighbour(text, candidate.start))) odds += 3;
    if (candidate.right.kind === 'list' && starts.has(candidate.end + 1)) odds += 1.5;
    return odds === candidate.odds ? candidate : { ...candidate, odds };
  });
}

/** Where the item before the 、 left of `start` ends: 张红|、张胜祥, also behind brackets: 李芳（女）|、. */
function listNeighbour(text: string, start: number): number {
  let at = start - 1;
  if (text[at - 1] === '）' || text[at - 1] === ')') {
    const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
    if (at - open < 10) at = open;
  }
  return at;
}
