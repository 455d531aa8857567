import { MARKS, type TimeExpression } from './expression.ts';

const DAYS_AWAY: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };

/** 今天 · 今日 · 昨日 · 昨晚 · 前天 · 明日: a day that counts from the article's. */
export const nearDay: TimeExpression = {
  id: 'time/near-day',
  examples: ['今天', '今日', '昨日', '昨晚', '前天', '明日', '今晨', '大前天'],
  marks: MARKS.near,
  pattern: /(?<which>大前|[今昨前明后])(?<unit>[天日]|[晚夜晨早])/gu,
  read: ({ which = '', unit = '' }, before, after) => {
    const offset = DAYS_AWAY[which];
    if (offset === undefined) return null;
    if (/[晚夜晨早]/u.test(unit) && which !== '今' && which !== '昨') return null;
    // 日前日后, 之后天气, 此前日本, 光明日报, 从今日本
    if ((which === '前' || which === '后') && (unit === '日' || /[之以此日年月周前后]$/u.test(before))) {
      if (which === '后' || /[之以此日年月周目当]$/u.test(before)) return null;
    }
    if (which === '明' && /[光文证说声清黎]$/u.test(before)) return null;
    if (unit === '天' && /^(?:[津然气空文才生性赋]|下(?!午))/u.test(after)) return null;
    if (unit === '日' && /^[报本]/u.test(after)) return null;
    return { from: { year: null, month: null, day: null }, relative: { unit: 'day', offset, weekday: null } };
  },
};
