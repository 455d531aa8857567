import { describe, expect, test } from 'vitest';
import { isDateline, isStamp } from '../../src/fields/dateline.ts';
import type { TimeMention } from '../../src/model/mention.ts';
import { articleOf } from './article-of.ts';

/** The first day that a text names, and whether it is a dateline's or a stamp. */
function firstDay(text: string): { readonly dateline: boolean; readonly stamp: boolean } {
  const article = articleOf(text);
  const mention = article.mentions.find((one): one is TimeMention => one.kind === 'time');
  if (mention === undefined) throw new Error(`no day in ${text}`);
  return { dateline: isDateline(text, mention), stamp: isStamp(article, mention) };
}

describe('the day on which a report was sent', () => {
  test.each([
    '新华社北京1月11日电 全国会议召开。',
    '新华社北京1月11日电（记者陈某）全国会议召开。',
    '据人民网昆明6月5日讯 会议召开。',
    '本报昆明6月5日讯 会议召开。',
    '青溪电视台6月5日消息 会议召开。',
    '青溪新闻6月5日讯 会议召开。',
    '青溪在线6月5日讯 会议召开。',
    '青溪客户端6月5日讯 会议召开。',
    '青溪融媒6月5日讯 会议召开。',
    '桂湖传媒6月5日讯 会议召开。',
    '6月5日讯 会议召开。',
    '　　6月5日电 会议召开。',
    '标题一行\n6月5日讯 会议召开。',
    '标题一行\r\n6月5日讯 会议召开。',
    '新华社北京1月11日 电 全国会议召开。',
    '新华社北京1月11日（记者陈某）电 全国会议召开。',
    '新华社北京1月11日(记者陈某) 电 全国会议召开。',
    '新华社北京3月5日综合消息 全国会议召开。',
    '新华社北京3月5日专电 全国会议召开。',
    '新华社北京3月5日特讯 全国会议召开。',
    '新华社北京3月5日晚间消息 全国会议召开。',
    '新华社北京3月5日专题消息 全国会议召开。',
  ])('%s', (text) => {
    expect(firstDay(text).dateline).toBe(true);
  });

  test.each([
    '会议于1月11日召开，电话会议。',
    '1月11日召开电话会议。',
    '会议代表1月11日电贺大会。',
    '新华社北京分社，1月11日讯 会议召开。',
    '新华社记者陈某在遥远的桂湖市青溪县红枫镇1月11日讯 会议召开。',
    '新华社北京1月11日会议消息 会议召开。',
    '新华社北京1月11日，电 会议召开。',
  ])('not in %s', (text) => {
    expect(firstDay(text).dateline).toBe(false);
  });
});

describe('the day on which a report was put out', () => {
  test.each([
    '发布时间：2024-10-20',
    '发布日期：2024年10月20日，会议召开。',
    '更新于2024-10-20，会议召开。',
    '发表时间:2024-10-20，会议召开。',
    '发稿时间： 2024-10-20，会议召开。',
    '上传时间　2024-10-20，会议召开。',
    '录入日期：2024-10-20，会议召开。',
    '编辑：2024-10-20，会议召开。',
    '刊发于2024年10月20日，会议召开。',
    '日期：2024-10-20，会议召开。',
    '青溪县 2024-10-20 08:00 会议召开。',
    '青溪县，2024-10-20 08：00 会议召开。',
    '青溪县，2024-10-20T8:00 会议召开。',
    '2024年10月20日',
    '2024年10月20日\n会议召开。',
    '2024年10月20日\r\n会议召开。',
    '2024年10月20日 星期日\n会议召开。',
    '2024年10月20日　周日\n会议召开。',
    '2024年10月20日星期天\n会议召开。',
    '（2024年10月20日）会议召开。',
    '(2024年10月20日)会议召开。',
    '青溪县融媒体中心 2024年10月20日',
    '会议召开。\n青溪县融媒体中心\n2024年10月20日',
  ])('%s', (text) => {
    expect(firstDay(text).stamp).toBe(true);
  });

  test.each([
    '2024年10月20日，会议召开。',
    '2024年10月20日 会议召开。',
    '2024年10月20日 星期日，会议召开。',
    '青溪县，2024年10月20日 08:00，会议召开。',
    '2024-10-20 会议召开。',
    '2024-10-20 8点召开。',
    '10月20日',
    '2024年10月',
    '2024年10月20日至21日',
    '会议定于2024年10月20日',
    '签约仪式在2024年10月20日',
    '召开会议2024年10月20日',
    '开展活动2024年10月20日',
    '会议时间2024年10月20日',
    '会议召开，2024年10月20日',
    '会议、2024年10月20日',
    '青溪县委县政府在县会议中心三楼召开全县工作大会的消息 2024年10月20日',
  ])('not in %s', (text) => {
    expect(firstDay(text).stamp).toBe(false);
  });
});
