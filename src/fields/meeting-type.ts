import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Span } from '../model/span.ts';

/** Whether a noun at the end of a name is a kind of meeting; 青年会 is none, though 年会 is. */
const kinds = new Lexicon([
  ...loadTable('meeting-heads').map(
    (row) => [row.head as string, row.kind !== 'body' && row.kind !== 'activity'] as const,
  ),
  ...loadTable('meeting-types').map((row) => [row.type as string, true] as const),
]);

/** 第三次会议（扩大）” · 学习会”: what may stand behind the noun in a name. */
const TAIL = /(?:[（(][^（）()]{1,20}[）)]|[”’"'》」』\s]){1,12}$/u;

/**
 * The kind of a meeting, as its name says it at the end: 座谈会, 常务会议, 论坛, 会议. Null when the noun there is none
 * that the tables have.
 *
 *     市政府第12次常务会议   →   常务会议
 */
export function meetingTypeIn(text: string, name: Span): Span | null {
  const words = text.slice(name.start, name.end);
  const end = name.end - (TAIL.exec(words)?.[0].length ?? 0);
  const kind = kinds.longestEndingAt(text, end, name.start);
  return kind === null || !kind.value ? null : { start: kind.start, end };
}
