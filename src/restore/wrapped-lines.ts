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
 * Joins lines that were broken at a fixed width, as mail programs and old editors do. Where paragraphs are set off by an
 * empty line or an indent, every line within one must be full; where nothing sets them off, most lines must be, and
 * few may end a sentence. What set the paragraphs off goes with the breaks: each becomes one line.
 */
export const wrappedLines: Rule = {
  id: 'restore/wrapped-lines',
  repair: 'joinedLines',
  certainty: 'likely',
  signs: ['\n'],
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
    const widest = usualWidth(lines);
    if (widest < NARROWEST) return [];
    const isFull = ({ cells }: Line): boolean => cells >= widest - SLACK;
    const written = lines.filter(({ cells }) => cells > 0);
    const isSetOff = written.length < lines.length || lines.some((line) => isIndented(text, line));
    // Lines that go on in the next: the last one of a paragraph may be as short as it likes.
    const within = isSetOff ? lines.filter((line, i) => line.cells > 0 && goesOn(text, lines[i + 1])) : written;
    const full = within.filter(isFull);
    const open = full.filter((line) => !endsSentence(text, line)).length;
    const beyond = lines.filter(({ cells }) => cells > widest + 2).length;
    if (beyond > 0 || open * 2 < full.length || full.length < FEWEST_FULL) return [];
    if (full.length * 2 < within.length || (!isSetOff && full.length * 2 < lines.length)) return [];
    if (isSetOff && full.length < within.length && full.length * 2 < lines.length) return [];
    const edits: Edit[] = [];
    const change = (start: number, end: number, replacement: string): void => {
      if (text.slice(start, end) !== replacement) edits.push({ start, end, replacement, rule: wrappedLines.id });
    };
    change(0, contentOf(text, written[0] as Line), '');
    for (let i = 0; i + 1 < written.length; i++) {
      const line = written[i] as Line;
      const next = written[i + 1] as Line;
      const follows = !text.slice(line.end, next.start).replace('\n', '').includes('\n');
      if (isFull(line) && follows && !isIndented(text, next))
        change(line.end, next.start, betweenWords(text, line, next));
      else change(line.end, contentOf(text, next), '\n');
    }
    return edits;
  },
};

/** Fewer full lines are chance. */
const FEWEST_FULL = 3;

/** Whether a line is written on in this one: there is one, and nothing sets it off. */
const goesOn = (text: string, next: Line | undefined): boolean =>
  next !== undefined && next.cells > 0 && !isIndented(text, next);

/** Where the words of a line start, behind its indent. */
function contentOf(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** A space between two words of Latin letters that a break parted; nothing between Chinese ones. */
const betweenWords = (text: string, line: Line, next: Line): string =>
  /[A-Za-z,.;:]$/u.test(text.slice(line.end - 1, line.end)) && /^[A-Za-z]/u.test(text.slice(next.start, next.start + 1))
    ? ' '
    : '';

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
/** One plain space at the start of a line stood between two words. */
const isIndented = (text: string, { start }: Line): boolean =>
  isSpace(text.charCodeAt(start)) && (text[start] !== ' ' || isSpace(text.charCodeAt(start + 1)));

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
