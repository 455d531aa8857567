import { lunarDayOf } from '../../lexicon/lunar-names.ts';
import { MARKS, type TimeExpression } from './expression.ts';

/** 正月初八 · 农历腊月廿三 · 三月初三 · 大年初一: a day of the traditional calendar; which day of ours depends on the year. */
export const lunarDay: TimeExpression = {
  id: 'time/lunar-day',
  examples: ['正月初八', '农历腊月廿三', '三月初三', '大年初一', '农历八月十五', '正月十六'],
  marks: MARKS.tens,
  pattern:
    /(?<calendar>[农阴旧]历)?(?<month>[正冬腊]月|大年|[一二三四五六七八九十]{1,2}月)(?<day>初[一二三四五六七八九十]|二?十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十|三十|十)/gu,
  read: ({ calendar, month = '', day = '' }, _before, after) => {
    const named = calendar !== undefined || /^[正冬腊大]/u.test(month) || /^[初廿]/u.test(day);
    if (!named || lunarDayOf(month + day) === null || /^[日号年多余]/u.test(after)) return null;
    return { from: { year: null, month: null, day: null } };
  },
};
