import type { FindingCode } from '../model/finding.ts';
import type { Explained } from './explained.ts';

/** Every finding, with an article that has it. */
export const findings: Readonly<Record<FindingCode, Explained>> = {
  'date-near': {
    meaning: [
      'The article says when the meeting was in words that name no day (近日, 日前). `date` is null: a day is not guessed.',
      '文章用不指明日期的词（近日、日前）说会议时间。不作猜测，`date` 为 null。',
    ],
    example: '近日，市防汛工作会议召开。',
    remedy: [
      'If the day of publication is near enough for you, take `document.published`.',
      '如果发布日期已够用，取 `document.published`。',
    ],
  },
  'date-unknown-year': {
    meaning: [
      'The day is known, its year is not: `date.start` has XXXX for it (EDTF).',
      '知道月日，不知道年份：`date.start` 的年份写作 XXXX（EDTF）。',
    ],
    example: '7月2日，市防汛工作会议召开。',
    remedy: [
      'Give the day of publication: --published 2024-07-03, or the field that --date-field names.',
      '给出发布日期：--published 2024-07-03，或 --date-field 所指的字段。',
    ],
  },
  'date-year-implied': {
    meaning: [
      'The article does not say the year of the meeting; it was computed from another day, and `date.because` says which.',
      '文章没有写会议的年份；年份由别的日期推出，`date.because` 说明依据。',
    ],
    example: '2024年7月2日 江城日报\n7月1日，市防汛工作会议召开。',
    remedy: [
      'Look at `date.because`; where the day of publication is wrong, give the right one with --published.',
      '查看 `date.because`；发布日期不对时，用 --published 给出正确的。',
    ],
  },
  'decode-misdeclared': {
    meaning: [
      'The file declares one encoding and is written in another, which was used.',
      '文件声明的编码与实际不符；已按实际编码读取。',
    ],
    example: '<html><head><meta charset="gb2312"></head><body><p>市防汛工作会议召开。</p></body></html>',
    remedy: [
      'Nothing, if the text reads well; the declaration comes from whoever saved the page.',
      '文字通顺就无须处理；声明来自保存网页的程序。',
    ],
  },
  'decode-replaced': {
    meaning: [
      'Some bytes or half characters are no text in the encoding of the file; U+FFFD stands in their place.',
      '有些字节或半个字符在文件的编码中不成文字；原处代以 U+FFFD。',
    ],
    example: '市防汛工作会议\uD800召开。',
    remedy: ['Fetch the file again: what is lost cannot be restored.', '重新获取文件：丢失的内容无法恢复。'],
  },
  'plan-gap': {
    meaning: [
      'A number is missing in a list of what was asked for (一是 … 三是): an item was cut away, or its number is wrong.',
      '部署要点的序号有缺（一是……三是……）：某一项被删去，或序号写错。',
    ],
    example: '7月2日，市防汛工作会议召开。会议要求，一是抓好汛情监测；二是抓好物资储备；四是抓好责任落实。',
    remedy: ['Compare with another copy of the article.', '与文章的另一份副本比较。'],
  },
  'plan-repeat': {
    meaning: ['A number stands twice in one list of what was asked for.', '同一份部署要点中有重复的序号。'],
    example: '7月2日，市防汛工作会议召开。会议要求，一是抓好汛情监测；二是抓好物资储备；二是抓好责任落实。',
    remedy: [
      'Both items are kept with the number that stands there; compare the article.',
      '两项都按原序号保留；请对照原文。',
    ],
  },
  'restore-undetermined': {
    meaning: [
      'The text is damaged in a way that leaves several answers, or none; it was left as it stands.',
      '文字的损坏有多种可能的原貌，或已无从判断；保持原样。',
    ],
    example: '市防汛工作会议锟斤拷锟斤拷召开。',
    remedy: [
      'Fetch the article again from its first source; values beside the damage may be wrong.',
      '从最初的来源重新获取文章；损坏处附近的值可能有误。',
    ],
  },
};
