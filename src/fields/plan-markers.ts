import { CharacterSet } from '../lexicon/character-set.ts';
import type { Span } from '../model/span.ts';

/** How a list counts: 一是 · 一要 · 第一， · 首先 · 其一 · （一） · (1) · 1. · ① · 一、 */
type Style =
  | 'is'
  | 'must'
  | 'ordinal'
  | 'first'
  | 'of-them'
  | 'bracket'
  | 'bracket-digit'
  | 'digit'
  | 'circle'
  | 'comma';

/** The mark that opens an item of a list, and the number that it says. */
export interface Marker extends Span {
  readonly style: Style;
  readonly number: number;
  /** It opens a line. */
  readonly opensLine: boolean;
}

const DIGITS = '一二三四五六七八九';

/** The value of a Chinese numeral from 一 to 九十九; 0 for anything else. */
function numeral(words: string): number {
  if (words.length === 1 && words !== '十') return DIGITS.indexOf(words) + 1;
  const ten = words.indexOf('十');
  if (ten < 0) return 0;
  const before = words.slice(0, ten);
  const behind = words.slice(ten + 1);
  const tens = before === '' ? 1 : numeral(before);
  const ones = behind === '' ? 0 : numeral(behind);
  return tens === 0 || (behind !== '' && ones === 0) || before.length > 1 || behind.length > 1 ? 0 : tens * 10 + ones;
}

const NUMERALS = new CharacterSet('十', DIGITS);
const BOUNDARY = new CharacterSet('\n\r \u3000\t\u00a0', '，,；;。！？!?：:、”’"》）)…—#*【】');
const COMMAS = new CharacterSet('，,');
const STOPS = new CharacterSet('。；;：:');
/** Behind these a numeral is part of another word: 统一要, 第一是, 之一是, 万一要, 一一是, 周一要, 12月是. */
const NOT_BEFORE = new CharacterSet(
  '统唯之万不逐同单第专归合划任百千零〇初周期年月日号点届次十一二三四五六七八九0123456789其每这那有抓说只',
);
/** Nouns that 要 and 是 open: 一要素, 二是非. */
const NOT_BEHIND: Readonly<Record<string, string>> = { 要: '素件点道闻害诀领义', 是: '非' };
const CIRCLED_ONE = 0x2460;

/** Words of order and the numbers that they say; 最后 counts on from the item before. */
const ORDER: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['最后', 0],
];

/** ① to ⑳ */
const CIRCLED = Array.from({ length: 20 }, (_, i) => String.fromCharCode(CIRCLED_ONE + i));
/** 一、 · 一是 · 一要 */
const BEHIND_NUMERAL = new CharacterSet('、是要');
/** What a mark opens with: 一是, 第一, 其一, 首先, 再次, 最后, 头一条, （一）, (1), 1., ① */
const OPENS = new CharacterSet('第其头首再最（(123456789', NUMERALS, CIRCLED);

/** Every mark in a text that may open an item. Whether it does is for the run that it stands in to say. */
export function markersIn(text: string): readonly Marker[] {
  const found: Marker[] = [];
  let at = OPENS.firstIn(text, 0, text.length);
  while (at < text.length) {
    const one = markerAt(text, at);
    if (one !== null) found.push(one);
    at = OPENS.firstIn(text, one === null ? at + 1 : one.end, text.length);
  }
  return found;
}

const markerOf = (text: string, start: number, end: number, style: Style, number: number): Marker => ({
  start,
  end,
  style,
  number,
  opensLine: opensLine(text, start),
});

/** The mark that starts exactly at `at`. */
function markerAt(text: string, at: number): Marker | null {
  const first = text[at] as string;
  const before = text.charCodeAt(at - 1);
  const bounded = at === 0 || BOUNDARY.has(before);
  if (first === '第' || first === '其') {
    const end = numeralEnd(text, at + 1);
    const number = numeral(text.slice(at + 1, end));
    if (number === 0 || !bounded) return ORDER.some(([word]) => word[0] === first) ? orderAt(text, at, bounded) : null;
    if (first === '其') return markerOf(text, at, end, 'of-them', number);
    const point = '点条件项'.includes(text[end] ?? ' ') ? end + 1 : end;
    if (point > end && '，,、：:'.includes(text[point] ?? ' ')) return markerOf(text, at, point, 'ordinal', number);
    const next = text[end] ?? '';
    const said = '，,、：:'.includes(next) && next !== '';
    return said ||
      (/^(?:要|是要|就是要|是|就是)/u.test(text.slice(end, end + 3)) &&
        !/^[要是][素点]/u.test(text.slice(end, end + 2)))
      ? markerOf(text, at, end, 'ordinal', number)
      : null;
  }
  if (first === '头' && bounded && /^头一[点条件项][，,、：:]/u.test(text.slice(at, at + 4)))
    return markerOf(text, at, at + 3, 'ordinal', 1);
  if (first === '首' || first === '再' || first === '最') return orderAt(text, at, bounded);
  if (first === '（' || first === '(') {
    const end = numeralEnd(text, at + 1);
    const close = text[end] === '）' || text[end] === ')';
    if (close && end > at + 1) {
      const number = numeral(text.slice(at + 1, end));
      return number > 0 && bounded ? markerOf(text, at, end + 1, 'bracket', number) : null;
    }
    const digits = digitsEnd(text, at + 1);
    const value = Number(text.slice(at + 1, digits));
    if (
      digits > at + 1 &&
      digits - at <= 3 &&
      value > 0 &&
      (text[digits] === '）' || text[digits] === ')') &&
      bounded
    ) {
      return markerOf(text, at, digits + 1, 'bracket-digit', value);
    }
    return null;
  }
  const code = text.charCodeAt(at);
  if (code >= CIRCLED_ONE && code < CIRCLED_ONE + 20)
    return markerOf(text, at, at + 1, 'circle', code - CIRCLED_ONE + 1);
  if (first >= '1' && first <= '9' && bounded) {
    const end = digitsEnd(text, at);
    const next = text[end];
    if (end - at > 2 || next === undefined || !'.．、)）'.includes(next)) return null;
    const behind = text[end + 1] ?? '';
    // 2.0 is a number, 10、20 a list of them.
    return behind !== '' && !(behind >= '0' && behind <= '9')
      ? markerOf(text, at, end + 1, 'digit', Number(text.slice(at, end)))
      : null;
  }
  // What opens the whole text has nothing before it that it could list.
  if (!NUMERALS.has(code) || at === 0 || NUMERALS.has(before)) return null;
  const end = numeralEnd(text, at);
  if (!BEHIND_NUMERAL.at(text, end)) return null;
  const number = numeral(text.slice(at, end));
  if (number === 0) return null;
  const next = text[end] as string;
  if (next === '、') {
    const goesOn = number > 1 && COMMAS.has(before) && !NUMERALS.has(text.charCodeAt(end + 1));
    return opensLine(text, at) || STOPS.has(before) || goesOn ? markerOf(text, at, end + 1, 'comma', number) : null;
  }
  if (
    (next === '是' || next === '要') &&
    !NOT_BEFORE.has(before) &&
    !(NOT_BEHIND[next] as string).includes(text[end + 1] ?? ' ')
  ) {
    return markerOf(text, at, end + 1, next === '是' ? 'is' : 'must', number);
  }
  return null;
}

function orderAt(text: string, at: number, bounded: boolean): Marker | null {
  // 做好这项工作首先要…: behind what is to be done, 首先 counts only with 要.
  if (!bounded && !text.startsWith('首先要', at)) return null;
  for (const [word, number] of ORDER) {
    if (!text.startsWith(word, at)) continue;
    const behind = text.slice(at + word.length, at + word.length + 2);
    // 最后 closes a list only where something is asked for: elsewhere it tells what happened last.
    if (number === 0 && !/^[，,]?[要是]/u.test(behind)) return null;
    return markerOf(text, at, at + word.length, 'first', number);
  }
  return null;
}

function numeralEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 3 && NUMERALS.has(text.charCodeAt(end))) end++;
  return end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 4 && (text[end] as string) >= '0' && (text[end] as string) <= '9') end++;
  return end;
}

function opensLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && ' \u3000\t\u00a0*#'.includes(text[before] as string)) before--;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}
