import { describe, expect, test } from 'vitest';
import { date } from '../../src/fields/date.ts';
import { venue } from '../../src/fields/venue.ts';
import { articleOf, occasionOf } from './article-of.ts';

function venueOf(text: string): ReturnType<typeof venue.read>['value'] {
  const article = articleOf(text, '2019-06-10');
  const occasion = occasionOf(article);
  const soFar = { date: date.read(article, occasion, {}).value };
  const { value } = venue.read(article, occasion, soFar);
  if (value !== null && value.text !== null) {
    const [first] = value.evidence;
    expect(text.slice(first?.start, first?.end)).toBe(value.text);
  }
  return value;
}

const SAID: readonly (readonly [text: string, venue: string, place: string | null])[] = [
  ['6月5日，全省水利工作会议在兰召开。', '兰', '兰州'],
  ['6月5日，全省水利工作会议在蓉隆重召开。', '蓉', '成都'],
  ['6月5日，全国水利工作会议在京举行。', '京', '北京'],
  ['6月5日，全区水利工作会议在邕召开。', '邕', '南宁'],
  ['6月5日，第三届论坛在甬开幕。', '甬', '宁波'],
  ['6月5日，全省水利工作会议在哈召开。', '哈', '哈尔滨'],
  ['6月5日，全省水利工作会议在青海西宁召开。', '青海西宁', '西宁'],
  ['6月5日，全省水利工作会议在甘肃省兰州市宁卧庄宾馆召开。', '甘肃省兰州市宁卧庄宾馆', '兰州'],
  ['6月5日，全市水利工作会议在北海市重庆路8号召开。', '北海市重庆路8号', '北海'],
  ['6月5日，现场会在成都市大邑县安仁镇召开。', '成都市大邑县安仁镇', '大邑'],
  ['6月5日，现场会在循化撒拉族自治县召开。', '循化撒拉族自治县', '循化'],
  ['6月5日，座谈会在杭州市西湖区文化馆举行。', '杭州市西湖区文化馆', '杭州'],
  ['6月5日，学术年会在北京人民大会堂举行。', '北京人民大会堂', '北京'],
  ['6月5日，学术年会在雅安校区图书馆举行。', '雅安校区图书馆', '雅安'],
  ['6月5日，教代会在市委党校召开。', '市委党校', null],
  ['6月5日上午，县委在县行政中心3号楼会议室召开常委会会议。', '县行政中心3号楼会议室', null],
  ['6月5日，全市教育大会在市行政中心1号楼召开。', '市行政中心1号楼', null],
  ['6月5日下午，化学学院于理科楼B203召开教职工大会。', '理科楼B203', null],
  ['6月5日，校工会在图书馆三楼报告厅由女工委组织召开座谈会。', '图书馆三楼报告厅', null],
  ['6月5日，在市会议中心，市政协召开主席会议。', '市会议中心', null],
  ['6月5日，专题报告会在学校大礼堂举行。', '学校大礼堂', null],
  ['6月5日，家长会在实验二小阶梯教室召开。', '实验二小阶梯教室', null],
  ['6月5日，校友座谈会在县一中举行。', '县一中', null],
  ['6月5日，理事会会议在我校召开。', '我校', null],
  ['6月5日，研讨会在校召开。', '校', null],
  ['理事会会议在我校召开\n6月5日，理事会会议在我校召开。会议开幕式在行知楼报告厅举行。', '行知楼报告厅', null],
  ['6月5日，推进会在刚刚落成的市文化馆召开。', '市文化馆', null],
  ['6月5日，推进会在王家坪村村委会召开。', '王家坪村村委会', null],
  ['当地时间6月5日，国家领导人在日内瓦出席世界卫生大会。', '日内瓦', '日内瓦'],
  ['6月5日，首脑会议在俄罗斯莫斯科举行。', '俄罗斯莫斯科', '莫斯科'],
  ['6月5日，部长级会议在德国柏林开幕。', '德国柏林', '柏林'],
  ['6月5日，全国文联工作会议在全国政协礼堂召开。', '全国政协礼堂', null],
  ['据悉，6月5日在义乌举行的全国商贸工作会议由商务部主办。', '义乌', '义乌'],
  ['6月5日，推进会在宜召开。宜宾市委、市政府负责人出席会议。', '宜', '宜宾'],
  ['6月5日，推进会在昭召开。昭通市各县区负责人参加会议。', '昭', '昭通'],
  ['6月5日，市住建局在局机关四楼视频会议室召开安全生产工作会议。', '局机关四楼视频会议室', null],
  ['6月5日，会议在香港会议展览中心举行。', '香港会议展览中心', '香港'],
  ['6月5日，年会在浙江乌镇举行。', '浙江乌镇', '桐乡'],
];

/** Phrases with 在 or 于 that say nothing of a place, and places where the meeting was not. */
const UNSAID: readonly string[] = [
  '6月5日，县委召开常委会会议。',
  '新华社北京6月5日电 全国水利工作会议召开。',
  '在县委的坚强领导下，6月5日，全县水利工作会议召开。',
  '在新中国成立70周年之际，6月5日，全县座谈会召开。',
  '座谈会于6月5日召开。',
  '座谈会于近日召开。',
  '大会在雄壮的国歌声中开幕。',
  '大会在热烈的掌声中闭幕。',
  '县长在全县水利工作会议上强调，要抓好落实。',
  '在日前召开的全县水利工作会议上，县长作了报告。',
  '各乡镇负责人在分会场参加会议。6月5日，全县水利工作会议召开。',
  '学校正在召开教职工大会。',
  '关于召开教职工大会，学校作了部署。',
  '6月5日，公司在昨天召开的股东大会上表示，业绩良好。',
  '6月5日，全国各地在建项目调度会召开。',
  '6月5日，县委召开会议。会议传达学习了日前在北京召开的全国水利工作会议精神。',
  '6月5日，县政协召开会议，决定6月20日在县委党校召开全体会议。',
  '6月5日，镇党委召开会议，部署在全镇开展专项整治。',
  '6月5日，学院召开会议，要求在全院范围内举办读书活动。',
  '会议由在职教师代表主持召开。',
];

describe('where a meeting was held', () => {
  test.each(SAID)('%s', (text, words, place) => {
    const value = venueOf(text);
    expect([value?.text ?? null, value?.place ?? null]).toEqual([words, place]);
  });
});

describe('no place', () => {
  test.each(UNSAID.map((text) => [text]))('%s', (text) => {
    expect(venueOf(text)?.text ?? null).toBe(null);
  });
});

describe('how a meeting was held', () => {
  test.each([
    ['6月5日，全县防汛视频会议召开。', null, 'video'],
    ['6月5日，国务院召开全国电视电话会议。', null, 'video'],
    ['6月5日，县委以视频形式召开常委会会议。', null, 'video'],
    ['6月5日，学院通过腾讯会议召开教职工大会。', null, 'video'],
    ['6月5日，学院线上召开教职工大会。', null, 'video'],
    ['6月5日，学院在行知楼召开教职工大会。会议以线上线下相结合的方式进行。', '行知楼', 'hybrid'],
    ['6月5日，学院在行知楼召开教职工大会。', '行知楼', 'in-person'],
    ['6月5日，学院召开教职工大会，传达全省电视电话会议精神。', null, null],
  ] as const)('%s', (text, words, mode) => {
    const value = venueOf(text);
    expect([value?.text ?? null, value?.mode ?? null]).toEqual([words, mode]);
  });
});

test('the code of the division goes with the place', () => {
  expect(venueOf('6月5日，全省水利工作会议在兰召开。')?.adcode).toBe('620100');
  expect(venueOf('6月5日，会议在杭州市西湖区文化馆举行。')?.adcode).toBe('330100');
  expect(venueOf('6月5日，首脑会议在莫斯科举行。')?.adcode).toBe(null);
});
