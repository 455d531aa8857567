import { MARKS, type TimeExpression } from './expression.ts';
import { dayOf, endsInNumber, GAP, monthOf, NUMBER, YEAR, yearOf } from './parts.ts';

/** 今年3月, 去年12月: how many years from the article's. */
export const YEARS_AWAY: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: -1, 前年: -2, 明年: 1 };

/** 2024年3月12日 · 3 月 12 日 · 11月29号 · 二〇二四年三月十二日 · 去年12月3日 */
export const calendarDay: TimeExpression = {
  id: 'time/calendar-day',
  examples: ['2024年3月12日', '3 月 12 日', '11月29号', '二〇二四年三月十二日', '去年12月3日', '３月１２日'],
  marks: MARKS.month | MARKS.day,
  pattern: new RegExp(
    `(?:(?<year>${YEAR})${GAP}年${GAP}|(?<away>[今本去前明]年)${GAP})?(?<month>${NUMBER})${GAP}月${GAP}(?<day>${NUMBER})${GAP}[日号]`,
    'gu',
  ),
  read: ({ year, away, month, day }, before) => {
    if (endsInNumber(before)) return null;
    const from = { year: yearOf(year), month: monthOf(month), day: dayOf(day) };
    if (from.month === null || from.day === null || (year !== undefined && from.year === null)) return null;
    const offset = away === undefined ? undefined : YEARS_AWAY[away];
    return offset === undefined ? { from } : { from, relative: { unit: 'year', offset, weekday: null } };
  },
};
