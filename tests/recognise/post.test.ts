import { describe, expect, test } from 'vitest';
import { goesOn, isField, postEndingAt, postStartingAt } from '../../src/recognise/post.ts';

const ending = (text: string): string | null => {
  const post = postEndingAt(text, text.length, 0);
  return post === null ? null : text.slice(post.start, post.end);
};
const starting = (text: string): string | null => {
  const post = postStartingAt(text, 0, text.length);
  return post === null ? null : text.slice(post.start, post.end);
};

describe('the post that ends a title', () => {
  test.each([
    ['市民政局党组副书记', '党组副书记'],
    ['校纪委书记', '纪委书记'],
    ['市纪委书记', '书记'],
    ['集团工会主席', '工会主席'],
    ['市总工会主席', '主席'],
    ['省水利厅一级巡视员', '一级巡视员'],
    ['云山大学原常务副校长', '原常务副校长'],
    ['社区党委书记', '党委书记'],
    ['县委书记', '书记'],
    ['代县长', '代县长'],
    ['云山银行董事长', '董事长'],
    ['县团委书记', '书记'],
    ['景区党支部书记', '党支部书记'],
  ])('%s → %s', (text, post) => {
    expect(ending(text)).toBe(post);
  });
  test.each(['市民政局', '党组', '工作会议', '办公室', '书记处', '教育', '部门', '会议室'])('%s has none', (text) => {
    expect(ending(text)).toBeNull();
  });
});

describe('the post that starts behind a name', () => {
  test.each([
    ['副主任出席会议', '副主任'],
    ['党委书记讲话', '党委书记'],
    ['常务副台长主持', '常务副台长'],
    ['主任医师授课', '主任医师'],
    ['总经理助理汇报', '总经理助理'],
    ['教授作报告', '教授'],
  ])('%s → %s', (text, post) => {
    expect(starting(text)).toBe(post);
  });
  test.each(['主持会议', '党委召开会议', '副本', '出席会议', '在会上', '工会活动'])('%s has none', (text) => {
    expect(starting(text)).toBeNull();
  });
});

describe('a field that an office can be about', () => {
  test.each(['教学', '科研', '学生党建'])('%s', (text) => {
    expect(isField(text, 0, text.length)).toBe(true);
  });
  test.each(['文学院', '常务', '教学楼', '市委'])('not %s', (text) => {
    expect(isField(text, 0, text.length)).toBe(false);
  });
});

describe('a head that is part of a longer word', () => {
  test.each([
    '会员',
    '处室',
    '团成员',
    '办公',
    '办事',
    '组成员',
    '级干部',
    '站点',
    '队员',
    '室内',
    '国家',
    '制度',
    '小组',
    '台词',
  ])('主席|%s goes on', (behind) => {
    expect(goesOn(`主席${behind}`, 2)).toBe(true);
  });
  test.each([
    '会见',
    '会上',
    '会谈',
    '会同',
    '会议',
    '处理',
    '处置',
    '团结',
    '办理',
    '办好',
    '组织',
    '站在',
    '制定',
    '台上',
    '出席',
    '小',
    '',
  ])('主席|%s does not', (behind) => {
    expect(goesOn(`主席${behind}`, 2)).toBe(false);
  });
});

describe('the post that ends a title, with what sort it is', () => {
  test.each([
    ['集团党委书记', '党委书记', 'office', true],
    ['县委书记', '书记', 'office', false],
    ['市纪委书记', '书记', 'office', false],
    ['自治区纪委书记', '书记', 'office', false],
    ['中央纪委书记', '书记', 'office', false],
    ['兵团纪委书记', '书记', 'office', false],
    ['州工会主席', '主席', 'office', false],
    ['旗工会主席', '主席', 'office', false],
    ['盟工会主席', '主席', 'office', false],
    ['园区工会主席', '工会主席', 'office', true],
    ['校区工会主席', '工会主席', 'office', true],
    ['社区工会主席', '工会主席', 'office', true],
    ['小区工会主席', '工会主席', 'office', true],
    ['片区工会主席', '工会主席', 'office', true],
    ['景区工会主席', '工会主席', 'office', true],
    ['库区工会主席', '工会主席', 'office', true],
    ['牧区工会主席', '工会主席', 'office', true],
    ['林区工会主席', '工会主席', 'office', true],
    ['院区工会主席', '工会主席', 'office', true],
    ['厂区工会主席', '工会主席', 'office', true],
    ['战区工会主席', '工会主席', 'office', true],
    ['矿区工会主席', '工会主席', 'office', true],
    ['县总工会主席', '主席', 'office', false],
    ['英国驻华大使', '驻华大使', 'office', false],
    ['法国驻重庆市总领事', '驻重庆市总领事', 'office', false],
    ['法国驻圣彼得堡市总领事', '驻圣彼得堡市总领事', 'office', false],
    ['驻地大学文学院党委书记', '党委书记', 'office', true],
    ['云山大学教授', '教授', 'rank', false],
    ['校友代表', '校友代表', 'identity', false],
    ['县长', '县长', 'government', false],
  ])('%s: %s, %s', (text, words, kind, withBody) => {
    const post = postEndingAt(text, text.length, 0);
    expect([text.slice(post?.start, post?.end), post?.kind, post?.withBody]).toEqual([words, kind, withBody]);
  });
});

describe('the post that starts behind a name, with what sort it is', () => {
  test.each([
    ['党委书记讲话', '党委书记', true],
    ['工会主席讲话', '工会主席', true],
    ['常务副主任讲话', '常务副主任', false],
    ['主任组织学习', '主任', false],
    ['书记会见来宾', '书记', false],
  ])('%s: %s', (text, words, withBody) => {
    const post = postStartingAt(text, 0, text.length);
    expect([text.slice(post?.start, post?.end), post?.withBody]).toEqual([words, withBody]);
  });
  test.each(['主席团会议', '书记处书记', '委员会委员', '教学主任', '原'])('none in %s', (text) => {
    expect(postStartingAt(text, 0, text.length)).toBe(null);
  });
});
