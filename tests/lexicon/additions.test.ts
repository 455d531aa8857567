import { describe, expect, test } from 'vitest';
import { additionsOf, BadAddition, extract, segment } from '../../src/index.ts';

const ARTICLE =
  '6月5日，云岭联社召开社员大会。首席数据官艾小葵出席会议并讲话，云岭联社社务官丁一主持会议。\n7月1日，会议在雁栖坊召开。';

describe('additions', () => {
  test('a name that no rule would read is read', () => {
    const text = '6月5日，市政府召开安全生产工作会议。市长喵小白出席会议并讲话。';
    expect(extract(text).officials.map(({ name }) => name)).not.toContain('喵小白');
    const lexicon = additionsOf('kind\tword\nname\t喵小白\n');
    expect(extract(text, { lexicon }).officials.map(({ name }) => name)).toContain('喵小白');
  });

  test('a post and a body are read, and cut from each other', () => {
    const lexicon = additionsOf('kind\tword\npost\t社务官\norganisation\t云岭联社\n');
    const [official] = extract(ARTICLE, { lexicon }).officials.filter(({ name }) => name === '丁一');
    expect(official?.titles[0]).toMatchObject({ organization: '云岭联社', post: '社务官' });
  });

  test('a place gets the plain form and the code of its line', () => {
    const lexicon = additionsOf('kind\tword\tplace\tadcode\nplace\t雁栖坊\t怀柔\t110116\n');
    const text = '6月5日，全市文旅工作会议在雁栖坊召开。';
    expect(extract(text, { lexicon }).venue).toMatchObject({ text: '雁栖坊', place: '怀柔', adcode: '110116' });
  });

  test('the next article is read without them', () => {
    const lexicon = additionsOf('kind\tword\nname\t喵小白\n');
    const text = '市长喵小白讲话。';
    segment(text, { lexicon });
    expect(segment(text).mentions.filter(({ rule }) => rule === 'name-article/added')).toEqual([]);
  });

  test('comments, empty lines, a byte order mark and CRLF are no rows', () => {
    expect(additionsOf('\uFEFF# names\r\nkind\tword\r\n\r\nname\t丁一\r\n').names.size).toBe(1);
  });

  test.each([
    ['columns in another order', 'word\tkind\nname\t丁一', 1, 'columns'],
    ['an unknown kind', 'kind\tword\nperson\t丁一', 2, 'unknown kind person'],
    ['no word', 'kind\tword\nname\t', 2, 'no word'],
    ['too many cells', 'kind\tword\n# one\nname\t丁一\t二', 3, '3 cells'],
    ['a code that is none', 'kind\tword\tplace\tadcode\nplace\t雁栖坊\t怀柔\t1101', 2, '1101'],
    ['a word without end', `kind\tword\nname\t${'丁'.repeat(61)}`, 2, '61 characters'],
  ])('%s is told with its line', (_, text, line, words) => {
    const caught = (() => {
      try {
        additionsOf(text);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(caught).toBeInstanceOf(BadAddition);
    expect((caught as BadAddition).line).toBe(line);
    expect((caught as BadAddition).message).toContain(words);
  });
});
