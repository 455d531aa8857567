import { MARKS, type TimeExpression } from './expression.ts';

const DAYS = '一二三四五六';
const WEEKS_AWAY: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1 };

/** 本周三 · 上周五 · 周三 · 星期一 · 下星期日: a day of a week that counts from the article's. */
export const weekday: TimeExpression = {
  id: 'time/weekday',
  examples: ['本周三', '上周五', '周三', '星期一', '下星期日', '这个礼拜天'],
  marks: MARKS.week,
  pattern: /(?:(?<which>[上本这下])个?)?(?:周|星期|礼拜)(?<day>[一二三四五六日天末])/gu,
  read: ({ which, day = '' }, before, after) => {
    // 每周三, 一周一次, 两周五天, 周日报, 周末
    if (day === '末' || /[每逢一二两三四五六七八九十几多0-9]$/u.test(before)) return null;
    if (/^[次个届天期年版场回本]/u.test(after) || (which === undefined && !/^(?:$|[，,上下中晚）)\s])/u.test(after)))
      return null;
    // 周一 may be a surname and a numeral; without 本 or 上 it has to open a clause or a bracket.
    if (which === undefined && !/(?:^|[\s，,。；;：:（(])$/u.test(before)) return null;
    const number = day === '日' || day === '天' ? 7 : DAYS.indexOf(day) + 1;
    return {
      from: { year: null, month: null, day: null },
      relative: { unit: 'week', offset: which === undefined ? 0 : (WEEKS_AWAY[which] ?? 0), weekday: number },
    };
  },
};
