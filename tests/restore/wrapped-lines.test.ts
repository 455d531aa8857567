import { describe, expect, it } from 'vitest';
import { rewrite } from '../../src/model/edit.ts';
import { wrappedLines } from '../../src/restore/wrapped-lines.ts';

const restored = (text: string): string => rewrite(text, wrappedLines.find(text)).text;

const full = '县政府昨天上午召开专题会议研究部署今年的防汛抗旱';
const short = (length: number): string => full.slice(0, length);

describe('lines that were broken at a fixed width', () => {
  it('get back the space between two words of Latin letters', () => {
    const text = [`${short(21)}of the`, 'county'.padEnd(6) + short(21), full, `${full}。`].join('\n');
    expect(restored(text)).toBe(`${short(21)}of the county${short(21)}${full}${full}。`);
  });

  it.each([
    ['few lines are full', [full, short(3), full, short(5), full, short(8), short(10), short(13)].join('\n')],
    [
      'few of many paragraphs have full lines',
      [
        full,
        short(3),
        full,
        short(7),
        full,
        short(5),
        '',
        `${short(9)}。`,
        '',
        `${short(12)}。`,
        '',
        `${short(15)}。`,
      ].join('\n'),
    ],
  ])('stay as they are where %s', (_why, text) => {
    expect(restored(text)).toBe(text);
  });
});
