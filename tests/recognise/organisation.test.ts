import { describe, expect, test } from 'vitest';
import { lastOrganisationEnd, organisationEndsAt } from '../../src/recognise/organisation.ts';

describe('the name of a body ends here', () => {
  test.each([
    '省侨联',
    '市纪委监委',
    '云山大学',
    '县融媒体中心',
    '区市场监管局',
    '第三人民医院',
    '县人大常委会',
    '团市委',
    '东湖街道办事处',
    '云山集团有限公司',
    '驻村工作队',
    '市公安局交警支队',
    '理学院数学系',
    '省总工会',
  ])('%s', (text) => {
    expect(organisationEndsAt(text, text.length, 0)).toBe(true);
  });
  test.each(['工作', '讲话', '主持', '高质量发展', '三点意见', '张红', '书记', '领导', '精神', '上午', '经济', '群众'])(
    'not %s',
    (text) => {
      expect(organisationEndsAt(text, text.length, 0)).toBe(false);
    },
  );
});

describe('the last body of a stretch', () => {
  test.each([
    ['公管学院教学', '公管学院'],
    ['县教育局人事科负责', '县教育局人事科'],
    ['云山大学', '云山大学'],
  ])('%s → %s', (text, body) => {
    expect(text.slice(0, lastOrganisationEnd(text, 0, text.length))).toBe(body);
  });
  test.each(['三点意见', '主持', ''])('%s has none', (text) => {
    expect(lastOrganisationEnd(text, 0, text.length)).toBe(-1);
  });
});
