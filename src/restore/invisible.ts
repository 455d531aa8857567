import type { Edit } from '../model/edit.ts';
import type { Rule } from './rule.ts';
import { mark, type Signs } from './signs.ts';

/**
 * Characters that show nothing: zero-width spaces and joiners, direction marks, byte order marks inside a text, soft
 * hyphens, and control characters other than tabs and line breaks. A joiner between emoji is left alone.
 */
const UNSEEN =
  /(?:[\u{ad}\u{61c}\u{180e}\u{200b}\u{200c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}]|(?<!\p{Extended_Pictographic}|\u{fe0f})\u{200d}|(?![\t-\r\u{80}-\u{9f}])\p{Cc})+/gu;

/** What UNSEEN may take out. */
const SIGNS: Signs = [
  [0, 8],
  [0x0e, 0x1f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  '\x7f\xad\u061c\u180e\ufeff',
];
const unseen = new Uint8Array(0x10000);
mark(unseen, SIGNS, 1);

/** Whether a code point shows nothing and never stands for anything. */
export const isUnseen = (point: number): boolean => unseen[point] === 1 && point !== 0x200d;

/**
 * Takes out what cannot be seen.
 *
 *     会\u200B议  →  会议
 */
export const invisible: Rule = {
  id: 'restore/invisible',
  repair: 'invisible',
  certainty: 'certain',
  signs: SIGNS,
  examples: [
    { damaged: '\uFEFF市委\u200B常委会\u00AD会议', clean: '市委常委会会议' },
    { damaged: '\u202A会议\u202C召开', clean: '会议召开' },
    { damaged: '一家👨‍👩‍👧来了\n\t第二行', clean: '一家👨‍👩‍👧来了\n\t第二行' },
  ],
  find: (text) =>
    Array.from(
      text.matchAll(UNSEEN),
      (match): Edit => ({
        start: match.index,
        end: match.index + match[0].length,
        replacement: '',
        rule: invisible.id,
      }),
    ),
};
