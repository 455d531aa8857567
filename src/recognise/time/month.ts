import { YEARS_AWAY } from './calendar-day.ts';
import { MARKS, type TimeExpression } from './expression.ts';
import { endsInNumber, GAP, monthOf, NUMBER, YEAR, yearOf } from './parts.ts';

/** 2023年12月 · 去年12月 · 5月份 · 3月中旬: a month whose day stays open. */
export const month: TimeExpression = {
  id: 'time/month',
  examples: ['2023年12月', '去年12月', '5月份', '3月中旬', '今年六月'],
  marks: MARKS.month,
  pattern: new RegExp(
    `(?:(?<year>${YEAR})${GAP}年${GAP}|(?<away>[今本去前明]年)${GAP})?(?<month>${NUMBER})${GAP}月(?<part>份|[上中下]旬|[初末底])?`,
    'gu',
  ),
  read: ({ year, away, month, part }, before, after) => {
    if (endsInNumber(before) || /^(?:[ \u3000]?[0-9０-９初廿]|[一二三四五六七八九十]{1,3}[日号])/u.test(after))
      return null;
    // 6月以来, 三月三: a month alone is one only where a clause opens and breaks.
    if (year === undefined && away === undefined && part === undefined) {
      if (!/(?:^|[\s，,。；;：:（(])$/u.test(before) || !/^[，,]/u.test(after)) return null;
    }
    const from = { year: yearOf(year), month: monthOf(month), day: null };
    if (from.month === null || (year !== undefined && from.year === null)) return null;
    const offset = away === undefined ? undefined : YEARS_AWAY[away];
    return offset === undefined ? { from } : { from, relative: { unit: 'year', offset, weekday: null } };
  },
};
