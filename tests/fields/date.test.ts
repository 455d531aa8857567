import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../../src/fields/date.ts';
import { articleOf, occasionOf } from './article-of.ts';

function read(text: string, published: string | null = null, path: string | null = null) {
  const article = articleOf(text, published, path);
  const { value, findings = [] } = date.read(article, occasionOf(article), {});
  if (value !== null) {
    const [first] = value.evidence;
    expect(text.slice(first?.start, first?.end)).toBe(value.text);
  }
  return {
    value,
    codes: findings.map(({ code }) => code),
    words: value?.evidence.map(({ start, end }) => text.slice(start, end)),
  };
}

describe('what a date rests on', () => {
  test('a day with its year is stated', () => {
    const { value, codes, words } = read('2018年6月5日，县委召开常委会会议。', '2019-06-06');
    expect(value).toMatchObject({
      start: '2018-06-05',
      end: null,
      text: '2018年6月5日',
      certainty: 'stated',
      because: null,
    });
    expect(words).toEqual(['2018年6月5日']);
    expect(codes).toEqual([]);
  });

  test('a year from the day of publication is implied, and has no words of its own', () => {
    const { value, codes, words } = read('6月5日，县委召开常委会会议。', '2019-06-06');
    expect(value).toMatchObject({ start: '2019-06-05', certainty: 'implied', because: 'year from the published date' });
    expect(words).toEqual(['6月5日']);
    expect(codes).toEqual(['date-year-implied']);
  });

  test('a year that the article speaks of as the present is implied, and its words are evidence', () => {
    const { value, words } = read('10月19日，全市经济工作会议召开。会议通报了2018年前三季度工作情况。');
    expect(value).toMatchObject({ start: '2018-10-19', certainty: 'implied', because: 'year from 2018年前三季度' });
    expect(words).toEqual(['10月19日', '2018年前三季度']);
  });

  test('an anniversary gives the year', () => {
    const { value, words } = read('9月30日，全市庆祝大会召开。今年是新中国成立70周年。');
    expect(value).toMatchObject({ start: '2019-09-30', because: 'year from 新中国成立70周年' });
    expect(words).toEqual(['9月30日', '新中国成立70周年']);
  });

  test('an anniversary of something else gives none', () => {
    expect(read('9月30日，全市庆祝大会召开。今年是建院70周年。').value?.start).toBe('XXXX-09-30');
    expect(read('9月30日，县委召开会议，学习在庆祝中国共产党成立100周年大会上的讲话。').value?.start).toBe(
      'XXXX-09-30',
    );
  });

  test('the dateline gives the month of a bare day', () => {
    const { value, words } = read('新华社北京9月7日电 全国教育工作会议7日在京召开。', '2018-09-08');
    expect(value).toMatchObject({ start: '2018-09-07', text: '7日', because: 'year and month from the dateline' });
    expect(words).toEqual(['7日', '9月7日']);
  });

  test('the name of the file dates the article when nothing else does', () => {
    expect(read('6月5日，县委召开常委会会议。', null, 'news/2019-06-06-a.txt').value?.start).toBe('2019-06-05');
  });

  test('an unknown year is said', () => {
    const { value, codes } = read('6月5日，县委召开常委会会议。');
    expect(value).toMatchObject({ start: 'XXXX-06-05', certainty: 'stated', because: null });
    expect(codes).toEqual(['date-unknown-year']);
  });

  test('近日 names no day', () => {
    const { value, codes } = read('近日，县委召开常委会会议。', '2019-06-06');
    expect(value).toBe(null);
    expect(codes).toEqual(['date-near']);
  });

  test('an article about no event has no date', () => {
    const article = articleOf('6月5日，县委召开常委会会议。', '2019-06-06');
    expect(date.read(article, { ...occasionOf(article), kind: 'none' }, {}).value).toBe(null);
  });
});

describe('a year from the name of the meeting', () => {
  test.each([
    ['9月3日，2016年新生开学典礼在体育馆举行。', '2016-09-03'],
    ['11月16日至18日，2011国际茶业大会在云溪举行。', '2011-11-16'],
    ['12月27日，全省召开2017年度县委书记述责述廉会议。', '2017-12-27'],
    ['1月20日，学院召开2017年度总结表彰大会。', '2018-01-20'],
    ['10月1日，庆祝中华人民共和国成立70周年大会在广场举行。', '2019-10-01'],
    ['10月1日，学院举办诗会。诗会朗诵了庆祝中华人民共和国成立70周年大会上的名篇。', 'XXXX-10-01'],
    ['8月14日，局党组举办2021年度第七期读书班。', '2021-08-14'],
    ['1月17日，集团召开2019年工作会议。', '2019-01-17'],
    // the last months of a year plan the next, and January may still be the last year's
    ['12月27日，集团召开2019年工作会议。', 'XXXX-12-27'],
    ['1月8日，2019年茶业年会在云溪举行。', 'XXXX-01-08'],
    ['8月8日，公司召开2019年度总结表彰大会。', 'XXXX-08-08'],
  ])('%s', (text, start) => {
    expect(read(text).value?.start).toBe(start);
  });
});

describe('a year that is spoken of as the present one', () => {
  const MEETING = '6日，县政府召开常务会议。';
  test.each([
    [`2月${MEETING}会议讨论了2016年国民经济和社会发展计划（草案）。`, '2016-02-06'],
    [`2月${MEETING}会议听取了2015年预算执行情况的汇报。`, '2016-02-06'],
    [`9月${MEETING}会议听取了2015年预算执行情况的汇报。`, '2016-09-06'],
    [`9月${MEETING}会议指出，2021年以来，全县旅游收入增长较快。`, '2021-09-06'],
    [`1月${MEETING}会议指出，2021年以来，全县旅游收入增长较快。`, 'XXXX-01-06'],
    [`9月${MEETING}会议指出，自2012年以来，全县旅游收入增长较快。`, 'XXXX-09-06'],
    [`12月${MEETING}李明强调，2022年是收官之年，做好明年工作十分重要。`, '2021-12-06'],
    [`12月${MEETING}会议决定2018年1月召开全体会议。`, '2017-12-06'],
    [`1月${MEETING}李明指出，2021年，全县经济平稳运行。`, 'XXXX-01-06'],
    [`9月${MEETING}李明指出，2021年，全县经济平稳运行。`, '2021-09-06'],
    [`3月${MEETING}李明指出，2022年是文旅融合的攻坚提升年，要抓住机遇。`, '2022-03-06'],
    [`7月${MEETING}李明说，党的十九大将于今年下半年召开。`, '2017-07-06'],
    [`7月${MEETING}李明说，要学习党的十九大精神，今年底前召开总结会。`, 'XXXX-07-06'],
  ])('%s', (text, start) => {
    expect(read(text).value?.start).toBe(start);
  });
});

describe('a last day that is said apart', () => {
  test.each([
    ['2019年6月5日，学术年会在昆明开幕。年会将持续至7日。', '2019-06-07'],
    ['2019年6月30日，学术年会在昆明开幕。会议将持续到2日。', '2019-07-02'],
    ['2019年6月5日，学术年会在昆明开幕。报名截至7日。', null],
  ])('%s', (text, end) => {
    expect(read(text).value?.end).toBe(end);
  });
});

const days = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const iso = (day: Date): string => day.toISOString().slice(0, 10);

test('a day of the year before publication is found again', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 364 }), (published, back) => {
      const held = new Date(published.getTime() - back * 86_400_000);
      const words = `${held.getUTCMonth() + 1}月${held.getUTCDate()}日`;
      expect(read(`${words}，县委召开常委会会议。`, iso(published)).value?.start).toBe(iso(held));
    }),
    { numRuns: 60 },
  );
});

test('a bare day of the four weeks before publication is found again', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 27 }), (published, back) => {
      const held = new Date(published.getTime() - back * 86_400_000);
      expect(read(`${held.getUTCDate()}日，县委召开常委会会议。`, iso(published)).value?.start).toBe(iso(held));
    }),
    { numRuns: 60 },
  );
});
