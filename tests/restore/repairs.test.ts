import { describe, expect, it } from 'vitest';
import { utf8AsLatin } from '../../scripts/damage.mjs';
import type { Finding } from '../../src/model/finding.ts';
import { restore } from '../../src/restore/index.ts';
import { plainText } from './plain-text.ts';

it('gives the headline that stands beside an article the same repairs', () => {
  const text = plainText('会议召开。');
  const article = { ...text, origin: { ...text.origin, title: '縣僑聯(lián)會(huì)議召開' } };
  expect(restore(article).origin.title).toBe('县侨联会议召开');
});

it('brings back characters of four bytes', () => {
  const text = '会议强调，要抓好落实，把责任压到每一级，把工作做到每一户😀。';
  expect(restore(plainText(utf8AsLatin(text, 1))).clean).toBe(text);
});

describe('the repairs of an article are counted, or told', () => {
  it.each([
    ['２０２４年\u200b３月，', { fullWidth: 2, invisible: 1 }],
    ['出席：李　明、王　芳。\\u4f1a\\u8bae', { padded: 2, escapes: 2 }],
    ['&ldquo;会议&rdquo;', { entities: 2 }],
    ['縣委會議', { traditional: true }],
    ['縣僑聯(lián)擴(kuò)大會(huì)議', { pinyinAnnotations: 3, traditional: true }],
    ['⼯作⼈员李\ue863', { radicals: 2, privateUse: 1 }],
    ['ä¼šè®®在北京ä¼šè®®', { misdecoded: 2 }],
    ['会 议 强 调 ， 要 抓 好', { spacedOut: 7 }],
    ['会议\r\n召开', {}],
    ['会议召开', {}],
  ])('%j', (text, repairs) => {
    expect(restore(plainText(text)).repairs).toEqual(repairs);
  });

  it('by the steps that made them, each with how sure it is', () => {
    const { steps } = restore(plainText('２０２４年\u200b縣委會議'));
    expect(steps.map(({ certainty, edits }) => [certainty, edits.length])).toEqual([
      ['certain', 1],
      ['likely', 2],
      ['certain', 1],
    ]);
  });

  it('twice where a text went through the same wrong table twice', () => {
    expect(restore(plainText(utf8AsLatin(utf8AsLatin('会议强调，要抓好落实。', 1), 1))).clean).toBe(
      '会议强调，要抓好落实。',
    );
  });

  it('and findings of before are kept', () => {
    const found: Finding = { code: 'date-near', severity: 'note', message: '', span: null };
    const article = { ...plainText('会议锟斤拷召开'), findings: [found] };
    expect(restore(article).findings.map(({ code }) => code)).toEqual(['date-near', 'restore-undetermined']);
    expect(restore({ ...plainText('会议召开'), findings: [found] }).findings).toEqual([found]);
  });
});
