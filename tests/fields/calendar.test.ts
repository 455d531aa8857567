import { describe, expect, test } from 'vitest';
import {
  type Day,
  dayNumber,
  daysIn,
  edtf,
  exists,
  fromDayNumber,
  latest,
  latestMonth,
  shift,
  shiftMonth,
  weekdayOf,
  whole,
} from '../../src/fields/calendar.ts';

/** 2024-03-05 as a day. */
const day = (iso: string): Day => {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  return { year, month, day: date };
};

test('days are counted from 1 January 1970, and back', () => {
  expect(dayNumber(day('1970-01-01'))).toBe(0);
  expect(dayNumber(day('1970-02-01'))).toBe(31);
  expect(dayNumber(day('1969-12-31'))).toBe(-1);
  expect(dayNumber(day('2024-03-05'))).toBe(19_787);
  for (const iso of ['1921-07-23', '1970-01-01', '2000-02-29', '2024-12-31']) {
    expect(edtf(fromDayNumber(dayNumber(day(iso))))).toBe(iso);
  }
});

test.each([
  ['2024-03-05', 1, '2024-03-06'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2023-03-01', -1, '2023-02-28'],
  ['2024-12-31', 1, '2025-01-01'],
  ['2024-01-01', -2, '2023-12-30'],
  ['2024-03-05', 0, '2024-03-05'],
])('%s and %s days are %s', (from, days, to) => {
  expect(edtf(shift(day(from), days))).toBe(to);
});

test.each([
  [2024, 3, -1, 2024, 2],
  [2024, 1, -1, 2023, 12],
  [2024, 12, 1, 2025, 1],
  [2024, 12, 0, 2024, 12],
  [2024, 3, -15, 2022, 12],
  [2024, 3, 10, 2025, 1],
  [0, 3, -5, -1, 10],
])('%s-%s and %s months is %s-%s', (year, month, months, toYear, toMonth) => {
  expect(shiftMonth(year, month, months)).toEqual({ year: toYear, month: toMonth });
});

test.each([
  ['2024-03-04', 1],
  ['2024-03-05', 2],
  ['2024-03-10', 7],
  ['1970-01-01', 4],
  ['1969-12-31', 3],
  ['1969-12-28', 7],
  ['1921-07-23', 6],
])('the weekday of %s is %s', (iso, weekday) => {
  expect(weekdayOf(day(iso))).toBe(weekday);
});

test.each([
  [2024, 2, 29],
  [2023, 2, 28],
  [1900, 2, 28],
  [2000, 2, 29],
  [2024, 4, 30],
  [2024, 12, 31],
])('%s-%s has %s days', (year, month, days) => {
  expect(daysIn(year, month)).toBe(days);
});

describe('a day exists', () => {
  test.each([
    [2024, 2, 29],
    [null, 2, 29],
    [null, 12, 31],
    [2023, 2, 28],
    [2024, null, 31],
    [2024, 4, null],
    [null, null, 31],
  ])('%s-%s-%s', (year, month, date) => {
    expect(exists({ year, month, day: date })).toBe(true);
  });

  test.each([
    [2023, 2, 29],
    [null, 2, 30],
    [null, 4, 31],
    [2024, 11, 31],
  ])('not %s-%s-%s', (year, month, date) => {
    expect(exists({ year, month, day: date })).toBe(false);
  });
});

test('a day is whole when nothing is open', () => {
  expect(whole(day('2024-03-05'))).toEqual(day('2024-03-05'));
  expect(whole({ year: null, month: 3, day: 5 })).toBe(null);
  expect(whole({ year: 2024, month: null, day: 5 })).toBe(null);
  expect(whole({ year: 2024, month: 3, day: null })).toBe(null);
});

test.each([
  [3, 5, '2024-03-05', '2024-03-05'],
  [3, 5, '2024-03-04', '2023-03-05'],
  [3, 5, '2024-12-31', '2024-03-05'],
  [12, 31, '2024-01-01', '2023-12-31'],
  [null, 5, '2024-03-05', '2024-03-05'],
  [null, 6, '2024-03-05', '2024-02-06'],
  [null, 31, '2024-03-05', '2024-01-31'],
  [null, 30, '2024-01-05', '2023-12-30'],
  [2, 29, '2023-03-01', '2020-02-29'],
  [2, 29, '2024-02-29', '2024-02-29'],
  [2, 29, '1904-02-28', '1896-02-29'],
])('the latest %s-%s up to %s is %s', (month, date, limit, found) => {
  expect(edtf(latest(month, date, day(limit)) as Day)).toBe(found);
});

test('a day that no calendar has is not found', () => {
  expect(latest(2, 30, day('2024-03-05'))).toBe(null);
  expect(latest(null, 32, day('2024-03-05'))).toBe(null);
});

test.each([
  [3, '2024-03-01', 2024],
  [2, '2024-03-05', 2024],
  [4, '2024-03-05', 2023],
  [12, '2024-12-01', 2024],
])('the latest month %s up to %s is one of %s', (month, limit, year) => {
  expect(latestMonth(month, day(limit))).toEqual({ year, month });
});

test.each([
  [2024, 3, 5, '2024-03-05'],
  [null, 10, 19, 'XXXX-10-19'],
  [null, null, 3, 'XXXX-XX-03'],
  [2023, 12, null, '2023-12-XX'],
  [987, 1, 2, '0987-01-02'],
])('%s %s %s is written %s', (year, month, date, written) => {
  expect(edtf({ year, month, day: date })).toBe(written);
});
