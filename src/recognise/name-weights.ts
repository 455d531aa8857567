import { CharacterSet } from '../lexicon/character-set.ts';
import { loadCounts } from '../lexicon/counts.ts';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon, wordList } from '../lexicon/lookup.ts';
import { SortedTable } from '../lexicon/sorted-table.ts';

// What speaks for each character as part of a name rather than of running text, in natural logarithms of the odds.
const clamp = (value: number): number => Math.max(-3.5, Math.min(3.5, value));
const given = loadCounts('given-names');
const counted = (column: string): Float64Array => given.columns[column] as Float64Array;
const sum = (column: string): number => counted(column).reduce((total, count) => total + count, 0);
const totals = { single: sum('single'), first: sum('first'), second: sum('second'), foreign: sum('foreign') };
/** By code unit, how often a character stands in running text. */
const textShare = new Map<number, number>();

/** Share of names with the character in this place, with half a name added so that unseen ones are rare, not impossible. */
const odds = (count: number, total: number, text: number): number =>
  clamp(Math.log((count + 0.5) / (total + 1000)) - Math.log(text + 2e-5));

/** One table a place, by code unit: looking a character up is all that weighing does, over and over. */
const SIZE = 0x10000;
const table = (value: number): Float32Array => new Float32Array(SIZE).fill(value);
const single = table(0.5);
const first = table(0.5);
const second = table(0.5);
const foreign = table(-3.5);
given.units.forEach((unit, row) => {
  const count = (column: string): number => counted(column)[row] as number;
  const text = count('text') / 1e6;
  textShare.set(unit, text);
  // Too few names have a single given name to count them alone: those that end in the character speak as well.
  const alone = count('single') + (count('second') * totals.single) / totals.second;
  single[unit] = odds(alone, totals.single * 2, text);
  first[unit] = odds(count('first'), totals.first, text);
  second[unit] = odds(count('second'), totals.second, text);
  foreign[unit] = odds(count('foreign'), totals.foreign, text);
});

/** Words of grammar that end no name: 李斌|等, 王红|的. */
const NEVER_LAST = '等的了是就都不也这那们及或且还并将再则均但因把被又制性';
for (let at = 0; at < NEVER_LAST.length; at++)
  single[NEVER_LAST.charCodeAt(at)] = second[NEVER_LAST.charCodeAt(at)] = -20;

const surnameWeights = loadTable('surnames').map((row): readonly [surname: string, odds: number] => {
  const surname = row.surname as string;
  const share = Number(row.share) / 1000;
  if (surname.length > 1) return [surname, 3];
  return [surname, clamp(Math.log(share) - Math.log((textShare.get(surname.charCodeAt(0)) ?? 1e-4) + 2e-4))];
});

/** Surnames, with the odds that the character opens a name and not a word. */
export const surnames = new Lexicon<number>(surnameWeights);

/** The surnames of more than one character. */
export const compoundSurnames = new Lexicon<number>(surnameWeights.filter(([surname]) => surname.length > 1));

/** No surname of the table has more characters. */
export const LONGEST_SURNAME = 2;

const ofOneCharacter = new Float64Array(SIZE).fill(Number.NaN);
for (const [surname, odds] of surnameWeights) if (surname.length === 1) ofOneCharacter[surname.charCodeAt(0)] = odds;

/** The odds of the surname of one character at `at`; not a number where none stands. */
export const surnameOdds = (text: string, at: number): number => ofOneCharacter[text.charCodeAt(at)] as number;

/** Words that look like a name and are none, with the logarithm of how often the dictionary counts them. */
export const commonWords = new SortedTable<CommonWord>('common-words', ([, count, tag = '']) => ({
  frequency: Math.log(Number(count)),
  acts: /^(?:ad|d|v|vd|c|p|r|l|i)$/u.test(tag),
}));

/** A word that looks like a name: the logarithm of its count, and whether it says what is done or how (严格, 应当). */
export interface CommonWord {
  readonly frequency: number;
  readonly acts: boolean;
}

/** How groups of people are named: 嘉宾, 群众, 中层干部. */
export const groupWords = wordList(loadTable('group-heads').map((row) => row.head as string));

/** Words that look like a name and are none, whatever stands around them: 师生, 全体. */
export const notNames = wordList(loadTable('not-names').map((row) => row.word as string));

const elements = wordList(loadTable('name-elements').map((row) => row.element as string));

/** Whether a name at `[start, end)` is made of nothing but parts of minority names: 那顺|乌日图. */
export function isMadeOfElements(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  if (!elements.opensWith(text.charCodeAt(start))) return false;
  return elements.allAt(text, start, end).some((element) => isMadeOfElements(text, element.end, end));
}

/** Whether a part of a minority name starts before `end` and goes on behind it: 阿不|都拉. */
export function elementAcross(text: string, end: number): boolean {
  for (let start = Math.max(0, end - 3); start < end; start++) {
    const found = elements.longestAt(text, start);
    if (found !== null && found.end > end) return true;
  }
  return false;
}

/** Whether a part of a minority name stands anywhere in `[start, end)`. */
export function hasElement(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (elements.longestAt(text, at, end) !== null) return true;
  return false;
}

/** Words of grammar that end a name now and then: only where nothing follows that they could govern. 夏礼作|， but 陈鹏|作交流 */
const SELDOM_LAST = new CharacterSet('作向与致和在对到从由以就将给让率于');

/** What 和 joins nothing to: 李永和|出席会议. */
const PREDICATE = /^(?:作[了报主专交]|出席|参加|主持|发言|讲话|介绍|宣布|宣读|致辞|表示|指出|强调|认为|同志)/u;

/** Whether a name that ends at `end` ends in a word of grammar that what follows needs. */
export function endsInGrammar(text: string, end: number): boolean {
  if (!SELDOM_LAST.at(text, end - 1)) return false;
  const next = text.slice(end, end + 2);
  return !(text[end - 1] === '和' && PREDICATE.test(next)) && !/^(?:[、，,。；;：:”）) 等]|以及|$)/u.test(next);
}

/** How much a given name of one or two characters, at `[start, end)`, looks like one. */
export function givenNameOdds(text: string, start: number, end: number): number {
  // One given name in seven has a single character.
  if (end - start === 1) return (single[text.charCodeAt(start)] as number) - 0.9;
  return (first[text.charCodeAt(start)] as number) + (second[text.charCodeAt(start + 1)] as number);
}

/** How much a stretch looks like a transcribed name, by character on average. */
export function foreignOdds(text: string, start = 0, end: number = text.length): number {
  let total = 0;
  for (let at = start; at < end; at++) total += foreign[text.charCodeAt(at)] as number;
  return total / (end - start);
}
