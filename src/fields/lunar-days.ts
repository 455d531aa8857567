import { createRequire } from 'node:module';
import type { LunarDayName } from '../lexicon/lunar-names.ts';
import { type Day, dayNumber } from './calendar.ts';

const require = createRequire(import.meta.url);

/** The day of our calendar on which a day of the traditional one falls in the traditional year that begins in `year`; null when that year has none. */
export function solarDay(year: number, { month, day }: LunarDayName): Day | null {
  const { LunarDay } = require('tyme4ts') as typeof import('tyme4ts');
  try {
    const solar = LunarDay.fromYmd(year, month, day).getSolarDay();
    return { year: solar.getYear(), month: solar.getMonth(), day: solar.getDay() };
  } catch {
    // A month of 29 days has no 三十.
    return null;
  }
}

/** The latest such day that is not after `limit`. */
export function latestSolarDay(name: LunarDayName, limit: Day): Day | null {
  for (const year of [limit.year, limit.year - 1, limit.year - 2]) {
    const day = solarDay(year, name);
    if (day !== null && dayNumber(day) <= dayNumber(limit)) return day;
  }
  return null;
}
