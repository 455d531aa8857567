import { MARKS, type TimeExpression } from './expression.ts';
import { dayOf, endsInNumber, GAP, JOINER, monthOf, YEAR, yearOf } from './parts.ts';

const DAY = '[0-9０-９]{1,2}';

/** 3月12、13日 · 3月12-14日 · 12至13日: only the last day carries 日. Several days are the run from first to last. */
export const dayList: TimeExpression = {
  id: 'time/day-list',
  examples: ['3月12、13日', '3月12-14日', '12至13日', '2024年10月9、10、11日', '十月12－13日'],
  marks: MARKS.day | MARKS.joiner,
  pattern: new RegExp(
    `(?:(?:(?<year>${YEAR})${GAP}年${GAP})?(?<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})${GAP}月${GAP})?(?<first>${DAY})(?:${GAP}${JOINER}${GAP}${DAY}){0,4}${GAP}${JOINER}${GAP}(?<last>${DAY})${GAP}[日号]`,
    'gu',
  ),
  read: ({ year, month, first, last }, before, after) => {
    if (endsInNumber(before) || NOT_BEFORE.test(before) || NOT_BEHIND.test(after)) return null;
    const from = { year: yearOf(year), month: monthOf(month), day: dayOf(first) };
    const to = { year: from.year, month: from.month, day: dayOf(last) };
    if (from.day === null || to.day === null || to.day <= from.day || (month !== undefined && from.month === null)) {
      return null;
    }
    return { from, to };
  },
};

/** 为期3至5日, 第3、4号 */
const NOT_BEFORE = /(?:第|每|为期|历时|[-–年月字])[ \u3000]?$/u;
/** 3-5日内, 3、4号楼 */
const NOT_BEHIND = /^(?:内|后|游|龄|楼|线|厅|馆|院|机|门|公寓|会议室)/u;
