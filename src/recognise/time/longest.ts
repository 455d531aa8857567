import type { DayReading } from './expression.ts';

/** Of readings that overlap the longest is meant, of equally long ones the first: 2023年12月 in 2023年12月3日. */
export function longest(readings: readonly DayReading[]): readonly DayReading[] {
  const kept: DayReading[] = [];
  for (const reading of readings) {
    const last = kept.at(-1);
    if (last === undefined || reading.start >= last.end) kept.push(reading);
    else if (reading.end - reading.start > last.end - last.start) kept[kept.length - 1] = reading;
  }
  return kept;
}
