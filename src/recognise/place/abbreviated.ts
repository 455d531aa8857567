import { CharacterSet } from '../../lexicon/character-set.ts';
import { loadTable } from '../../lexicon/load.ts';
import type { PlaceMention } from '../../model/mention.ts';
import { type Division, divisions } from './divisions.ts';

/** 在兰召开 · 来蓉调研 · 在京隆重举行: what stands behind a place of one character, with no more than an adverb between. */
export const VERB =
  /(?:隆重|顺利|成功|胜利|圆满|联合|正式|共同|组织|主持|盛大|如期|同步|分别|拉开)?(?:召开|举行|举办|开幕|闭幕|召集|开班|开讲|启动|启幕|落幕|揭牌|揭幕|签约|成立|出席|参加|会见|会谈|会晤|考察|调研|视察|检查|慰问|走访|访问|参观|指导|督导|巡视|发布|开展|进行|宣布|发表|座谈|帷幕)/uy;

/** What the verbs and their adverbs open with; most places need no more than a look at this. */
export const OPENS_VERB = new CharacterSet(
  '隆顺成胜圆联正共组主盛如同分拉召举开闭启落揭签出参会考调视检慰走访指督巡发进宣座帷',
);

/** A division that one character can stand for, and whether it does so unless another is named. */
interface Candidate {
  readonly division: Division;
  readonly usual: boolean;
}

let candidates: ReadonlyMap<string, readonly Candidate[]> | null = null;

function load(): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const { abbreviation = '', division: name = '', usual } of loadTable('places-abbreviated')) {
    const division = divisions().full.get(name)?.[0];
    if (division === undefined) throw new Error(`places-abbreviated.tsv: no division ${name}`);
    const list = found.get(abbreviation) ?? [];
    list.push({ division, usual: usual === 'yes' });
    found.set(abbreviation, list);
  }
  return found;
}

/** What each character was found to stand for in one article: it is the same everywhere in it. */
export type Settled = Map<string, Division | null>;

/** The place that the one character at `at` stands for; null when it stands for none, or the article does not say for which. */
export function abbreviatedAt(text: string, at: number, settled: Settled): PlaceMention | null {
  const sign = text[at];
  if (sign === undefined || NO_PLACE.has(sign) || !OPENS_VERB.at(text, at + 1)) return null;
  VERB.lastIndex = at + 1;
  if (!VERB.test(text)) return null;
  candidates ??= load();
  let division = settled.get(sign);
  if (division === undefined) {
    division = choose(text, candidates.get(sign) ?? []) ?? named(text, sign);
    settled.set(sign, division);
  }
  if (division === null) return null;
  return {
    kind: 'place',
    rule: 'place/abbreviated',
    start: at,
    end: at + 1,
    place: division.plain,
    adcode: division.adcode,
    level: division.level,
  };
}

/** 在校召开, 在会上: places and things that are no city. */
const NO_PLACE = new Set('校会此县市省区院线即座村乡镇场国家内外上下前后中这该其本我各全');

/** The one that the article names, else the usual one. */
function choose(text: string, all: readonly Candidate[]): Division | null {
  const usual = all.find((one) => one.usual)?.division ?? null;
  if (usual !== null && (all.length === 1 || text.includes(usual.plain))) return usual;
  const said = all.filter(({ division }) => text.includes(division.plain));
  const [only] = said;
  if (only !== undefined && said.length === 1) return only.division;
  if (only === undefined) return usual;
  // 宜宾市委 beats 宜昌: the one that is named more often, when one is.
  const counted = said.map(({ division }) => ({ division, times: occurrences(text, division.plain) }));
  counted.sort((a, b) => b.times - a.times);
  const [most, next] = counted;
  return most !== undefined && next !== undefined && most.times > next.times ? most.division : usual;
}

/** 在昭召开 in an article that names 昭通, and no other city or county of this first character. */
function named(text: string, sign: string): Division | null {
  const { plain, ambiguous } = divisions();
  let found: Division | null = null;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const word = plain.longestAt(text, at);
    if (word === null || ambiguous.has(word.word)) continue;
    const division = word.value.find(({ level, district }) => (level === 'city' || level === 'county') && !district);
    if (division === undefined) continue;
    if (found !== null && found.plain !== division.plain) return null;
    found = division;
  }
  return found;
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}
