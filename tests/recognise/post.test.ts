import { describe, expect, test } from 'vitest';
import { isField, postEndingAt, postStartingAt } from '../../src/recognise/post.ts';

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
