import { describe, expect, test } from 'vitest';
import { markersIn } from '../../src/fields/plan-markers.ts';

/** The marks in a text, each as its words, its style and its number; ^ for one that opens a line. */
const marksIn = (text: string): readonly string[] =>
  markersIn(text).map(
    ({ start, end, style, number, opensLine }) => `${opensLine ? '^' : ''}${text.slice(start, end)} ${style} ${number}`,
  );

const FOUND: readonly (readonly [text: string, ...marks: string[]])[] = [
  // Counted aloud: 一是, 一要.
  ['要求，一是抓学习，二是抓落实', '一是 is 1', '二是 is 2'],
  ['要求：一要抓学习；二要抓落实', '一要 must 1', '二要 must 2'],
  ['三方面：三是抓、四是管、五是看、六是查', '三是 is 3', '四是 is 4', '五是 is 5', '六是 is 6'],
  ['，七是严，八是实，九是快，十是准', '七是 is 7', '八是 is 8', '九是 is 9', '十是 is 10'],
  ['，十一是稳，十九是进', '十一是 is 11', '十九是 is 19'],
  ['，二十是改，二十一是好，九十九是新', '二十是 is 20', '二十一是 is 21', '九十九是 is 99'],
  ['抓好一要快二要准', '一要 must 1', '二要 must 2'],
  ['责任上一是明确二是压实', '一是 is 1', '二是 is 2'],
  ['要求一是要快', '一是 is 1'],
  ['就是一要快', '一要 must 1'],
  ['强调\n一是抓学习', '^一是 is 1'],
  ['强调\n　　一是抓学习', '^一是 is 1'],
  ['强调\r\n\t * 一要抓学习', '^一要 must 1'],
  ['强调\n# 一要抓学习', '^一要 must 1'],
  ['强调\n\u00a0一要抓学习', '^一要 must 1'],
  ['强调\n·一要抓学习', '一要 must 1'],
  ['强调\r一要抓学习', '^一要 must 1'],
  ['，一是', '一是 is 1'],
  ['，一要', '一要 must 1'],

  // 一、二、 open lines and sentences; within one, they go on from others.
  ['部署\n一、提高认识\n二、压实责任', '^一、 comma 1', '^二、 comma 2'],
  ['要求：一、提高认识。二、压实责任；三、严明纪律', '一、 comma 1', '二、 comma 2', '三、 comma 3'],
  ['要求:一、提高认识;二、压实责任', '一、 comma 1', '二、 comma 2'],
  ['要求：一、提高认识，二、压实责任,三、严明纪律', '一、 comma 1', '二、 comma 2', '三、 comma 3'],
  ['部署\n十、加强宣传\n十一、加强保障', '^十、 comma 10', '^十一、 comma 11'],

  // 第一， and what may stand between it and its item.
  ['第一，要学。第二、要做。第三：要成', '^第一 ordinal 1', '第二 ordinal 2', '第三 ordinal 3'],
  ['。第一,要学；第二:要做', '第一 ordinal 1', '第二 ordinal 2'],
  ['。第一要学；第二是要做；第三就是要成', '第一 ordinal 1', '第二 ordinal 2', '第三 ordinal 3'],
  ['。第一是学；第二就是做', '第一 ordinal 1', '第二 ordinal 2'],
  ['要求：第一点，统一思想；第二点、明确目标', '第一点 ordinal 1', '第二点 ordinal 2'],
  ['要求：第一条：统一思想；第二条:明确目标', '第一条 ordinal 1', '第二条 ordinal 2'],
  ['要求：第一件,统一思想；第二项，明确目标', '第一件 ordinal 1', '第二项 ordinal 2'],
  ['。第十，要学。第十二，要做', '第十 ordinal 10', '第十二 ordinal 12'],

  // 其一, and the words of order.
  ['强调，其一，要学；其二要做；其三是成', '其一 of-them 1', '其二 of-them 2', '其三 of-them 3'],
  ['首先，要学。其次，要做。再次，要成', '^首先 first 1', '其次 first 2', '再次 first 3'],
  ['首先要学，再者要做，最后要成', '^首先 first 1', '再者 first 3', '最后 first 0'],
  ['。首先讲学，其次讲做', '首先 first 1', '其次 first 2'],
  ['做好工作首先要学，其次要做', '首先 first 1', '其次 first 2'],
  ['，最后是要成', '最后 first 0'],
  ['，最后，要成', '最后 first 0'],
  ['，最后,是要成', '最后 first 0'],

  // 头一件, once.
  ['三件：头一件，把路修好', '头一件 ordinal 1'],
  ['三点：头一点、把路修好', '头一点 ordinal 1'],
  ['三条：头一条：把路修好', '头一条 ordinal 1'],
  ['三项：头一项:把路修好', '头一项 ordinal 1'],
  ['三项：头一项,把路修好', '头一项 ordinal 1'],

  // In brackets, in circles, in digits.
  ['部署：（一）学；（二）做；(三)成', '（一） bracket 1', '（二） bracket 2', '(三) bracket 3'],
  ['部署\n（十）学\n（十一）做', '^（十） bracket 10', '^（十一） bracket 11'],
  ['部署：(1)学；(2)做；（12）成', '(1) bracket-digit 1', '(2) bracket-digit 2', '（12） bracket-digit 12'],
  ['部署：①学②做⑳成', '① circle 1', '② circle 2', '⑳ circle 20'],
  ['部署：1.学；2.做；10.成', '1. digit 1', '2. digit 2', '10. digit 10'],
  ['部署：1．学；2、做；3)成；9）完', '1． digit 1', '2、 digit 2', '3) digit 3', '9） digit 9'],
  ['1.学习', '^1. digit 1'],
  ['部署\n1.学\n2.做', '^1. digit 1', '^2. digit 2'],
];

describe('marks that may open an item', () => {
  test.each(FOUND)('%s', (text, ...marks) => {
    expect(marksIn(text)).toEqual(marks);
  });
});

/** What may stand before a mark in brackets, in digits or of order. */
const BOUNDARIES = '\n\r \u3000\t\u00a0，,；;。！？!?：:、”’"》）)…—#*【】';
describe('a mark stands behind white space or punctuation', () => {
  test.each([...BOUNDARIES])('%j', (before) => {
    for (const [words, mark] of [
      ['第一，要学', '第一 ordinal 1'],
      ['其一，要学', '其一 of-them 1'],
      ['（一）学', '（一） bracket 1'],
      ['(1)学', '(1) bracket-digit 1'],
      ['1.学', '1. digit 1'],
      ['首先，学', '首先 first 1'],
      ['头一条，学', '头一条 ordinal 1'],
    ] as const) {
      const marks = marksIn(`会${before}${words}`);
      expect(marks.map((found) => found.replace('^', ''))).toEqual([mark]);
    }
  });
});

const NOT_FOUND: readonly string[] = [
  // The numeral is part of another word.
  ...[...'统唯之万不逐同单第专归合划任百千零〇初周期年月日号点届次每其这那有抓说只'].map(
    (before) => `要${before}一是好`,
  ),
  ...[...'统唯万专归划任'].map((before) => `要${before}一要好`),
  '要3一是好',
  '要八十一五是好',
  '，一要素',
  '，一要件',
  '，一要点',
  '，一要道',
  '，一要闻',
  '，二要害',
  '，一要诀',
  '，一要领',
  '，一要义',
  '，一是非',
  // No number is said.
  '，一二是好',
  '，二三十是好',
  '，十二三是好',
  '，要是好',
  '，一的好',
  '一是好',
  '一、学习',
  // 一、 in mid-sentence, and two numerals side by side.
  '在二、三级单位',
  '抓好一、学习',
  '，一、二级单位',
  '，二、三级单位',
  '开展五、学习',
  // 第一 of anything.
  '获第一，奖',
  '：第一季度',
  '：第一名',
  '：第一要素',
  '：第二是点',
  '：第一点好',
  '：第一书记',
  '：第，一',
  '：其他',
  '有其一，学',
  // Words of order that order nothing.
  '总结首先讲学',
  '总结其次讲学',
  '，最后合影',
  '，最后一要闻',
  '首都',
  '再见',
  '最好',
  '，头一回，学',
  '，头一点好',
  '从头一条，学',
  // Brackets, digits and circles that count nothing.
  '会议（一）学',
  '会议(1)学',
  '：（一学',
  '：（）学',
  '：（一二）学',
  '：(0)学',
  '：(123)学',
  '：(1学',
  '：（会）学',
  '：1.5亿',
  '：1.0版',
  '：1.9版',
  '强调，一、提高认识',
  '：1、2号',
  '：2024.好',
  '：123.好',
  '：1好',
  '：1',
  '：1.',
  '：0.好',
  '第1.好',
  '会1.好',
  '⓪学',
  '㉑学',
];

describe('what opens no item', () => {
  test.each(NOT_FOUND)('%s', (text) => {
    expect(marksIn(text)).toEqual([]);
  });
});
