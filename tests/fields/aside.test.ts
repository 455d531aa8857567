import { describe, expect, test } from 'vitest';
import { extract } from '../../src/index.ts';

const LEAD = '6月5日，县委召开全县经济工作会议。县委书记陆知远出席会议并讲话。';

const namesIn = (text: string): string[] => extract(text).officials.map(({ name }) => name);

describe('what is told beside the meeting', () => {
  test.each([
    ['what was done afterwards', '会后，副县长邵敏陪同与会人员参观了产业园。'],
    ['another meeting of the day', '当天下午，县政府召开全县防汛工作会议，副县长邵敏主持会议。'],
    ['another meeting, to the end of its paragraph', '同日，县政协召开主席会议。县政协主席邵敏主持会议。'],
  ])('%s is left out', (_, aside) => {
    expect(namesIn(LEAD + aside)).toEqual(['陆知远']);
  });

  test.each([
    ['the same meeting in the afternoon', '当天下午，全县经济工作会议举行分组讨论，副县长邵敏参加讨论。'],
    ['the same meeting goes on', '会议期间，副县长邵敏汇报了工作。'],
    ['a day without a meeting', '当天下午，副县长邵敏在会上作了说明。'],
    ['what came before it', '会前，副县长邵敏会见了与会企业家。'],
    ['a new paragraph', '当天下午，县政府召开全县防汛工作会议。\n副县长邵敏在经济工作会议上作了说明。'],
  ])('%s stays', (_, more) => {
    expect(namesIn(LEAD + more)).toEqual(['陆知远', '邵敏']);
  });
});
