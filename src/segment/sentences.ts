import { CharacterSet } from '../lexicon/character-set.ts';
import type { Sentence } from '../model/document.ts';
import type { Span } from '../model/span.ts';

const ENDS = new CharacterSet('。！？!?…');
const ENDS_OR_STOP = new CharacterSet(ENDS, '.');
const ENDS_OR_CLOSERS = new CharacterSet(ENDS, '”’"』」）)》');

/**
 * Puts the sentences of one line behind those that were found before: up to and with 。！？ and the closing quotes behind it.
 * 他说：“好。”大家鼓掌。  →  他说：“好。” · 大家鼓掌。
 * A half-width stop between Chinese words ends a sentence as well, one in 3.5 or 1.加强 does not.
 */
export function addSentences(text: string, line: Span, paragraph: number, found: Sentence[]): void {
  let { start } = line;
  for (let at = start; at < line.end; at++) {
    at = ENDS_OR_STOP.firstIn(text, at, line.end);
    if (at === line.end || !(ENDS.at(text, at) || isFullStop(text, at))) continue;
    let end = at + 1;
    while (end < line.end && ENDS_OR_CLOSERS.at(text, end)) end++;
    found.push({ start, end, paragraph });
    while (end < line.end && isSpace(text.charCodeAt(end))) end++;
    start = end;
    at = end - 1;
  }
  if (start < line.end) found.push({ start, end: line.end, paragraph });
}

/** 会议在广州召开|.|局长作报告 */
const isFullStop = (text: string, at: number): boolean =>
  HAN.test(text.slice(at - 1, at)) && (at + 1 === text.length || AFTER_STOP.test(text.slice(at + 1, at + 2)));
const HAN = /[\p{Script=Han}”）)》]/u;
const AFTER_STOP = /[\p{Script=Han}\s“《\d]/u;

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 9;
