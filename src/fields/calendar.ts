import type { PartialDay } from '../model/mention.ts';

/** A day with nothing left open. Months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_A_DAY = 86_400_000;

/** Days since 1 January 1970; smaller is earlier. */
export const dayNumber = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / MS_A_DAY;

/** The day with this number. */
export function fromDayNumber(number: number): Day {
  const date = new Date(number * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day so many days after (or, negative, before) another. */
export const shift = (day: Day, days: number): Day => fromDayNumber(dayNumber(day) + days);

/** The month so many months after or before another. */
export function shiftMonth(year: number, month: number, months: number): { year: number; month: number } {
  const at = year * 12 + (month - 1) + months;
  return { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 };
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** How many days a month has. */
export const daysIn = (year: number, month: number): number =>
  (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / MS_A_DAY;

/** Whether the calendar has such a day in some year, as far as its parts are known: 29 February yes, 31 April no. */
export function exists({ year, month, day }: PartialDay): boolean {
  if (month === null || day === null) return true;
  return day <= daysIn(year ?? 2024, month);
}

/** A day with every part known; null when one is open. */
export const whole = ({ year, month, day }: PartialDay): Day | null =>
  year === null || month === null || day === null ? null : { year, month, day };

/**
 * The latest day with this month (when given) and day of the month that is not after `limit`; null when no calendar
 * has such a day. 29 February is looked for as far back as a leap year may lie.
 */
export function latest(month: number | null, day: number, limit: Day): Day | null {
  const first = month === null ? 0 : (limit.month - month + 12) % 12;
  for (let back = first; back <= 8 * 12 + 12; back += month === null ? 1 : 12) {
    const at = shiftMonth(limit.year, limit.month, -back);
    if (day > daysIn(at.year, at.month)) continue;
    const found = { year: at.year, month: at.month, day };
    if (dayNumber(found) <= dayNumber(limit)) return found;
  }
  return null;
}

/** The latest month of this number that does not begin after `limit`. */
export const latestMonth = (month: number, limit: Day): { year: number; month: number } => ({
  year: month <= limit.month ? limit.year : limit.year - 1,
  month,
});

/** A day in ISO 8601, with X for the digits of what is unknown (EDTF): 2024-10-19, XXXX-10-19, 2023-12-XX. */
export const edtf = ({ year, month, day }: PartialDay): string =>
  `${year === null ? 'XXXX' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

const two = (part: number | null): string => (part === null ? 'XX' : String(part).padStart(2, '0'));
