import { MARKS, type TimeExpression } from './expression.ts';
import { dayOf, GAP, NUMBER } from './parts.ts';

const MONTHS_AWAY: Readonly<Record<string, number>> = { 本: 0, 这: 0, 当: 0, 上: -1, 下: 1 };

/** 本月12日 · 上月28日 · 上个月28号: a day of a month that counts from the article's. */
export const monthAway: TimeExpression = {
  id: 'time/month-away',
  examples: ['本月12日', '上月28日', '上个月28号', '本月十二日'],
  marks: MARKS.month | MARKS.day,
  pattern: new RegExp(`(?<which>[本这当上下])个?月${GAP}(?<day>${NUMBER})${GAP}[日号]`, 'gu'),
  read: ({ which, day }) => {
    const value = dayOf(day);
    const offset = which === undefined ? undefined : MONTHS_AWAY[which];
    if (value === null || offset === undefined) return null;
    return { from: { year: null, month: null, day: value }, relative: { unit: 'month', offset, weekday: null } };
  },
};
