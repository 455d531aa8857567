import type { Edit } from '../model/edit.ts';
import type { Rule } from './rule.ts';

/** A text needs so many lines before their length says anything. */
const FEWEST_LINES = 4;
/** Narrower columns than this (in half-width cells) are lists and tables, not prose. */
const NARROWEST = 40;
/** A longer line, in characters, was not broken at a fixed width. */
const WIDEST = 160;
/** Full lines may fall short of the longest by so many cells: a mark that must not open a line pulls a character along. */
const SLACK = 4;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Width in half-width cells; a Chinese character takes two. */
  readonly cells: number;
}

/**
 * Joins lines that were broken at a fixed width, as mail programs and old editors do. It needs a text in which nearly
 * every line that goes on in the next is full, and few lines end a sentence.
 */
export const wrappedLines: Rule = {
  id: 'restore/wrapped-lines',
  repair: 'joinedLines',
  examples: [
    {
      damaged:
        '县政府昨天上午召开专题会议，研究部署今年的防汛工作，\n各乡镇和县直有关部门的主要负责人参加会议并作了发言。\n会议要求各有关单位立即开展隐患排查，把责任落实到每\n一个岗位、每一个人，确保人民群众的生命财产安全。',
      clean:
        '县政府昨天上午召开专题会议，研究部署今年的防汛工作，各乡镇和县直有关部门的主要负责人参加会议并作了发言。会议要求各有关单位立即开展隐患排查，把责任落实到每一个岗位、每一个人，确保人民群众的生命财产安全。',
    },
    {
      damaged: '会议今天召开。\n会议指出了问题。\n会议提出了要求。\n会议就此结束。\n全体干部参加。',
      clean: '会议今天召开。\n会议指出了问题。\n会议提出了要求。\n会议就此结束。\n全体干部参加。',
    },
  ],
  find(text) {
    if (!isNarrow(text)) return [];
    const lines = linesOf(text);
    if (lines.length < FEWEST_LINES) return [];
    const widest = usualWidth(lines);
    if (widest < NARROWEST) return [];
    const isFull = ({ cells }: Line): boolean => cells >= widest - SLACK;
    const full = lines.filter(isFull).length;
    const open = lines.filter((line) => isFull(line) && !endsSentence(text, line)).length;
    const beyond = lines.filter(({ cells }) => cells > widest + 2).length;
    if (full * 2 < lines.length || open * 2 < full || beyond > 0) return [];
    const edits: Edit[] = [];
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i] as Line;
      const next = lines[i + 1] as Line;
      if (!isFull(line) || next.cells === 0 || isIndented(text, next)) continue;
      const between =
        /[A-Za-z,.;:]$/u.test(text.slice(line.end - 1, line.end)) &&
        /^[A-Za-z]/u.test(text.slice(next.start, next.start + 1))
          ? ' '
          : '';
      edits.push({ start: line.end, end: next.start, replacement: between, rule: wrappedLines.id });
    }
    return edits;
  },
};

/** Whether a text has several lines, and none so long that it can only be a whole paragraph. */
function isNarrow(text: string): boolean {
  let lines = 1;
  for (let start = 0; ; lines++) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > WIDEST) return false;
    if (end < 0) return lines >= FEWEST_LINES;
    start = end + 1;
  }
}

/** The lines of a text without their breaks and trailing space, empty ones too. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const stop = found < 0 ? text.length : found;
    let end = stop;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    let cells = 0;
    for (let i = start; i < end; i++) cells += text.charCodeAt(i) >= 0x1100 ? 2 : 1;
    lines.push({ start, end, cells });
    start = stop + 1;
  }
  return lines;
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x0d || unit === 9 || unit === 0x3000;
const isIndented = (text: string, { start }: Line): boolean => isSpace(text.charCodeAt(start));

/** The width at which most lines end: the commonest, within the slack, of those that are wide enough. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) if (cells > 0) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const width of counts.keys()) {
    let count = 0;
    for (let i = 0; i <= SLACK; i++) count += counts.get(width - i) ?? 0;
    if (count > most || (count === most && width > best)) {
      best = width;
      most = count;
    }
  }
  return best;
}

const endsSentence = (text: string, { end }: Line): boolean => '。！？!?”：:；;'.includes(text[end - 1] as string);
