import type { DayReading } from './expression.ts';

/** A pair of brackets with nothing but one day in it: 今天（3月3日）, 昨天(20日), 8月1日(星期一). */
const OPENS = /^[ \u3000]?[（(]$/u;

/** A day in brackets behind another is the same day. The day of the month is kept, and a weekday behind one says nothing new. */
export function gloss(text: string, readings: readonly DayReading[]): readonly DayReading[] {
  const kept: DayReading[] = [];
  for (const reading of readings) {
    const last = kept.at(-1);
    const closing = text[reading.end];
    if (
      last === undefined ||
      (closing !== '）' && closing !== ')') ||
      !OPENS.test(text.slice(last.end, reading.start))
    ) {
      kept.push(reading);
      continue;
    }
    if (last.from.day !== null && reading.from.day === null) continue;
    kept[kept.length - 1] = { ...reading, start: last.start, end: reading.end + 1, rule: 'time/glossed-day' };
  }
  return kept;
}
