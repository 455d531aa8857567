import { describe, expect, test } from 'vitest';
import { edtf } from '../../src/fields/calendar.ts';
import { dayIn, publishedDay } from '../../src/fields/published-day.ts';

const shown = (words: string | null): string | null => {
  const day = dayIn(words);
  return day === null ? null : edtf(day);
};

test.each([
  ['2024-10-20', '2024-10-20'],
  ['2024-1-2', '2024-01-02'],
  ['2024/10/20 08:00', '2024-10-20'],
  ['2024.10.20', '2024-10-20'],
  ['2024_10_20', '2024-10-20'],
  ['2024年10月20日', '2024-10-20'],
  ['２０２４年１０月２０日', '2024-10-20'],
  ['20241020', '2024-10-20'],
  ['t20241020_123.html', '2024-10-20'],
  ['2024-10-20T08:00:00+08:00', '2024-10-20'],
  ['发布于 2024-10-20', '2024-10-20'],
  ['1999-12-31', '1999-12-31'],
  ['2100-01-01', '2100-01-01'],
  ['2024-02-29', '2024-02-29'],
  ['Jul 31, 2024', '2024-07-31'],
  ['July 31 2024', '2024-07-31'],
  ['Sept. 1st, 2024', '2024-09-01'],
  ['May 2nd 2024', '2024-05-02'],
  ['AUG 3rd, 2024', '2024-08-03'],
  ['jan 4th, 2024', '2024-01-04'],
  ['31 Jul 2024', '2024-07-31'],
  ['Wed, 31 July 2024 08:00:00 GMT', '2024-07-31'],
  ['3 Dec., 2024', '2024-12-03'],
  ['5 Feb, 2024', '2024-02-05'],
  ['6 Mar 2024', '2024-03-06'],
  ['7 Apr 2024', '2024-04-07'],
  ['8 Jun 2024', '2024-06-08'],
  ['9 Oct 2024', '2024-10-09'],
  ['10 Nov 2024', '2024-11-10'],
  // What looks like a day and has none gives way to the next form.
  ['2024-13-20, Jul 31, 2024', '2024-07-31'],
  [`${'x'.repeat(190)}2024-1-2`, '2024-01-02'],
])('%s names %s', (words, day) => {
  expect(shown(words)).toBe(day);
});

test.each([
  null,
  '',
  '昨天',
  '10月20日',
  '2024',
  '2024-10',
  '2024-00-20',
  '2024-13-20',
  '2024-10-00',
  '2024-10-32',
  '2023-02-29',
  '2024-10-201',
  '1899-10-20',
  '2200-10-20',
  '202410201',
  '20241320',
  'Foo 31, 2024',
  '31 Foo 2024',
  'Jul 32, 2024',
  `${'x'.repeat(200)}2024-10-20`,
])('%s names no day', (words) => {
  expect(shown(words)).toBe(null);
});

describe('the day of publication', () => {
  const origin = { path: null, line: null, id: null, title: null, published: null };
  const page = { title: null, published: null, outlet: null };
  const [beside, onPage, inName] = ['2024-10-20', '2023-09-19', '2022-08-18'];
  const dayOf = (
    said: { published?: string; path?: string; line?: number },
    published: string | null = null,
  ): string | null => {
    const day = publishedDay({ origin: { ...origin, ...said }, page: { ...page, published } });
    return day === null ? null : edtf(day);
  };

  test('is what is said beside the article, else on the page, else in the name of its file', () => {
    expect(dayOf({ published: beside, path: `${inName}.txt` }, onPage)).toBe(beside);
    expect(dayOf({ path: `${inName}.txt` }, onPage)).toBe(onPage);
    expect(dayOf({ path: `${inName}.txt` })).toBe(inName);
    expect(dayOf({ published: '昨天' }, onPage)).toBe(onPage);
    expect(dayOf({})).toBe(null);
    expect(publishedDay({ origin, page: null })).toBe(null);
  });

  test('is not in the name of a folder, nor of a file of many articles', () => {
    expect(dayOf({ path: `${inName}/news.txt` })).toBe(null);
    expect(dayOf({ path: `${inName}\\news.txt` })).toBe(null);
    expect(dayOf({ path: `${beside}/${inName}.txt` })).toBe(inName);
    expect(dayOf({ path: `${beside}\\${inName}.txt` })).toBe(inName);
    expect(dayOf({ path: `${inName}.jsonl`, line: 3 })).toBe(null);
  });
});
