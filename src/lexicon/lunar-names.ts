import { numberOf } from './numerals.ts';

/** A day of the traditional calendar (农历), months and days from 1; no leap months. */
export interface LunarDayName {
  readonly month: number;
  readonly day: number;
}

const MONTHS: Readonly<Record<string, number>> = { 正月: 1, 大年: 1, 冬月: 11, 腊月: 12 };

/** The day that the words name (正月初八, 腊月廿三, 三月初三, 大年初一); null when they name none. */
export function lunarDayOf(words: string): LunarDayName | null {
  const name =
    /(?<month>[正冬腊]月|大年|[一二三四五六七八九十]{1,2}月)(?<day>初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3})$/u.exec(
      words,
    );
  if (name?.groups === undefined) return null;
  const { month = '', day = '' } = name.groups;
  const m = MONTHS[month] ?? numberOf(month.slice(0, -1));
  const d = numberOf(day.startsWith('初') ? day.slice(1) : day);
  if (m === null || d === null || m < 1 || m > 12 || d < 1 || d > 30) return null;
  return { month: m, day: d };
}
