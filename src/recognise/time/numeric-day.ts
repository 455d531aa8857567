import { MARKS, type TimeExpression } from './expression.ts';
import { dayOf, endsInNumber, monthOf, yearOf } from './parts.ts';

/** 2024-03-12 · 2024.3.12 · 2024/3/12 · 2024.3.12-3.15 · 2024.3.12-15 */
export const numericDay: TimeExpression = {
  id: 'time/numeric-day',
  examples: ['2024-03-12', '2024.3.12', '2024/3/12', '２０２４．３．１２', '2024.3.12-3.15', '2024.3.12—15'],
  marks: MARKS.separator,
  pattern:
    /(?<year>[0-9０-９]{4})[ \u3000]?(?<separator>[-./－．／])[ \u3000]?(?<month>[0-9０-９]{1,2})[ \u3000]?[-./－．／][ \u3000]?(?<day>[0-9０-９]{1,2})(?:[-–—－~～至]{1,2}(?:(?<toMonth>[0-9０-９]{1,2})[./．／])?(?<toDay>[0-9０-９]{1,2})(?![0-9０-９.．/／:：]))?/gu,
  read: ({ year, month, day, toMonth, toDay }, before, after) => {
    if (endsInNumber(before) || /[a-zA-Z]$/u.test(before)) return null;
    if (/^[0-9０-９]/u.test(after) || /^[.．/／][0-9]|^-[0-9]{1,3}(?![0-9])/u.test(after)) return null;
    const from = { year: yearOf(year), month: monthOf(month), day: dayOf(day) };
    if (from.year === null || from.month === null || from.day === null) return null;
    if (toDay === undefined) return { from };
    const to = { year: from.year, month: toMonth === undefined ? from.month : monthOf(toMonth), day: dayOf(toDay) };
    return to.month === null || to.day === null ? null : { from, to };
  },
};
