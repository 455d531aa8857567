import { numberOf } from '../../lexicon/numerals.ts';

/** Sources of regular expressions for the parts of a day: 12, １２, 十二, 二十一. */
export const NUMBER = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})';
/** 2024, ２０２４, 二〇二四. */
export const YEAR = '(?:[0-9０-９]{4}|[一二三四五六七八九零〇○Ｏ]{4})';
/** One space of any width, or none: 3 月 12 日. */
export const GAP = '[ \\u3000]?';
/** What stands between the first and the last of several days: 至, –, 、. */
export const JOINER = '(?:——|[-–—－~～至到、和与及])';

const within =
  (low: number, high: number) =>
  (words: string | undefined): number | null => {
    const value = words === undefined ? null : numberOf(words);
    return value !== null && value >= low && value <= high ? value : null;
  };

/** The number of a year, month or day; null when it is none that the calendar has. */
export const yearOf = within(1900, 2199);
export const monthOf = within(1, 12);
export const dayOf = within(1, 31);

/** Whether the words end inside a number: then the number goes on, and what follows is a piece of it. */
export const endsInNumber = (before: string): boolean => /[0-9０-９一二三四五六七八九十廿卅〇零.．]$/u.test(before);
