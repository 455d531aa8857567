import { describe, expect, it } from 'vitest';
import { byteShift } from '../../src/restore/byte-shift.ts';
import { pinyinAnnotations } from '../../src/restore/pinyin-annotations.ts';

/** As many syllables as asked for that nobody ever wrote: aaaà, aabà … */
const madeUp = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => {
    const letters = [i, i / 26, i / 676, i / 17_576].map((n) => String.fromCharCode(97 + (Math.floor(n) % 26)));
    return `${letters.join('')}à`;
  });

// What is remembered of syllables is forgotten when a hostile text has more of them than the language.
describe('a text with more readings than there are', () => {
  it('loses none of its brackets, and the next text is read as ever', () => {
    const text = madeUp(33_000)
      .map((syllable) => `会(${syllable})`)
      .join('');
    expect([...pinyinAnnotations.find(text)]).toEqual([]);
    expect([...pinyinAnnotations.find('縣僑聯(lián)擴(kuò)大會(huì)議')]).toHaveLength(3);
  });

  it('gets no byte put back, and the next text is read as ever', () => {
    const text = madeUp(4200)
      .map((syllable) => `當?${syllable})`)
      .join('');
    expect([...byteShift.find(text)]).toEqual([]);
    expect([...byteShift.find('應當?shù)倪^硬')]).toHaveLength(1);
  });
});
