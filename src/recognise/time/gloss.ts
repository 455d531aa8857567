import type { ParsingResult, Refiner } from 'chrono-node/zh';

/** A pair of brackets with nothing but one day in it: 今天（3月3日）, 昨天(20日), 8月1日(星期一). */
const OPENS = /^[ \u3000]?[（(]$/u;

/** A day in brackets behind another is the same day. The day of the month is kept, and a weekday behind one says nothing new. */
export const gloss: Refiner = {
  refine: (context, results) => {
    const kept: ParsingResult[] = [];
    for (const result of results) {
      const last = kept.at(-1);
      const end = last === undefined ? 0 : last.index + last.text.length;
      const closing = context.text[result.index + result.text.length];
      if (
        last === undefined ||
        !OPENS.test(context.text.slice(end, result.index)) ||
        (closing !== '）' && closing !== ')')
      ) {
        kept.push(result);
        continue;
      }
      if (last.start.isCertain('day') && !result.start.isCertain('day')) continue;
      const whole = result.clone();
      whole.index = last.index;
      whole.text = context.text.slice(last.index, result.index + result.text.length + 1);
      for (const tag of result.tags()) if (!tag.startsWith('time/')) whole.addTag(tag);
      whole.addTag('time/glossed-day');
      kept[kept.length - 1] = whole;
    }
    return kept;
  },
};
