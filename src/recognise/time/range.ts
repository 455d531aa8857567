import type { ParsingResult, Refiner } from 'chrono-node/zh';
import type { PartialDay } from '../../model/mention.ts';
import { partOf } from './expression.ts';

/** 上午至, （星期一）—, 、: what stands between the first and the last day of a run. */
const BETWEEN =
  /^[ \u3000]?(?:[（(](?:周|星期|礼拜)[一二三四五六日天][）)])?(?:[上下]午|中午|晚上?|早上?)?[ \u3000]?(?<joiner>——|[-–—－~～至到、和与及])[ \u3000]?$/u;
const THROUGH = /^(?:——|[-–—－~～至到])$/u;

/** 3月12日至13日 · 2月28日—3月1日 · 12日、13日: two days and what joins them are one run. 、和与及 join only a day and the next. */
export const range: Refiner = {
  refine: (context, results) => {
    const kept: ParsingResult[] = [];
    for (const result of results) {
      const last = kept.at(-1);
      if (last === undefined || !joins(context.text, last, result)) {
        kept.push(result);
        continue;
      }
      const whole = last.clone();
      whole.text = context.text.slice(last.index, result.index + result.text.length);
      whole.end = (result.end ?? result.start).clone();
      for (const tag of last.tags()) if (!tag.startsWith('time/')) whole.addTag(tag);
      whole.addTag('time/day-range');
      kept[kept.length - 1] = whole;
    }
    return kept;
  },
};

function joins(text: string, first: ParsingResult, second: ParsingResult): boolean {
  const joiner = BETWEEN.exec(text.slice(first.index + first.text.length, second.index))?.groups?.joiner;
  if (joiner === undefined) return false;
  const from = partOf(first.start);
  const last = partOf(first.end ?? first.start);
  const to = partOf(second.start);
  if (from.day === null || to.day === null || last.day === null) return false;
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
