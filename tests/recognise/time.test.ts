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
  ['会议于１２日召开', '１２日 bare-day -/-/12'],
  ['会议在 3 日召开', '3 日 bare-day -/-/3'],
  ['十二日，会议召开', '十二日 bare-day -/-/12'],
  ['十二日上午，会议召开', '十二日 bare-day -/-/12'],
  ['廿一日，会议召开', '廿一日 bare-day -/-/21'],
  ['卅日，会议召开', '卅日 bare-day -/-/30'],
  ['三十一日，会议召开', '三十一日 bare-day -/-/31'],
  ['今三号，会议召开', '三号 bare-day -/-/3'],
  ['（三日）', '三日 bare-day -/-/3'],
  ['定于三日召开', '三日 bare-day -/-/3'],
  ['将在三日举行', '三日 bare-day -/-/3'],
  ['“三日晚，开幕”', '三日 bare-day -/-/3'],
  ['三日于京开幕', '三日 bare-day -/-/3'],
  ['三号起报名', '三号 bare-day -/-/3'],
  ['二日起报名', '二日 bare-day -/-/2'],
  ['丁一15日致信大会', '15日 bare-day -/-/15'],
  ['15日，会议召开', '15日 bare-day -/-/15'],
  ['30号，会议召开', '30号 bare-day -/-/30'],
  ['1日～3日', '1日～3日 day-range -/-/1 -/-/3'],
  ['31日，会议召开', '31日 bare-day -/-/31'],
  ['3日前来参加', '3日 bare-day -/-/3'],
  ['3日前赴昆明', '3日 bare-day -/-/3'],
  ['3日前去昆明', '3日 bare-day -/-/3'],
  ['3日本届大会', '3日 bare-day -/-/3'],
  ['3日本次会议', '3日 bare-day -/-/3'],
  ['3日本报讯', '3日 bare-day -/-/3'],
  ['3日本市召开', '3日 bare-day -/-/3'],
  ['2024年3月12日，会议', '2024年3月12日 calendar-day 2024/3/12'],
  ['2024 年 3 月 12 日，会议', '2024 年 3 月 12 日 calendar-day 2024/3/12'],
  ['２０２４年３月１２日，会议', '２０２４年３月１２日 calendar-day 2024/3/12'],
  ['二〇二四年三月十二日，会议', '二〇二四年三月十二日 calendar-day 2024/3/12'],
  ['二○二四年三月十二号，会议', '二○二四年三月十二号 calendar-day 2024/3/12'],
  ['去年12月3日，会议', '去年12月3日 calendar-day -/12/3 year-1:-'],
  ['前年12月3日，会议', '前年12月3日 calendar-day -/12/3 year-2:-'],
  ['明年12月3日，会议', '明年12月3日 calendar-day -/12/3 year1:-'],
  ['今年 12月3日，会议', '今年 12月3日 calendar-day -/12/3 year0:-'],
  ['本年12月3日，会议', '本年12月3日 calendar-day -/12/3 year0:-'],
  ['1900年3月5日，会议', '1900年3月5日 calendar-day 1900/3/5'],
  ['2199年3月5日，会议', '2199年3月5日 calendar-day 2199/3/5'],
  ['3月12、13日，会议', '3月12、13日 day-list -/3/12 -/3/13'],
  ['3月12-14日，会议', '3月12-14日 day-list -/3/12 -/3/14'],
  ['3月12—14日，会议', '3月12—14日 day-list -/3/12 -/3/14'],
  ['3月12–14号，会议', '3月12–14号 day-list -/3/12 -/3/14'],
  ['3月12－14日，会议', '3月12－14日 day-list -/3/12 -/3/14'],
  ['3月12~14日，会议', '3月12~14日 day-list -/3/12 -/3/14'],
  ['3月12～14日，会议', '3月12～14日 day-list -/3/12 -/3/14'],
  ['3月12至14日，会议', '3月12至14日 day-list -/3/12 -/3/14'],
  ['3月12到14日，会议', '3月12到14日 day-list -/3/12 -/3/14'],
  ['3月12和13日，会议', '3月12和13日 day-list -/3/12 -/3/13'],
  ['3月12与13日，会议', '3月12与13日 day-list -/3/12 -/3/13'],
  ['3月12及13日，会议', '3月12及13日 day-list -/3/12 -/3/13'],
  ['3月12——14日，会议', '3月12——14日 day-list -/3/12 -/3/14'],
  ['12至13日，会议', '12至13日 day-list -/-/12 -/-/13'],
  ['2024年10月9、10、11日，会议', '2024年10月9、10、11日 day-list 2024/10/9 2024/10/11'],
  ['二〇二四年10月9、10日，会议', '二〇二四年10月9、10日 day-list 2024/10/9 2024/10/10'],
  ['十月12－13日，会议', '十月12－13日 day-list -/10/12 -/10/13'],
  ['3 月 12 、 13 日，会议', '3 月 12 、 13 日 day-list -/3/12 -/3/13'],
  ['3月１２、１３日，会议', '3月１２、１３日 day-list -/3/12 -/3/13'],
  ['1-3-5日', '1-3-5日 day-list -/-/1 -/-/5'],
  ['2024-03-12，会议', '2024-03-12 numeric-day 2024/3/12'],
  ['2024.3.12，会议', '2024.3.12 numeric-day 2024/3/12'],
  ['2024/3/12，会议', '2024/3/12 numeric-day 2024/3/12'],
  ['２０２４．３．１２，会议', '２０２４．３．１２ numeric-day 2024/3/12'],
  ['２０２４／３／１２，会议', '２０２４／３／１２ numeric-day 2024/3/12'],
  ['２０２４－３－１２，会议', '２０２４－３－１２ numeric-day 2024/3/12'],
  ['2024 . 3 . 12，会议', '2024 . 3 . 12 numeric-day 2024/3/12'],
  ['2024.3.12-3.15，会议', '2024.3.12-3.15 numeric-day 2024/3/12 2024/3/15'],
  ['2024.3.12-15，会议', '2024.3.12-15 numeric-day 2024/3/12 2024/3/15'],
  ['2024.3.12—15，会议', '2024.3.12—15 numeric-day 2024/3/12 2024/3/15'],
  ['2024.3.12至15，会议', '2024.3.12至15 numeric-day 2024/3/12 2024/3/15'],
  ['2024.3.12～3.15，会议', '2024.3.12～3.15 numeric-day 2024/3/12 2024/3/15'],
  ['2024.3.12--15，会议', '2024.3.12--15 numeric-day 2024/3/12 2024/3/15'],
  ['2024-3-12-2024', '2024-3-12 numeric-day 2024/3/12'],
  ['本月12日，会议', '本月12日 month-away -/-/12 month0:-'],
  ['这月12日，会议', '这月12日 month-away -/-/12 month0:-'],
  ['当月12日，会议', '当月12日 month-away -/-/12 month0:-'],
  ['上月28日，会议', '上月28日 month-away -/-/28 month-1:-'],
  ['下月28日，会议', '下月28日 month-away -/-/28 month1:-'],
  ['上个月28号，会议', '上个月28号 month-away -/-/28 month-1:-'],
  ['本月 十二 日，会议', '本月 十二 日 month-away -/-/12 month0:-'],
  ['今年3月，调研', '今年3月 month -/3/- year0:-'],
  ['去年12月，调研', '去年12月 month -/12/- year-1:-'],
  ['2023年12月，调研', '2023年12月 month 2023/12/-'],
  ['2023 年 12 月，调研', '2023 年 12 月 month 2023/12/-'],
  ['5月份，调研', '5月份 month -/5/-'],
  ['3月中旬，调研', '3月中旬 month -/3/-'],
  ['3月上旬，调研', '3月上旬 month -/3/-'],
  ['3月下旬，调研', '3月下旬 month -/3/-'],
  ['3月初，调研', '3月初 month -/3/-'],
  ['3月末，调研', '3月末 month -/3/-'],
  ['3月底，调研', '3月底 month -/3/-'],
  ['二〇二三年十二月，调研', '二〇二三年十二月 month 2023/12/-'],
  ['3月，调研', '3月 month -/3/-'],
  ['（3月，调研）', '3月 month -/3/-'],
  ['三月十三日，庙会', '三月十三日 calendar-day -/3/13'],
  ['前年6月，调研', '前年6月 month -/6/- year-2:-'],
  ['今年六月，调研', '今年六月 month -/6/- year0:-'],
  ['今天，会议', '今天 near-day -/-/- day0:-'],
  ['今日，会议', '今日 near-day -/-/- day0:-'],
  ['昨天，会议', '昨天 near-day -/-/- day-1:-'],
  ['昨日，会议', '昨日 near-day -/-/- day-1:-'],
  ['昨晚，会议', '昨晚 near-day -/-/- day-1:-'],
  ['昨夜，会议', '昨夜 near-day -/-/- day-1:-'],
  ['今晨，会议', '今晨 near-day -/-/- day0:-'],
  ['今早，会议', '今早 near-day -/-/- day0:-'],
  ['今晚，会议', '今晚 near-day -/-/- day0:-'],
  ['昨晨，会议', '昨晨 near-day -/-/- day-1:-'],
  ['前天，会议', '前天 near-day -/-/- day-2:-'],
  ['大前天，会议', '大前天 near-day -/-/- day-3:-'],
  ['明天，会议', '明天 near-day -/-/- day1:-'],
  ['明日，会议', '明日 near-day -/-/- day1:-'],
  ['前日，会议', '前日 near-day -/-/- day-2:-'],
  ['今天下午', '今天 near-day -/-/- day0:-'],
  ['正月初八，庙会', '正月初八 lunar-day -/-/-'],
  ['腊月廿三，庙会', '腊月廿三 lunar-day -/-/-'],
  ['冬月十五，庙会', '冬月十五 lunar-day -/-/-'],
  ['大年初一，庙会', '大年初一 lunar-day -/-/-'],
  ['农历八月十五，庙会', '农历八月十五 lunar-day -/-/-'],
  ['阴历八月十五，庙会', '阴历八月十五 lunar-day -/-/-'],
  ['旧历七月十五，庙会', '旧历七月十五 lunar-day -/-/-'],
  ['三月初三，庙会', '三月初三 lunar-day -/-/-'],
  ['十二月廿八，庙会', '十二月廿八 lunar-day -/-/-'],
  ['八月十五日，会议', '八月十五日 calendar-day -/8/15'],
  ['正月二十，庙会', '正月二十 lunar-day -/-/-'],
  ['正月十，庙会', '正月十 lunar-day -/-/-'],
  ['本周三，会议', '本周三 weekday -/-/- week0:3'],
  ['上周五，会议', '上周五 weekday -/-/- week-1:5'],
  ['下周一，会议', '下周一 weekday -/-/- week1:1'],
  ['这周二，会议', '这周二 weekday -/-/- week0:2'],
  ['上个星期日，会议', '上个星期日 weekday -/-/- week-1:7'],
  ['下星期天，会议', '下星期天 weekday -/-/- week1:7'],
  ['本礼拜六，会议', '本礼拜六 weekday -/-/- week0:6'],
  ['周三，会议', '周三 weekday -/-/- week0:3'],
  ['周三上午，会议', '周三 weekday -/-/- week0:3'],
  ['周三中午，会议', '周三 weekday -/-/- week0:3'],
  ['周三下午，会议', '周三 weekday -/-/- week0:3'],
  ['周三晚，会议', '周三 weekday -/-/- week0:3'],
  ['星期一（3月4日）', '3月4日 calendar-day -/3/4'],
  ['（周三）', '周三 weekday -/-/- week0:3'],
  ['周三，', '周三 weekday -/-/- week0:3'],
  ['周一', '周一 weekday -/-/- week0:1'],
  ['昨天（3月3日），会议', '昨天（3月3日） glossed-day -/3/3'],
  ['昨天 （3月3日），会议', '昨天 （3月3日） glossed-day -/3/3'],
  ['昨天(3日)，会议', '昨天(3日) glossed-day -/-/3'],
  ['8月1日(星期一)，会议', '8月1日 calendar-day -/8/1'],
  ['8月1日（星期一，会议）', '8月1日 calendar-day -/8/1', '星期一 weekday -/-/- week0:1'],
  ['今天（星期一），会议', '今天（星期一） glossed-day -/-/- week0:1'],
  ['今天（星期一、3月4日），会议', '今天 near-day -/-/- day0:-', '3月4日 calendar-day -/3/4'],
  ['昨天，（3月3日）', '昨天 near-day -/-/- day-1:-', '3月3日 calendar-day -/3/3'],
  ['3月12日至13日，会议', '3月12日至13日 day-range -/3/12 -/-/13'],
  ['2月28日—3月1日，会议', '2月28日—3月1日 day-range -/2/28 -/3/1'],
  ['12日、13日，会议', '12日、13日 day-range -/-/12 -/-/13'],
  ['12日、14日，会议', '12日 bare-day -/-/12', '14日 bare-day -/-/14'],
  ['12日和13日，会议', '12日和13日 day-range -/-/12 -/-/13'],
  ['12日与13日，会议', '12日与13日 day-range -/-/12 -/-/13'],
  ['12日及13日，会议', '12日及13日 day-range -/-/12 -/-/13'],
  ['12日至14日，会议', '12日至14日 day-range -/-/12 -/-/14'],
  ['14日至12日，会议', '14日至12日 day-range -/-/14 -/-/12'],
  ['3月14日至3月12日，会议', '3月14日 calendar-day -/3/14', '3月12日 calendar-day -/3/12'],
  ['3月14日至2月12日，会议', '3月14日 calendar-day -/3/14', '2月12日 calendar-day -/2/12'],
  ['12月30日至1月2日，会议', '12月30日至1月2日 day-range -/12/30 -/1/2'],
  ['11月30日至1月2日，会议', '11月30日 calendar-day -/11/30', '1月2日 calendar-day -/1/2'],
  [
    '2024年3月14日至2023年3月16日，会议',
    '2024年3月14日 calendar-day 2024/3/14',
    '2023年3月16日 calendar-day 2023/3/16',
  ],
  ['2023年12月30日至2024年1月2日，会议', '2023年12月30日至2024年1月2日 day-range 2023/12/30 2024/1/2'],
  ['3月14日至2024年3月16日，会议', '3月14日至2024年3月16日 day-range -/3/14 2024/3/16'],
  ['2024年3月14日至2月16日，会议', '2024年3月14日 calendar-day 2024/3/14', '2月16日 calendar-day -/2/16'],
  ['3月12日、3月13日，会议', '3月12日、3月13日 day-range -/3/12 -/3/13'],
  ['3月12日、4月13日，会议', '3月12日 calendar-day -/3/12', '4月13日 calendar-day -/4/13'],
  ['3月12日（周二）至13日，会议', '3月12日（周二）至13日 day-range -/3/12 -/-/13'],
  ['3月12日(星期二)—14日，会议', '3月12日(星期二)—14日 day-range -/3/12 -/-/14'],
  ['3月12日（礼拜二）上午至13日下午，会议', '3月12日（礼拜二）上午至13日 day-range -/3/12 -/-/13'],
  ['3月12日晚至13日，会议', '3月12日晚至13日 day-range -/3/12 -/-/13'],
  ['3月12日晚上至13日，会议', '3月12日晚上至13日 day-range -/3/12 -/-/13'],
  ['3月12日早上到13日，会议', '3月12日早上到13日 day-range -/3/12 -/-/13'],
  ['3月12日早至13日，会议', '3月12日早至13日 day-range -/3/12 -/-/13'],
  ['3月12日中午至13日，会议', '3月12日中午至13日 day-range -/3/12 -/-/13'],
  ['3月12日 至 13日，会议', '3月12日 至 13日 day-range -/3/12 -/-/13'],
  ['3月12日——13日，会议', '3月12日——13日 day-range -/3/12 -/-/13'],
  ['3月12日，13日，会议', '3月12日 calendar-day -/3/12', '13日 bare-day -/-/13'],
  ['今天至明天，会议', '今天 near-day -/-/- day0:-', '明天 near-day -/-/- day1:-'],
  ['昨天至12日，会议', '昨天 near-day -/-/- day-1:-', '12日 bare-day -/-/12'],
  ['2024年3月12日-13日，会议', '2024年3月12日-13日 day-range 2024/3/12 -/-/13'],
  ['3月12-13日、14日，会议', '3月12-13日、14日 day-range -/3/12 -/-/14'],
  ['3月12-13日至15日，会议', '3月12-13日至15日 day-range -/3/12 -/-/15'],
  ['去年12月30日至1月2日，会议', '去年12月30日至1月2日 day-range -/12/30 -/1/2 year-1:-'],
  ['3月12日至13日至14日，会议', '3月12日至13日至14日 day-range -/3/12 -/-/14'],
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
  '三日一次',
  '本三日一次',
  '万一15日有雨',
  '0日，会议召开',
  '第 3日',
  '每3日一次',
  '历时3日',
  '连续3日',
  '长达3日',
  '累计3日',
  '共3日',
  '近3日',
  '约3日',
  '逾3日',
  '满3日',
  '会期3日',
  '工期3日',
  '学期3日',
  '周期3日',
  '假期3日',
  '字3号',
  '〔2020〕8号',
  '[2020]8号',
  'a3号',
  'B3号',
  '×3号',
  '3日之内',
  '3日游客',
  '3日均价',
  '3日间',
  '3日期间',
  '3日程安排',
  '3日报名',
  '3日志',
  '3日常',
  '3日军',
  '3日韩',
  '3日美',
  '3日方',
  '3日语',
  '3日夜',
  '3日益',
  '3日趋',
  '3日渐',
  '3日光',
  '3日出',
  '3日落',
  '3日后',
  '3日以前',
  '3日以内',
  '3日以后',
  '3日前交齐',
  '3日本国人',
  '3号线',
  '3号厅',
  '3号馆',
  '3号院',
  '3号机',
  '3号门',
  '3号桥',
  '3号井',
  '3号库',
  '3号公寓',
  '3号会议室',
  '3号文',
  '3号令',
  '3号公告',
  '3号教室',
  '3号住宅',
  '12.5日',
  '第十二日',
  '零3日',
  '〇3日',
  '3月0日，会议',
  '3月32日，会议',
  '0月3日，会议',
  '13月3日，会议',
  '3月12-32日，会议',
  '8月第3、4号',
  '3-5日内办结',
  '3-5日后',
  '3-5日游',
  '3、4号楼',
  '3、4号线',
  '3、4号会议室',
  '2024.3.12-15.6，会议',
  '2024.3.12-15:30，会议',
  '2024.3.12-15：30，会议',
  '2024.3.12-155，会议',
  '2024.3.12.5',
  'a2024.3.12',
  'V2024.3.12',
  '12024.3.12',
  '2024.13.12',
  '2024.3.32',
  '1899.3.12',
  '2024.3.12-13.15',
  '2024.3.12-3.32',
  '2024.3.123',
  '本月32日，会议',
  '从3月，调研',
  '3月以来，调研',
  '3月调研',
  '13月份，调研',
  '2023年13月，调研',
  '1899年12月，调研',
  '前晚，会议',
  '后天，会议',
  '后日，会议',
  '明晚，会议',
  '日前天气',
  '之前天津',
  '周前天津',
  '当前天津',
  '此后天津',
  '月前天下午',
  '光明日报',
  '文明日',
  '证明日期',
  '说明天下',
  '声明天',
  '清明日',
  '黎明日',
  '今天津市',
  '今天然气',
  '今天空',
  '今天气',
  '今天文',
  '今天才',
  '今天生',
  '今天性',
  '今天赋',
  '今天下大势',
  '昨日报名',
  '今日报',
  '今日本',
  '八月十五，庙会',
  '正月十五年会',
  '正月十多天',
  '正月三十余',
  '正月卅一',
  '会议周三召开',
  '我周三，会议',
  '每周三，会议',
  '逢周三，会议',
  '一周一次',
  '两周五天',
  '几周日',
  '多周三',
  '3周一',
  '周日报',
  '周末，会议',
  '上周末，会议',
  '本周三次',
  '本周五个',
  '本周一届',
  '本周三天',
  '上周六期',
  '上周日版',
  '上周日场',
  '上周二回',
  '上周一本',
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

test('a day is found in every line of a long text, and behind a long stretch without any', () => {
  const lines = Array.from({ length: 400 }, (_, i) => `6月${1 + (i % 28)}日，会议召开。${'会'.repeat(i % 50)}`);
  const text = lines.join('\n');
  expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual(
    lines.map((line) => line.slice(0, line.indexOf('，'))),
  );
  const dense = '6月3日，'.repeat(900);
  expect(read(dense)).toHaveLength(900);
  const far = `${'会'.repeat(5000)}，6月3日，会议${'会'.repeat(5000)}，本周三，会议`;
  expect(read(far).map(({ rule }) => rule)).toEqual(['time/calendar-day', 'time/weekday']);
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
      for (let run = 0; run < 7; run++) {
        const before = performance.now();
        times({ clean: text, paragraphs: [{ start: 0, end: text.length }] });
        least = Math.min(least, performance.now() - before);
      }
      return least;
    };
    best(2000);
    // Eight times the text: 64 times the time would be quadratic.
    expect(best(16_000)).toBeLessThan(32 * Math.max(best(2000), 5));
  }
});
