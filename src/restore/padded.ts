import { CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import type { Edit } from '../model/edit.ts';
import { isHan } from './han.ts';
import type { Rule } from './rule.ts';

/** Names are padded with one or two wide spaces, or up to four plain ones. */
const WIDEST_GAP = 4;
const GAPS = new CharacterSet(' \u3000\xa0');
/** The last characters of posts: 主任, 书记, 委员, 代表. */
const POST_ENDS = new Set('长任记席员授师理事官士监导志委裁总表');

/** Words of two characters that tables and forms stretch to the width of three or four: 时　间：. */
const LABELS: ReadonlySet<string> = new Set(
  '时间 地点 来源 主持 出席 列席 参加 记录 作者 日期 编辑 主题 议题 供稿 摄影 地址'.split(' '),
);

/** What stands behind a padded name in the middle of a sentence: what the person does, or 同志. */
const FOLLOWERS =
  '出席 主持 参加 列席 讲话 作 致 宣 通报 传达 汇报 介绍 发言 强调 指出 要求 表示 同志 等 和 及 与 带 分别 率 陪同 到 对 就 为 在 代表'.split(
    ' ',
  );

let surnames: ReadonlySet<string> | null = null;

/** Whether a character is a surname of some frequency, so that another one behind it makes a name. */
function isSurname(character: string): boolean {
  surnames ??= new Set(
    loadTable('surnames')
      .filter(({ surname = '', share }) => surname.length === 1 && Number(share) >= 0.05)
      .map(({ surname = '' }) => surname),
  );
  return surnames.has(character);
}

/**
 * Closes names of two characters that were padded to the width of three, and labels padded likewise.
 *
 *     参加会议的有：李　明、王建国  →  参加会议的有：李明、王建国
 */
export const padded: Rule = {
  id: 'restore/padded',
  repair: 'padded',
  certainty: 'likely',
  signs: [[...GAPS].join('')],
  examples: [
    { damaged: '出席会议的有：李　明、王建国、赵　莉。', clean: '出席会议的有：李明、王建国、赵莉。' },
    { damaged: '市人大常委会主任李　明出席', clean: '市人大常委会主任李明出席' },
    { damaged: '时　间：3月5日', clean: '时间：3月5日' },
    { damaged: '时　间:3月5日', clean: '时间:3月5日' },
    { damaged: '时　间 3月5日', clean: '时　间 3月5日' },
    { damaged: '会议开幕　李明讲话', clean: '会议开幕　李明讲话' },
    { damaged: '（一　二　三）', clean: '（一　二　三）' },
    { damaged: '副市长　王建国', clean: '副市长　王建国' },
  ],
  find(text) {
    const edits: Edit[] = [];
    let end = 0;
    for (;;) {
      const start = GAPS.firstIn(text, end, text.length);
      if (start === text.length) return edits;
      end = start + 1;
      while (GAPS.at(text, end)) end++;
      if (end - start > WIDEST_GAP || !isHan(text.charCodeAt(start - 1)) || !isHan(text.charCodeAt(end))) continue;
      if (isPadding(text, start, end)) edits.push({ start, end, replacement: '', rule: padded.id });
    }
  },
};

/** Whether the gap `[start, end)` stands within a name or a label. */
function isPadding(text: string, start: number, end: number): boolean {
  const first = text[start - 1] as string;
  const before = text[start - 2];
  const isBounded = before === undefined || BOUNDS.has(before);
  if (isBounded && LABELS.has(first + text[end])) return isLabel(text, end + 1);
  return isSurname(first) && (isBounded || POST_ENDS.has(before)) && endsName(text, end + 1);
}

const isLabel = (text: string, end: number): boolean => text[end] === '：' || text[end] === ':';

/** Whether a name can end here. */
function endsName(text: string, end: number): boolean {
  const after = text[end];
  if (after === undefined || BOUNDS.has(after)) return true;
  return isHan(text.charCodeAt(end)) && FOLLOWERS.some((word) => text.startsWith(word, end));
}

const BOUNDS = new Set('、，,。；;：:（）()“”【】《》 \u00a0\u3000\t\r\n');
