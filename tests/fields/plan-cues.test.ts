import { describe, expect, test } from 'vitest';
import { findOccasion } from '../../src/fields/occasion.ts';
import { workPlan } from '../../src/fields/work-plan.ts';
import { articleOf } from './article-of.ts';
import { planOf } from './plan-of.ts';

const asks = (body: string): boolean => planOf(body).value.length > 0;

const MUST = '一要抓好统筹，二要抓好落实。';

/** Leads to a list of what must be done. */
const LEADS: readonly string[] = [
  '会议要求，',
  '会议要求正视问题：',
  '会议要求发挥优势产业作用：',
  '会议要求抓好问题整改：',
  '会议指出，问题不容忽视，会议要求：',
  '赵某强调，承诺就要兑现。',
  '李某承诺按期完工。赵某要求：',
  '赵某在听取大家表态之后对今后一个时期的各项重点工作提出了十分明确而又具体的要求，希望全体同志牢记在心、见之于行动：',
  '建议收集完毕。赵某要求：',
];

/** Leads to one of what others propose, what somebody pledges, what there is. */
const LEADS_ELSEWHERE: readonly string[] = [
  '李某表态，',
  '李某承诺：',
  '李某保证，',
  '李某表示将做到三点：',
  '李某表示，将做到三点：',
  '李某表示我局要做到：',
  '李某表示，一定做到：',
  '李某说，我们将做到：',
  '李某说，我校将做到：',
  '李某说，我将做到：',
  '专家组的建议：',
  '专家组建议，',
  '协会发出倡议，',
  '协会呼吁：',
  '大会议程如下：',
  '遵循的原则是，',
  '学习内容包括：',
  '主要原因：',
  '主要成效有，',
  '存在问题：',
  '存在的问题主要是：',
  '有如下成效：',
  '有三点体会：',
  '有三个突出特点，',
  '有三条明显优势：',
  '有三项收获。',
  '有三大优势是',
  '建议如下：',
  '建议如下。',
  '建议如下',
  '建议主要有：',
  '建议有，',
];

describe('a list of what must be done', () => {
  test.each(LEADS)('is a plan behind %s', (lead) => {
    expect(asks(lead + MUST)).toBe(true);
  });

  test.each(LEADS_ELSEWHERE)('is none behind %s', (lead) => {
    expect(asks(lead + MUST)).toBe(false);
  });
});

/** Lists behind words that say nothing of what they list. */
const BARE = '县里有两件事：';
const ITEMS: readonly (readonly [list: string, asks: boolean])[] = [
  ['一要修路，二要架桥。', true],
  ['第一，要修路；第二，要架桥。', true],
  ['1. 　要修路；2. 　要架桥。', true],
  ['第一，春季道路必须修通；第二，夏季桥梁必须架好。', true],
  ['第一，道路要修通；第二，桥梁要架好。', true],
  ['第一，道路；第二，桥梁。', false],
  ['第一，道路要素；第二，桥梁要点。', false],
  ['第一，道路。要修通；第二，桥梁。要架好。', false],
  ['第一，抓好道路；第二，抓好桥梁。', true],
  ['第一，把道路修通；第二，把桥梁架好。', true],
  ['第一，是把道路修通；第二，是把桥梁架好。', true],
  ['第一，路把乡亲连起来；第二，桥把两岸连起来。', false],
  ['第一，在道路交通上实现突破；第二，在桥梁建设方面加大投入。', true],
  ['第一，在群众中推动修路；第二，在干部中推动架桥。', true],
  ['第一，在道路交通上乡亲最苦；第二，在桥梁建设方面乡亲最盼。', false],
  ['第一，道路上实现突破；第二，桥梁上实现突破。', false],
  ['第一，道路已经修通；第二，桥梁已经架好。', false],
  ['第一，提高了通行能力；第二，加强了桥梁养护，取得突破。', false],
];

describe('a list behind words that say nothing of it', () => {
  test.each(ITEMS)('%s %s', (list, plan) => {
    expect(asks(BARE + list)).toBe(plan);
  });
});

/** Lists behind a clear request. */
const ASKED = '会议要求：';
const ITEMS_ASKED: readonly (readonly [list: string, asks: boolean])[] = [
  ['一是道路，二是桥梁。', true],
  ['一是立即整改，二是随即复查。', true],
  ['一是材料来自正规厂家，二是工人来自本县。', true],
  ['一是指道路，二是指桥梁。', false],
  ['第一，是指道路；第二，是指桥梁。', false],
  ['一是因为路远，二是因为桥窄。', false],
  ['一是取得更大进步，二是取得新的突破。', true],
  ['一是抓好道路，取得实效；二是抓好桥梁，取得突破。', true],
  ['一是抓好道路，取得经验；二是抓好桥梁，取得成绩。', true],
  ['一是路面取得好评，二是桥梁取得好评。', false],
  ['一是能力不断提高。二是队伍不断壮大。', false],
  ['一是不断提高能力，二是不断壮大队伍。', true],
  ['一是数量偏少，二是质量偏低。', false],
  ['一是方向不能偏离，二是重心不能偏移。', true],
];

describe('a list that is asked for', () => {
  test.each(ITEMS_ASKED)('%s %s', (list, plan) => {
    expect(asks(ASKED + list)).toBe(plan);
  });
});

/** What leaders propose to one another, and what is asked for at home in the same words. */
const PROPOSED = '第一，坚持开放合作。第二，坚持互利共赢。';
const AMONG: readonly (readonly [meeting: string, asks: boolean])[] = [
  ['李某出席海湾国家领导人会议', false],
  ['李某出席中国－海湾国家经贸论坛', false],
  ['李某出席中俄经贸论坛', false],
  ['李某出席世界茶业论坛', false],
  ['李某出席全省茶业论坛', true],
  ['李某出席中国茶业论坛', true],
  ['学校召开世界一流学科建设推进会', true],
];

describe('what is proposed in a meeting of states is asked of nobody', () => {
  const asksAt = (meeting: string, says: string): boolean => {
    const article = articleOf(`${meeting}\n3月5日，${meeting}。李某${says}：${PROPOSED}`);
    return workPlan.read(article, findOccasion(article), {}).value.length > 0;
  };
  test.each(AMONG)('%s', (meeting, asked) => {
    expect(asksAt(meeting, '提出')).toBe(asked);
  });
  test('unless it is required', () => {
    expect(asksAt('李某出席海湾国家领导人会议', '提出要求')).toBe(true);
  });
});
