import { describe, expect, test } from 'vitest';
import { outlet } from '../../src/fields/outlet.ts';
import { articleOf, occasionOf } from './article-of.ts';

function outletOf(text: string): string | null {
  const article = articleOf(text);
  const { value } = outlet.read(article, occasionOf(article), {});
  if (value === null) return null;
  const [span] = value.evidence;
  expect(text.slice(span?.start, span?.end)).toBe(value.name);
  return value.name;
}

const BODY = '全县水利工作会议在县会议中心召开，县长田禾作了讲话。';

const NAMED: readonly (readonly [text: string, name: string])[] = [
  [`新华社北京6月5日电 ${BODY}`, '新华社'],
  [`新华社昆明6月5日电（记者 田禾）${BODY}`, '新华社'],
  [`据新华社电 ${BODY}`, '新华社'],
  [`新华社北京6月5日电${BODY}`, '新华社'],
  [`全县水利会议召开新华网昆明6月5日电 ${BODY}`, '新华网'],
  [`中新网6月5日电据水利部网站消息，${BODY}`, '中新网'],
  [`中新社东京6月5日电 ${BODY}`, '中新社'],
  [`央视网消息：${BODY}`, '央视网'],
  [`央视网消息（新闻联播）：${BODY}`, '央视网'],
  [`央广网北京6月5日消息（记者田禾）${BODY}`, '央广网'],
  [`人民网北京6月5日电 （记者田禾）${BODY}`, '人民网'],
  [`据水利部网站消息，${BODY}`, '水利部网站'],
  [`四川新闻眉山6月5日讯(田禾)${BODY}`, '四川新闻'],
  [`红网时刻新闻6月5日讯（通讯员 田禾）${BODY}`, '红网时刻新闻'],
  [`大众网济南6月5日讯 ${BODY}`, '大众网'],
  [`南开新闻网讯 ${BODY}`, '南开新闻网'],
  [`华龙网讯（记者 田禾）${BODY}`, '华龙网'],
  [`江海晚报讯 ${BODY}`, '江海晚报'],
  [`【江海日报讯】${BODY}`, '江海日报'],
  [`来源：甘肃侨联\n${BODY}`, '甘肃侨联'],
  [`${BODY}\n（来源:江海日报 作者:田禾）`, '江海日报'],
  [`2019-06-05 08:00　来源：江海市政府网　作者：田禾\n${BODY}`, '江海市政府网'],
  [`${BODY}\n稿件来源：江海发布`, '江海发布'],
  [`${BODY}\n转自：学习时报`, '学习时报'],
  [`来源：江海科学报本报讯（记者 田禾）${BODY}`, '江海科学报'],
  [`来源：《光明日报》\n${BODY}`, '光明日报'],
  [`中国网评论员 田禾\n${BODY}`, '中国网'],
  [`${BODY}（新华社记者 田禾）`, '新华社'],
  [`${BODY}（人民日报）`, '人民日报'],
  [`${BODY}据新华社`, '新华社'],
  // a source above the text goes before the dateline of the page it was copied from
  [`来源：江海日报 2019-06-05 作者：田禾\n西山网讯 ${BODY}`, '江海日报'],
  [`西山网讯 ${BODY}\n来源：江海日报`, '西山网'],
  [`水利会议召开\n发布日期：2019-06-05 来源：融媒体中心 浏览次数：\n${BODY}`, '融媒体中心'],
  [`水利会议召开\n魅力江海 2019-06-05 08:24:00\n${BODY}`, '魅力江海'],
  [`江海新闻网-江海县融媒体中心（记者 田禾 实习记者 陈禾）${BODY}`, '江海新闻网'],
  [`江海日报/江海网讯（记者 田禾）${BODY}`, '江海日报'],
  [`江海零距离网-江海日报讯（记者 田禾）${BODY}`, '江海零距离网'],
  [`江海晚报掌上江海6月5日讯（全媒体记者 田禾）${BODY}`, '江海晚报掌上江海'],
  [`${BODY}\n江海日报`, '江海日报'],
  [`来源：江海新闻·江海号·政务 \n${BODY}`, '江海新闻'],
];

/** Whoever writes names himself with no name, or a name stands there that is not the source. */
const UNNAMED: readonly string[] = [
  BODY,
  `本报讯 ${BODY}`,
  `本报讯（记者 田禾 通讯员 陈禾）${BODY}`,
  `本网讯 ${BODY}`,
  `本站消息 ${BODY}`,
  `新闻网讯 ${BODY}`,
  `学校新闻网讯 ${BODY}`,
  `本报昆明6月5日电 ${BODY}`,
  `${BODY}（记者 田禾）`,
  `${BODY}（田禾 陈禾）`,
  `${BODY}\n（党办、宣传部供稿）`,
  `${BODY}\n供稿：组织部`,
  `${BODY}\n县委办公室`,
  `${BODY}\n县融媒体中心`,
  `${BODY}\n【编辑:田禾】`,
  `来源：本站\n${BODY}`,
  `来源：本站原创\n${BODY}`,
  `来源：网络\n${BODY}`,
  '6月5日，市领导到江海日报社调研，并召开座谈会。',
  '新华社、人民日报、中央电视台等媒体参加了全国水利工作会议。',
  '6月5日，县委召开会议，研究资金来源：一是财政，二是社会。',
  '6月5日，江海日报社召开编前会议。',
  '6月5日，国家电网江海公司召开电力迎峰度夏会议。',
  '6月5日，省教育厅召开网络视频会议。',
  '据悉，全县水利工作会议召开。',
  '人民网络安全会议召开。',
  `来源：民宗委 日期：2019-06-05\n${BODY}`,
  `来源：集团安稳办 浏览数：12\n${BODY}`,
  `来源：区委办公室\n${BODY}`,
  `时间：2019-06-05 来源：   点击数：12\n${BODY}`,
  `来源：教务处\n${BODY}`,
  `来源：党委宣传部\n${BODY}`,
  `水利会议召开\n党政办公室 2019-06-05 08:24\n${BODY}`,
  `水利会议召开\n发布时间 2019-06-05 08:24\n${BODY}`,
];

describe('the outlet that an article names', () => {
  test.each(NAMED)('%s', (text, name) => {
    expect(outletOf(text)).toBe(name);
  });
});

describe('no outlet', () => {
  test.each(UNNAMED.map((text) => [text]))('%s', (text) => {
    expect(outletOf(text)).toBe(null);
  });
});
