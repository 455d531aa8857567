import type { ParsingResult, Refiner } from 'chrono-node/zh';

/** Of expressions that overlap the longest is meant, of equally long ones the first: 2023年12月 in 2023年12月3日. */
export const longest: Refiner = {
  refine: (_context, results) => {
    const kept: ParsingResult[] = [];
    for (const result of results) {
      const last = kept.at(-1);
      if (last === undefined || result.index >= last.index + last.text.length) kept.push(result);
      else if (result.text.length > last.text.length) kept[kept.length - 1] = result;
    }
    return kept;
  },
};
