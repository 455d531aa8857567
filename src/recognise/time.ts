import { Chrono } from 'chrono-node/zh';
import type { Segmented } from '../model/document.ts';
import type { TimeMention } from '../model/mention.ts';
import { bareDay } from './time/bare-day.ts';
import { calendarDay } from './time/calendar-day.ts';
import { dayList } from './time/day-list.ts';
import { mentionOf, parserOf, type TimeExpression } from './time/expression.ts';
import { gloss } from './time/gloss.ts';
import { longest } from './time/longest.ts';
import { lunarDay } from './time/lunar-day.ts';
import { month } from './time/month.ts';
import { monthAway } from './time/month-away.ts';
import { nearDay } from './time/near-day.ts';
import { numericDay } from './time/numeric-day.ts';
import { range } from './time/range.ts';
import { weekday } from './time/weekday.ts';

/** The ways to write a day, in the order in which they are tried; of equally long readings the first holds. */
export const expressions: readonly TimeExpression[] = [
  calendarDay,
  dayList,
  numericDay,
  monthAway,
  lunarDay,
  month,
  bareDay,
  nearDay,
  weekday,
];

const chrono = new Chrono({ parsers: expressions.map(parserOf), refiners: [longest, gloss, range] });

/** No part of a result depends on it: what an expression does not say is left out. */
const NO_CLOCK = { instant: new Date(0), timezone: 0 };

/** A word without which no expression stands. 3月, 12日, 初八, 昨晚, 上周五, 2024.3 */
const ANCHOR =
  /[0-9０-９一二三四五六七八九十卅][ \u3000]?[日号月]|[月年]初|月廿|[今昨明前][天日晚夜晨早]|(?:周|星期|礼拜)[一二三四五六日天]|[0-9０-９]{4}[ \u3000]?[-./－．／]|[正腊冬]月/gu;

/** How far an expression can reach to either side of its anchor. */
const REACH = 40;
/** How much is read at one go where anchors stand close together. */
const WINDOW = 2000;
/** A text with more days than this is a table of days, and tells of no meeting; the rest of them is left out. */
const MOST = 20_000;

/**
 * The days that an article names, in the order of the text and without overlap. Only the surroundings of words that a
 * day cannot do without are read, so that a text without days costs one pass.
 */
export function times(article: Pick<Segmented, 'clean' | 'paragraphs'>): readonly TimeMention[] {
  const { clean, paragraphs } = article;
  const found: TimeMention[] = [];
  let line = 0;
  let start = -1;
  let end = -1;
  const settle = (): void => {
    if (start < 0) return;
    for (const result of chrono.parse(clean.slice(start, end), NO_CLOCK)) {
      const mention = mentionOf(result, start);
      if (mention.start >= (found.at(-1)?.end ?? 0)) found.push(mention);
    }
  };
  for (const anchor of clean.matchAll(ANCHOR)) {
    if (found.length > MOST) return found;
    const at = anchor.index;
    while (line < paragraphs.length && (paragraphs[line]?.end ?? 0) <= at) line++;
    const bounds = paragraphs[line];
    if (bounds === undefined) break;
    const from = Math.max(bounds.start, at - REACH);
    const to = Math.min(bounds.end, at + anchor[0].length + REACH);
    if (start >= 0 && from <= end && bounds.start <= start && end - start < WINDOW) {
      end = Math.max(end, to);
      continue;
    }
    settle();
    start = from;
    end = to;
  }
  settle();
  return found;
}
