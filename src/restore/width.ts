import type { Edit } from '../model/edit.ts';
import type { Rule } from './rule.ts';

/** Full-width digits and letters: ２０２４ ＡＰＥＣ. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]+/gu;
const ANY_WIDE = /[０-９Ａ-Ｚａ-ｚ]/u;
/** The point of a full-width number: ３．５. */
const POINT = /(?<=[０-９])[．](?=[０-９])/gu;

/** Half-width marks of Japanese terminals, for which Chinese has full-width ones: 会议召开｡ */
const NARROW = /[｡-､]/gu;
const ANY_NARROW = /[｡-､]/u;
const NARROW_MARKS = '。「」、';

/** How far full-width ASCII lies above ASCII. */
const ABOVE = 0xfee0;

/**
 * Makes full-width digits and letters plain. Punctuation stays as the article has it.
 *
 *     ２０２４年，ＧＤＰ增长５．２％  →  2024年，GDP增长5.2％
 */
export const width: Rule = {
  id: 'restore/width',
  repair: 'fullWidth',
  certainty: 'certain',
  signs: [
    [0xff10, 0xff19],
    [0xff21, 0xff3a],
    [0xff41, 0xff5a],
    [0xff61, 0xff64],
  ],
  examples: [
    { damaged: '２０２４年１０月', clean: '2024年10月' },
    { damaged: 'ＧＤＰ增长５．２％（预计）：', clean: 'GDP增长5.2％（预计）：' },
    { damaged: '会议召开､讲话｡', clean: '会议召开、讲话。' },
    { damaged: '2024年，（一）', clean: '2024年，（一）' },
  ],
  find(text) {
    const edits: Edit[] = [];
    if (ANY_NARROW.test(text)) {
      for (const { 0: mark, index: start } of text.matchAll(NARROW)) {
        const replacement = NARROW_MARKS[mark.charCodeAt(0) - 0xff61] as string;
        edits.push({ start, end: start + 1, replacement, rule: width.id });
      }
    }
    if (!ANY_WIDE.test(text)) return edits;
    for (const pattern of [WIDE, POINT]) {
      for (const { 0: wide, index: start } of text.matchAll(pattern)) {
        let replacement = '';
        for (let i = 0; i < wide.length; i++) replacement += String.fromCharCode(wide.charCodeAt(i) - ABOVE);
        edits.push({ start, end: start + wide.length, replacement, rule: width.id });
      }
    }
    return edits.sort((a, b) => a.start - b.start);
  },
};
