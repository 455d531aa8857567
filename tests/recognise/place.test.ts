import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPENS_VERB, VERB } from '../../src/recognise/place/abbreviated.ts';
import { CALLED, mayBeCalled } from '../../src/recognise/place/spelled.ts';
import { places } from '../../src/recognise/place.ts';

const read = (text: string): readonly string[] =>
  places({ clean: text }).map(({ start, end, place, adcode, level }) =>
    [text.slice(start, end), place, adcode ?? '-', level].join(' '),
  );

const NAMED: readonly (readonly [text: string, ...places: string[]])[] = [
  ['会议在兰州召开', '兰州 兰州 620100 city'],
  ['会议在兰召开', '兰 兰州 620100 city'],
  ['会议在京隆重举行', '京 北京 110000 city'],
  ['会议在渝开幕', '渝 重庆 500000 city'],
  ['会议在陕召开', '陕 陕西 610000 province'],
  [
    '会议在甘肃省兰州市城关区召开',
    '甘肃省 甘肃 620000 province',
    '兰州市 兰州 620100 city',
    '城关区 城关 620102 county',
  ],
  ['会议在青海西宁召开', '青海 青海 630000 province', '西宁 西宁 630100 city'],
  ['会议在北海市重庆路召开', '北海市 北海 450500 city'],
  ['会议在北京人民大会堂举行', '北京 北京 110000 city'],
  ['会议在循化县召开', '循化县 循化 630225 county'],
  ['会议在循化撒拉族自治县召开', '循化撒拉族自治县 循化 630225 county'],
  ['会议在凉山州西昌市召开', '凉山州 凉山 513400 city', '西昌市 西昌 513401 county'],
  ['会议在内蒙古呼和浩特举行', '内蒙古 内蒙古 150000 province', '呼和浩特 呼和浩特 150100 city'],
  ['会议在新疆喀什召开', '新疆 新疆 650000 province', '喀什 喀什 653100 city'],
  ['会议在成都校区召开', '成都 成都 510100 city'],
  ['会议在我校深圳校区召开', '深圳 深圳 440300 city'],
  ['会议在俄罗斯莫斯科举行', '俄罗斯 俄罗斯 - abroad', '莫斯科 莫斯科 - abroad'],
  ['会议在瑞士日内瓦举行', '瑞士 瑞士 - abroad', '日内瓦 日内瓦 - abroad'],
  ['会议在泰安举行', '泰安 泰安 370900 city'],
  ['调研组来宜调研。宜昌市负责人陪同', '宜 宜昌 420500 city'],
  ['调研组来宜调研。宜宾市负责人陪同', '宜 宜宾 511500 city'],
  ['会议在长召开。长春市领导出席', '长 长春 220100 city'],
  ['会议在昭召开。昭通市领导出席', '昭 昭通 530600 city'],
  ['代表团抵达雅加达，出席会议', '雅加达 雅加达 - abroad'],
  ['会议在中国北京举行', '北京 北京 110000 city'],
  ['会议在香港举行', '香港 香港 810000 city'],
];

/** Names in other names, and characters that stand for no place. */
const REFUSED: readonly string[] = [
  '会议在校召开',
  '会议在会上宣布',
  '会议在大会东厅举行',
  '会议在东方宾馆举行',
  '会议在资源学院报告厅举行',
  '会议在南京路小学召开',
  '会议在北京厅举行',
  '会议在新华宾馆举行',
  '会议在我院南区会议室召开',
  '会议在京津冀开展',
  '正在京东平台销售',
  '会议在宜召开',
  '会议在线召开',
  '由于兰州的天气',
  '会议在人民大会堂举行',
  '在省市和县召开',
  '会议在和平里召开',
  '会议在南湖校区召开',
  '会议在长清校区综合楼召开',
];

describe('places', () => {
  test.each(NAMED)('%s', (text, ...found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('no places', () => {
  test.each(REFUSED.map((text) => [text]))('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('time grows with the length of the text', () => {
  for (const unit of ['在', '在兰', '于甘肃省兰州市', '来宜调研']) {
    const best = (count: number): number => {
      const text = unit.repeat(count);
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5; run++) {
        // Processor time: on a busy machine the clock tells of the others.
        const before = process.cpuUsage();
        places({ clean: text });
        least = Math.min(least, process.cpuUsage(before).user / 1000);
      }
      return least;
    };
    best(2000);
    // Eight times the text: 64 times the time would be quadratic.
    expect(best(16_000)).toBeLessThan(32 * Math.max(best(2000), 2));
  }
});

test('each verb behind a place of one character, and each adverb, is let through by its first character', () => {
  const opens = Array.from(
    VERB.source.matchAll(/(?:\(\?:|\|)(?<first>\p{Script=Han})/gu),
    ({ groups }) => groups?.first,
  );
  expect(opens.length).toBeGreaterThan(40);
  expect([...OPENS_VERB].sort()).toEqual([...new Set(opens)].sort());
});

test('what a place is called before its name is seen wherever it stands', () => {
  const text = fc.string({ unit: fc.constantFrom(...'首都府省会城古州市滨海冰龙的、和会，a'), maxLength: 8 });
  fc.assert(
    fc.property(text, fc.nat(8), (words, at) => {
      CALLED.lastIndex = at;
      if (CALLED.test(words)) expect(mayBeCalled(words, at)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
