import { describe, expect, test } from 'vitest';
import { date } from '../../src/fields/date.ts';
import { articleOf, occasionOf } from './article-of.ts';

/** The day or days of an article, and from what they were filled in. */
function read(text: string, published: string | null): readonly [days: string, because: string | null] {
  const article = articleOf(text, published);
  const { value } = date.read(article, occasionOf(article), {});
  return value === null ? ['', null] : [[value.start, value.end].filter(Boolean).join('/'), value.because];
}

const HELD = '，县委召开防汛工作会议。';
const WIRE = '新华社昆明';

type Row = readonly [published: string | null, text: string, days: string, because?: string | null];

const ROWS: readonly Row[] = [
  // From the day of publication.
  ['2019-06-06', `6月5日${HELD}`, '2019-06-05', 'year from the published date'],
  ['2019-06-06', `6月7日${HELD}`, '2018-06-07', 'year from the published date'],
  ['2019-06-06', `5日${HELD}`, '2019-06-05', 'year and month from the published date'],
  ['2019-06-06', `7日${HELD}`, '2019-05-07', 'year and month from the published date'],
  ['2019-06-06', `31日${HELD}`, '2019-05-31'],
  ['2019-01-02', `31日${HELD}`, '2018-12-31'],
  ['2019-06-06', `前天${HELD}`, '2019-06-04', 'day from the published date'],
  ['2019-06-01', `昨天${HELD}`, '2019-05-31'],
  ['2019-06-06', `本月3日${HELD}`, '2019-06-03', 'year and month from the published date'],
  ['2019-06-06', `上月30日${HELD}`, '2019-05-30'],
  ['2019-01-06', `上月30日${HELD}`, '2018-12-30'],
  ['2019-06-06', `去年12月3日${HELD}`, '2018-12-03', 'year from the published date'],
  ['2019-06-06', `今年5月3日${HELD}`, '2019-05-03'],
  ['2019-06-06', `前年5月${HELD}`, '2017-05-XX'],
  ['2019-06-06', `5月${HELD}`, '2019-05-XX', 'year from the published date'],
  ['2019-06-06', `7月${HELD}`, '2018-07-XX'],
  ['2018-06-06', `2月29日${HELD}`, '2016-02-29'],
  // 6 June 2019 is a Thursday.
  ['2019-06-06', `周二${HELD}`, '2019-06-04', 'day from the published date'],
  ['2019-06-06', `周四${HELD}`, '2019-06-06'],
  ['2019-06-06', `周五${HELD}`, '2019-05-31'],
  ['2019-06-06', `星期日${HELD}`, '2019-06-02'],
  ['2019-06-06', `礼拜六${HELD}`, '2019-06-01'],
  ['2019-06-06', `本周五${HELD}`, '2019-06-07'],
  ['2019-06-06', `本周一${HELD}`, '2019-06-03'],
  ['2019-06-06', `上周五${HELD}`, '2019-05-31'],
  ['2019-06-06', `上周日${HELD}`, '2019-06-02'],

  // From the dateline.
  ['2019-06-06', `${WIRE}6月5日电 4日${HELD}`, '2019-06-04', 'year and month from the dateline'],
  ['2019-06-06', `${WIRE}6月5日电 昨天${HELD}`, '2019-06-04', 'day from the dateline'],
  ['2019-06-02', `${WIRE}6月1日电 31日${HELD}`, '2019-05-31', 'year and month from the dateline'],
  ['2019-01-01', `${WIRE}12月31日电 30日${HELD}`, '2018-12-30'],
  [null, `${WIRE}6月5日电 4日${HELD}`, 'XXXX-06-04', 'month from the dateline'],
  [null, `${WIRE}6月5日电 31日${HELD}`, 'XXXX-05-31'],
  [null, `${WIRE}6月5日电 5日${HELD}`, 'XXXX-06-05'],
  [null, `${WIRE}1月1日电 31日${HELD}`, 'XXXX-12-31'],
  [null, `${WIRE}6月5日电 昨天${HELD}`, 'XXXX-06-04', 'month and day from the dateline'],
  [null, `${WIRE}6月1日电 昨天${HELD}`, 'XXXX-05-31'],
  [null, `${WIRE}6月5日电 周二${HELD}`, ''],
  [null, `${WIRE}2019年6月5日电 4日${HELD}`, '2019-06-04', 'year and month from the dateline'],
  [null, `${WIRE}2019年6月5日电 6月4日${HELD}`, '2019-06-04', 'year from the dateline'],
  [null, `${WIRE}2019年1月2日电 12月30日${HELD}`, '2018-12-30', 'year from the dateline'],
  [null, `${WIRE}2019年6月5日电 周二${HELD}`, '2019-06-04', 'day from the dateline'],
  [null, `${WIRE}2019年6月5日电 上月30日${HELD}`, '2019-05-30', 'year and month from the dateline'],
  [null, `${WIRE}6月5日电 上月30日${HELD}`, 'XXXX-05-30'],

  // From a stamp in the text, unless something beside the text says another day.
  [null, `发布时间：2019-06-06\n6月5日${HELD}`, '2019-06-05', 'year from the date of the report'],
  [null, `发布时间：2019-06-06\n昨天${HELD}`, '2019-06-05', 'day from the date of the report'],
  [null, `昨天${HELD}\n青溪县融媒体中心\n2019年6月6日`, '2019-06-05', 'day from the date of the report'],
  ['2018-06-06', `发布时间：2019-06-06\n6月5日${HELD}`, '2018-06-05', 'year from the published date'],
  [null, `发布时间：2019-06-06\n发布时间：2017-06-06\n6月5日${HELD}`, '2019-06-05'],

  // From the same day said elsewhere with its year.
  ['2019-06-06', `6月5日${HELD}2018年6月5日，专家到会。`, '2018-06-05', 'year from 2018年6月5日'],
  ['2019-06-06', `6月5日${HELD}2017年6月5日，专家到会。`, '2019-06-05', 'year from the published date'],
  [null, `6月5日${HELD}2018年6月5日，专家到会。`, '2018-06-05', 'year from 2018年6月5日'],
  [null, `6月5日${HELD}1995年6月5日，专家到会。`, '1995-06-05'],
  [null, `6月5日${HELD}1994年6月5日，专家到会。`, 'XXXX-06-05', null],
  [null, `6月5日${HELD}2018年6月6日，专家到会。`, 'XXXX-06-05'],
  [null, `6月5日${HELD}2018年7月5日，专家到会。`, 'XXXX-06-05'],
  [null, `6月5日${HELD}2018年6月，专家到会。`, 'XXXX-06-05'],
  [null, `5日${HELD}2018年6月5日，专家到会。`, '2018-06-05', 'month from 2018年6月5日'],
  [null, `5日${HELD}6月5日，专家到会。`, 'XXXX-06-05', 'month from 6月5日'],
  [null, `5日${HELD}去年6月5日，专家到会。`, 'XXXX-XX-05', null],
  [null, `5日${HELD}6月6日，专家到会。`, 'XXXX-XX-05'],

  // From the year that the article speaks of.
  [null, `去年6月5日${HELD}会议总结2018年工作，部署2019年任务。`, '2018-06-05', 'year from 2019年'],
  [null, `今年6月5日${HELD}会议部署2019年工作。`, '2019-06-05', 'year from 2019年'],
  [null, `今年6月5日${HELD}`, 'XXXX-06-05', null],
  [null, `2月29日${HELD}会议部署2019年工作。`, 'XXXX-02-29'],
  [null, `2月29日${HELD}会议部署2020年工作。`, '2020-02-29', 'year from 2020年'],
  [null, `6月${HELD}会议部署2020年工作。`, 'XXXX-06-XX'],
  [null, '2月29日，县委召开2019年度防汛部署动员会议。', 'XXXX-02-29'],

  // Runs of days.
  ['2019-06-06', `6月3日至5日${HELD}`, '2019-06-03/2019-06-05'],
  ['2019-06-06', `5月30日至6月2日${HELD}`, '2019-05-30/2019-06-02'],
  ['2019-06-06', `30日至2日${HELD}`, '2019-05-30/2019-06-02'],
  ['2019-01-06', `30日至2日${HELD}`, '2018-12-30/2019-01-02'],
  ['2019-01-06', `12月30日至1月2日${HELD}`, '2018-12-30/2019-01-02'],
  [null, `12月30日至1月2日${HELD}`, 'XXXX-12-30/XXXX-01-02'],
  [null, `2018年12月30日至1月2日${HELD}`, '2018-12-30/2019-01-02'],
  [null, `2018年12月30日至2日${HELD}`, '2018-12-30/2019-01-02'],
  [null, `2018年12月30日至2019年1月2日${HELD}`, '2018-12-30/2019-01-02', null],
  [null, `3日至5日${HELD}`, 'XXXX-XX-03/XXXX-XX-05'],
  [null, `2019年6月29日至31日${HELD}`, ''],
  [null, `2019年6月5日${HELD}会议将持续至7日。`, '2019-06-05/2019-06-07', 'last day from 7日'],
  [null, `2019年6月5日${HELD}论坛延续到6月8日。`, '2019-06-05/2019-06-08'],
  [null, `2019年6月5日${HELD}培训进行至7日。`, '2019-06-05/2019-06-07'],
  [null, `2019年6月5日${HELD}培训班进行至7日。`, '2019-06-05/2019-06-07'],
  [null, `2019年6月5日${HELD}会期五天，持续至9日。`, '2019-06-05/2019-06-09'],
  [null, `2019年6月5日${HELD}降雨持续至7日。`, '2019-06-05'],
  [null, `2019年6月5日${HELD}会议将持续至31日。`, ''],
  [null, `2019年6月5日${HELD}${'会'.repeat(570)}。会议持续至7日。`, '2019-06-05/2019-06-07'],
  [null, `2019年6月5日${HELD}${'会'.repeat(600)}。会议持续至7日。`, '2019-06-05'],
  ['2019-06-06', `2019年6月${HELD}会议将持续至7日。`, '2019-06-XX'],

  // Days of the traditional calendar.
  ['2019-02-20', `正月十二${HELD}`, '2019-02-16', 'traditional calendar, year from the published date'],
  ['2019-02-10', `正月十二${HELD}`, '2018-02-27'],
  ['2019-01-30', `腊月廿三${HELD}`, '2019-01-28'],
  ['2019-01-10', `腊月廿三${HELD}`, '2018-02-08'],
  [null, `${WIRE}2019年2月20日电 正月十二${HELD}`, '2019-02-16', 'traditional calendar, year from the dateline'],
  [null, `正月十二${HELD}2019年是关键之年。`, '2019-02-16', 'traditional calendar, year from 2019年'],
  [null, `正月十二${HELD}`, ''],

  // Days that no calendar has.
  [null, `2月30日${HELD}`, ''],
  [null, `2019年2月29日${HELD}`, ''],
  ['2019-06-06', `4月31日${HELD}`, ''],
];

describe('the day that words mean in their article', () => {
  for (const [published, text, days, because] of ROWS) {
    test(`${published} ${text}`, () => {
      const [found, source] = read(text, published);
      expect(found).toBe(days);
      if (because !== undefined) expect(source).toBe(because);
    });
  }
});
