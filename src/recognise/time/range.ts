import type { PartialDay } from '../../model/mention.ts';
import type { DayReading } from './expression.ts';

/** 上午至, （星期一）—, 、: what stands between the first and the last day of a run. */
const BETWEEN =
  /^[ \u3000]?(?:[（(](?:周|星期|礼拜)[一二三四五六日天][）)])?(?:[上下]午|中午|晚上?|早上?)?[ \u3000]?(?<joiner>——|[-–—－~～至到、和与及])[ \u3000]?$/u;
const THROUGH = /^(?:——|[-–—－~～至到])$/u;

/** 3月12日至13日 · 2月28日—3月1日 · 12日、13日: two days and what joins them are one run. 、和与及 join only a day and the next. */
export function range(text: string, readings: readonly DayReading[]): readonly DayReading[] {
  const kept: DayReading[] = [];
  for (const reading of readings) {
    const last = kept.at(-1);
    if (last === undefined || !joins(text, last, reading)) kept.push(reading);
    else {
      const to = reading.to ?? reading.from;
      kept[kept.length - 1] = { ...last, end: reading.end, to, rule: 'time/day-range' };
    }
  }
  return kept;
}

function joins(text: string, first: DayReading, second: DayReading): boolean {
  const last = first.to ?? first.from;
  const to = second.from;
  if (first.from.day === null || to.day === null || last.day === null) return false;
  const joiner = BETWEEN.exec(text.slice(first.end, second.start))?.groups?.joiner;
  if (joiner === undefined) return false;
  if (THROUGH.test(joiner)) return !isBefore(to, last);
  return (to.month === null || to.month === last.month) && to.day === last.day + 1;
}

/** Whether `day` comes before `other`, as far as both say so; a bare day of a smaller number may be in the next month. */
function isBefore(day: PartialDay, other: PartialDay): boolean {
  if (day.year !== null && other.year !== null && day.year !== other.year) return day.year < other.year;
  if (day.year !== null && other.year === null) return false;
  if (day.month !== null && other.month !== null && day.month !== other.month)
    return day.month < other.month && !wraps(day, other);
  return (
    day.month !== null && day.day !== null && other.day !== null && day.month === other.month && day.day < other.day
  );
}

/** 12月30日至1月2日: over the turn of a year. */
const wraps = (day: PartialDay, other: PartialDay): boolean => other.month === 12 && day.month === 1;
