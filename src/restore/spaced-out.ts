import { EditColumns } from '../model/edit.ts';
import type { Span } from '../model/span.ts';
import { isHan } from './han.ts';
import type { Rule } from './rule.ts';

/** A shorter line is a heading that somebody spaced out for looks: 会 议 纪 要. */
const SHORTEST = 15;
/** So many Chinese characters make it a sentence, and no row of numbers. */
const FEWEST_HAN = 4;

/**
 * Closes lines in which a space stands behind every single character, as text taken out of PDF has them.
 *
 *     会 议 强 调 ， 要 抓 好 落 实 。  →  会议强调，要抓好落实。
 */
export const spacedOut: Rule = {
  id: 'restore/spaced-out',
  repair: 'spacedOut',
  certainty: 'certain',
  signs: [' '],
  examples: [
    { damaged: '会 议 强 调 ， 要 抓 好 落 实 。', clean: '会议强调，要抓好落实。' },
    { damaged: '县 长   李 明 2 0 2 4 年 出 席', clean: '县长 李明2024年出席' },
    { damaged: '会 议 强 调 ， 要 抓 好 落 实 。\r\n李 明', clean: '会议强调，要抓好落实。\r\n李明' },
    {
      damaged: '全县教育工作会议昨天在县会议中心召开，各乡镇负责人参加。\n会 议 强 调 ， 要 抓 好 落 实 。\n李 明',
      clean: '全县教育工作会议昨天在县会议中心召开，各乡镇负责人参加。\n会议强调，要抓好落实。\n李 明',
    },
    { damaged: '会 议 纪 要', clean: '会 议 纪 要' },
    { damaged: '1 2 3 4 5 6 7 8 9 0', clean: '1 2 3 4 5 6 7 8 9 0' },
  ],
  find(text) {
    const edits = new EditColumns(spacedOut.id);
    let spaced = 0;
    for (const { start, end } of linesOf(text)) if (isSpacedOut(text, start, end)) spaced += end - start;
    if (spaced === 0) return edits;
    // Where most of a text is spaced out its short lines are as well.
    const isMost = spaced * 2 > text.length;
    for (const { start, end } of linesOf(text)) {
      const isOut = isMost ? hasSpaces(text, start, end) : isSpacedOut(text, start, end);
      if (isOut) for (let at = start + 1; at < end; at += 2) edits.add(at, at + 1, '');
    }
    return edits;
  },
};

function* linesOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { start, end: text[end - 1] === '\r' ? end - 1 : end };
    start = end + 1;
  }
}

/** Whether a line is so by more than chance or taste. */
function isSpacedOut(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST || !hasSpaces(text, start, end)) return false;
  let han = 0;
  for (let at = start; at < end; at += 2) if (isHan(text.charCodeAt(at))) han++;
  return han >= FEWEST_HAN;
}

/** Whether every second unit of a line is a space; most lines are decided at their second. */
function hasSpaces(text: string, start: number, end: number): boolean {
  if ((end - start) % 2 === 0) return false;
  for (let at = start + 1; at < end; at += 2) if (text.charCodeAt(at) !== 0x20) return false;
  return true;
}
