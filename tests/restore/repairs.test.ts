import { expect, it } from 'vitest';
import { utf8AsLatin } from '../../scripts/damage.mjs';
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
