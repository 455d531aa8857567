import { WordStarts } from '../lexicon/word-starts.ts';
import type { Segmented } from '../model/document.ts';
import type { TimeMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { bareDay } from './time/bare-day.ts';
import { calendarDay } from './time/calendar-day.ts';
import { dayList } from './time/day-list.ts';
import { type DayReading, marksIn, readingsOf, type TimeExpression } from './time/expression.ts';
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

/** A word without which no expression stands. 3月, 12日, 初八, 昨晚, 上周五, 2024.3 */
export const ANCHOR =
  /[0-9０-９一二三四五六七八九十卅][ \u3000]?[日号月]|[月年]初|月廿|[今昨明前][天日晚夜晨早]|(?:周|星期|礼拜)[一二三四五六日天]|[0-9０-９]{4}[ \u3000]?[-./－．／]|[正腊冬]月/uy;
const DIGITS = '0123456789０１２３４５６７８９';
/** The first two characters of an anchor: nearly all of a text needs no more than a look at them. */
const ANCHOR_STARTS = new WordStarts(
  [
    [`${DIGITS}一二三四五六七八九十卅`, ' \u3000日号月'],
    [DIGITS, DIGITS],
    ['月年', '初'],
    ['月', '廿'],
    ['今昨明前', '天日晚夜晨早'],
    ['周', '一二三四五六日天'],
    ['星', '期'],
    ['礼', '拜'],
    ['正腊冬', '月'],
  ].flatMap(([first = '', second = '']) => [...first].flatMap((one) => [...second].map((other) => one + other))),
);

/** The anchors of a text, in its order. They do not overlap. */
export function anchorsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  let next = text.charCodeAt(0);
  for (let at = 0; at < text.length; at++) {
    const unit = next;
    next = text.charCodeAt(at + 1);
    if (!ANCHOR_STARTS.may(unit, next)) continue;
    ANCHOR.lastIndex = at;
    if (!ANCHOR.test(text)) continue;
    found.push({ start: at, end: ANCHOR.lastIndex });
    at = ANCHOR.lastIndex - 1;
    next = text.charCodeAt(at + 1);
  }
  return found;
}

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
    for (const reading of daysIn(clean.slice(start, end))) {
      if (start + reading.start < (found.at(-1)?.end ?? 0)) continue;
      const { rule, from, to, relative } = reading;
      found.push({ kind: 'time', rule, start: start + reading.start, end: start + reading.end, from, to, relative });
    }
  };
  for (const anchor of anchorsIn(clean)) {
    if (found.length > MOST) return found;
    while (line < paragraphs.length && (paragraphs[line]?.end ?? 0) <= anchor.start) line++;
    const bounds = paragraphs[line];
    if (bounds === undefined) break;
    const from = Math.max(bounds.start, anchor.start - REACH);
    const to = Math.min(bounds.end, anchor.end + REACH);
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

/** What the expressions read in a stretch, without overlap, with what belongs together as one. */
function daysIn(text: string): readonly DayReading[] {
  const marks = marksIn(text);
  const found = expressions.flatMap((one) => ((one.marks & marks) === one.marks ? readingsOf(one, text) : []));
  found.sort((a, b) => a.start - b.start);
  return range(text, gloss(text, longest(found)));
}
