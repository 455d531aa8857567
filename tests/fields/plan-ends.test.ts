import { describe, expect, test } from 'vitest';
import { planOf } from './plan-of.ts';

const LIST = '会议要求，一是抓进度。要倒排工期。二是抓质量。要严格验收。';

/** The last item of a list of several sentences each, when `next` stands behind it. */
const lastItem = (next: string, people: readonly string[] = []): string | undefined =>
  planOf(LIST + next, people).value.at(-1)?.text;

const ENDS: readonly string[] = [
  // Somebody speaks.
  '副局长强调，工期不等人。',
  '各科室负责人表示，坚决完成任务。',
  '监理单位汇报了有关情况。',
  '大家一致认为：任务已经明确。',
  '业主代表作表态说道，坚决完成任务。',
  // What came next, and who was there.
  '最后，全体人员合影。',
  '会后举行了签约仪式。',
  '随后大家来到工地。',
  '各科室负责同志参加了为期十天的竞赛活动。',
  '各乡镇出席的同志当场领取了任务清单。',
  '（记者陈某 通讯员林某）',
  '(供稿：陈某)',
  '来源：青溪县融媒体中心。',
  '编辑：陈某。',
  '审核:林某。',
  '文/陈某。',
  '图：林某。',
  '图／林某。',
  '近日，青溪县下发通知。',
  '3月5日下达了计划。',
  '12月15日是最后期限。',
  // Somebody takes part.
  '县领导出席会议。',
  '县领导出席了会议。',
  '科室骨干参加。',
  '科室骨干列席，听取了意见。',
  '科室骨干参加本次专题学习交流。',
  '科室骨干参加此次专题学习交流。',
  '科室骨干列席专题分析会。',
  '县领导主持座谈会并作点评。',
];

const GOES_ON: readonly string[] = [
  // A word of speaking, of what came next or of presence, and nobody speaks.
  '责任落到人头，不能停留在表态汇报，更不能一开了之。',
  '每个科室会后都拿出方案。',
  '文明施工不能放松。',
  '图纸会审不能走过场。',
  '近日的检查不能放松。',
  '来源不明的材料一律不用。',
  '编辑成册的图纸人手一份。',
  '审核关口前移。',
  '出勤情况每天登记。',
  '任何人主持的工程都一样对待。',
  // More is asked for, whatever it speaks of.
  '要组织骨干参加会议。',
  '同时要派人列席会议。',
  '同时，要派人列席会议。',
  '全县上下踊跃参加活动。',
  '全校上下踊跃参加活动。',
  '积极参加活动。',
];

describe('a sentence behind the last item', () => {
  test.each(ENDS)('ends it: %s', (next) => {
    expect(lastItem(next)).toBe('二是抓质量。要严格验收。');
  });

  test.each(GOES_ON)('belongs to it: %s', (next) => {
    expect(lastItem(next)).toBe(`二是抓质量。要严格验收。${next}`);
  });

  test('ends it when it opens with a name, and not when a name stands in it', () => {
    expect(lastItem('吴敏任组长。', ['吴敏'])).toBe('二是抓质量。要严格验收。');
    expect(lastItem('劳模吴敏的事迹上墙。', ['吴敏'])).toBe('二是抓质量。要严格验收。劳模吴敏的事迹上墙。');
  });
});
