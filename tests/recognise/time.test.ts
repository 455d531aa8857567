import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeMention } from '../../src/model/mention.ts';
import { marksIn } from '../../src/recognise/time/expression.ts';
import { ANCHOR, anchorsIn, expressions, times } from '../../src/recognise/time.ts';
import { paragraphsOf } from '../../src/segment/paragraphs.ts';

const read = (text: string): readonly TimeMention[] => times({ clean: text, paragraphs: paragraphsOf(text) });
const part = (value: number | null): string => (value === null ? '-' : String(value));
const day = ({ year, month, day }: { year: number | null; month: number | null; day: number | null }): string =>
  [year, month, day].map(part).join('/');
const shown = (text: string, one: TimeMention): string =>
  [
    text.slice(one.start, one.end),
    one.rule.slice('time/'.length),
    day(one.from),
    ...(one.to === null ? [] : [day(one.to)]),
    ...(one.relative === null ? [] : [`${one.relative.unit}${one.relative.offset}:${part(one.relative.weekday)}`]),
  ].join(' ');

describe('each example of an expression is read by it as a whole', () => {
  for (const expression of expressions) {
    for (const example of expression.examples) {
      test(`${expression.id} ${example}`, () => {
        const text = `${example}，会议召开。`;
        expect(read(text).map(({ start, end, rule }) => [text.slice(start, end), rule])).toEqual([
          [example, expression.id],
        ]);
      });
    }
  }
});

const MATCHES: readonly (readonly [text: string, ...mentions: string[]])[] = [
  ['24日，全体会议在济举行', '24日 bare-day -/-/24'],
  ['全会25日上午闭幕', '25日 bare-day -/-/25'],
  ['座谈会今天（30号）在津召开', '今天（30号） glossed-day -/-/30'],
  ['论坛昨天(9月20日)开幕', '昨天(9月20日) glossed-day -/9/20'],
  ['2021年6月1日（星期二）上午，大会召开', '2021年6月1日 calendar-day 2021/6/1'],
  ['二〇二一年六月三日至五日', '二〇二一年六月三日至五日 day-range 2021/6/3 -/-/5'],
  ['6月3日至5日', '6月3日至5日 day-range -/6/3 -/-/5'],
  ['6月3日上午至5日下午', '6月3日上午至5日 day-range -/6/3 -/-/5'],
  ['6月30日—7月2日', '6月30日—7月2日 day-range -/6/30 -/7/2'],
  ['6月30日——7月2日', '6月30日——7月2日 day-range -/6/30 -/7/2'],
  ['6月3日、4日', '6月3日、4日 day-range -/6/3 -/-/4'],
  ['6月3日和4日', '6月3日和4日 day-range -/6/3 -/-/4'],
  ['6月3、4、5日', '6月3、4、5日 day-list -/6/3 -/6/5'],
  ['6月3-5日', '6月3-5日 day-list -/6/3 -/6/5'],
  ['2021年12月30日至2022年1月2日', '2021年12月30日至2022年1月2日 day-range 2021/12/30 2022/1/2'],
  ['12月30日～1月2日', '12月30日～1月2日 day-range -/12/30 -/1/2'],
  ['28日至1日', '28日至1日 day-range -/-/28 -/-/1'],
  ['2021-06-03至2021-06-05', '2021-06-03至2021-06-05 day-range 2021/6/3 2021/6/5'],
  ['2021.6.3-2021.6.5', '2021.6.3-2021.6.5 day-range 2021/6/3 2021/6/5'],
  ['2021.6.3-6.5，培训', '2021.6.3-6.5 numeric-day 2021/6/3 2021/6/5'],
  ['发布时间：2021-06-03 08:30', '2021-06-03 numeric-day 2021/6/3'],
  ['今年3月，调研组成立', '今年3月 month -/3/- year0:-'],
  ['去年11月5日', '去年11月5日 calendar-day -/11/5 year-1:-'],
  ['本月8日，区委召开', '本月8日 month-away -/-/8 month0:-'],
  ['上个月31日', '上个月31日 month-away -/-/31 month-1:-'],
  ['上周五下午', '上周五 weekday -/-/- week-1:5'],
  ['本周日，大会', '本周日 weekday -/-/- week0:7'],
  ['农历八月十五，茶话会', '农历八月十五 lunar-day -/-/-'],
  ['当地时间6日，领导人会议', '6日 bare-day -/-/6'],
  ['12日前往雄县调研', '12日 bare-day -/-/12'],
  ['10月19日，甲会召开；10月21日，乙会召开', '10月19日 calendar-day -/10/19', '10月21日 calendar-day -/10/21'],
  ['3月４日', '3月４日 calendar-day -/3/4'],
];

describe('days', () => {
  test.each(MATCHES)('%s', (text, ...mentions) => {
    expect(read(text).map((one) => shown(text, one))).toEqual(mentions);
  });
});

/** What looks like a day and is none, or no day of a meeting can be read from it. */
const REFUSED: readonly string[] = [
  '第3日',
  '为期5日的培训班',
  '5日内办结',
  '30日前报送',
  '三日游线路',
  '每月10日',
  '（2024）湛仲字第12号',
  '国发〔2020〕8号文件',
  '3号楼会议室',
  '61号楼南门',
  '地铁2号线',
  '一号会议室',
  '国务院令第735号',
  '《中国日报》',
  '人民日报社',
  '纪念日活动',
  '生日',
  '工作日',
  '近日',
  '日前',
  '此前日本代表',
  '明天津市',
  '今天津会议',
  '每周三例会',
  '一周一次',
  '32日',
  '13月5日',
  '2月32日',
  '2021-13-05',
  '版本2.3.12',
  '192.168.1.12',
  '电话0512-6666-1212',
  '1998.12.1234',
  '三月三歌会',
  '一日不见',
  '一至三日内',
  '3日本国代表',
  '满10日本人',
];

describe('must not match', () => {
  test.each(REFUSED)('%s', (text) => {
    expect(read(text).map((one) => shown(text, one))).toEqual([]);
  });
});

/** Texts of nothing but what days are written with. */
const daylike = fc.string({
  unit: fc.constantFrom(...'12０2四十廿初年月日号 大前今明晚周星期礼拜正腊天-－—至、./本上去份旬（），会'),
  maxLength: 24,
});

test('an expression matches only where all its marks stand', () => {
  const examples = fc.constantFrom(...expressions.flatMap((one) => one.examples));
  fc.assert(
    fc.property(fc.array(fc.oneof(daylike, examples), { maxLength: 3 }), (parts) => {
      const text = parts.join('');
      for (const { pattern, marks } of expressions) {
        for (const [words] of text.matchAll(pattern)) expect(marksIn(words) & marks).toBe(marks);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the anchors of days are found at once and not missed', () => {
  const anchor = new RegExp(ANCHOR.source, 'gu');
  fc.assert(
    fc.property(daylike, (text) => {
      const found = Array.from(text.matchAll(anchor), ({ index, 0: words }) => [index, index + words.length]);
      expect(anchorsIn(text).map(({ start, end }) => [start, end])).toEqual(found);
    }),
    { numRuns: 2000 },
  );
});

test('a day does not reach over a line', () => {
  const text = '6月\n3日，会议召开';
  expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual(['3日']);
});

test('mentions are in order and do not overlap', () => {
  const text = '2021年6月3日至5日，本月8日，昨天（9日），12-13日，2021.6.3，去年5月，正月初八。'.repeat(20);
  let at = 0;
  for (const { start, end } of read(text)) {
    expect(start).toBeGreaterThanOrEqual(at);
    at = end;
  }
});

test('time grows with the length of the text', () => {
  for (const unit of ['3月12日，', '1', '一', '今天（', '2024-', '十月']) {
    const best = (count: number): number => {
      const text = unit.repeat(count);
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 3; run++) {
        const before = performance.now();
        times({ clean: text, paragraphs: [{ start: 0, end: text.length }] });
        least = Math.min(least, performance.now() - before);
      }
      return least;
    };
    best(2000);
    // Eight times the text: 64 times the time would be quadratic.
    expect(best(16_000)).toBeLessThan(32 * Math.max(best(2000), 2));
  }
});
