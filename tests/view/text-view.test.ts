import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restore } from '../../src/index.ts';
import { changesOf, RuleNames } from '../../src/view/changes.ts';
import { markupOf } from '../../src/view/markup.ts';
import type { Content } from '../../src/view/page/element.ts';
import { type Evidenced, restoredText } from '../../src/view/page/report-data.ts';
import { stretchesOf, textView } from '../../src/view/page/text-view.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** All text in content, as `textContent` gives it. */
function textIn(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return content;
  return 'tag' in content ? textIn(content.content) : content.map(textIn).join('');
}

const value = (at: string, ...places: readonly (readonly [number, number])[]): Evidenced => ({
  at,
  field: at.split('.')[0] as string,
  places: places.map(([start, end]) => [start, end, start, end]),
});

describe('what restoring changed', () => {
  const articles = ['articles', 'damage', 'pages'].flatMap((set) =>
    readdirSync(join(fixtures, set), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(fixtures, set, name))
          .filter((file) => /^(?:article|damaged|page)\.(?:txt|html)$/u.test(file))
          .map((file) => `${set}/${name}/${file}`),
      ),
  );

  test.each(articles)('applied to the source, gives the restored text: %s', (path) => {
    const article = restore(readFileSync(join(fixtures, path)), { path });
    const rules = new RuleNames();
    const changes = changesOf(article, rules);
    expect(restoredText({ text: article.text, changes })).toBe(article.clean);
    expect(changes.filter(([, , , ...named]) => named.length === 0)).toEqual([]);
    expect(changes.every(([start, end], i) => start <= end && start >= (changes[i - 1]?.[1] ?? 0))).toBe(true);
  });

  test('is told with the rules that did it', () => {
    const rules = new RuleNames();
    const article = restore(
      '省僑聯(lián)召開(kāi)會(huì)議(yì)，討(tǎo)論(lùn)僑務(wù)工作。會(huì)議(yì)由主席主持。',
    );
    const changes = changesOf(article, rules).map(([start, end, to]) => [article.text.slice(start, end), to]);
    expect(changes.slice(0, 4)).toEqual([
      ['僑', '侨'],
      ['聯', '联'],
      ['(lián)', ''],
      ['開', '开'],
    ]);
    expect(rules.list.map(([id]) => id)).toEqual(
      expect.arrayContaining(['restore/pinyin-annotations', 'restore/script']),
    );
  });
});

describe('the lines under a text', () => {
  test('of values with the same words are one', () => {
    const [one, ...others] = stretchesOf([value('officials.0', [2, 5]), value('attendees.3', [2, 5])], 'restored');
    expect(one).toMatchObject({
      start: 2,
      end: 5,
      field: 'officials',
      values: ['officials.0', 'attendees.3'],
      lane: 0,
    });
    expect(others).toEqual([]);
  });

  test('that share a character lie in different lanes, the short one nearest', () => {
    const lanes = stretchesOf(
      [value('workPlan.0', [0, 20]), value('venue', [5, 8]), value('meeting', [7, 12])],
      'source',
    );
    expect(lanes.map(({ field, lane }) => [field, lane])).toEqual([
      ['workPlan', 2],
      ['venue', 0],
      ['meeting', 1],
    ]);
  });

  test('cross without hiding each other: both are under the shared words, and each goes on alone', () => {
    const tree = textView(
      { text: '甲乙丙丁戊己', changes: [] },
      [value('venue', [0, 4]), value('date', [2, 6])],
      'source',
      [],
    );
    expect(markupOf(tree)).toBe(
      '<div class="text" lang="zh-CN" data-side="source"><p>' +
        '<span class="u f-venue l0 s" data-v="venue">甲乙</span>' +
        '<span class="u f-date l1 s" data-v="date"><span class="u f-venue l0 e" data-v="venue">丙丁</span></span>' +
        '<span class="u f-date l1 e" data-v="date">戊己</span></p></div>',
    );
  });

  test('of words that a value was only computed from are marked as such', () => {
    const tree = textView({ text: '今年5月', changes: [] }, [value('date', [2, 4], [0, 2])], 'restored', []);
    expect(markupOf(tree)).toContain('class="u f-date l0 by s e" data-v="date">今年');
  });

  test('leave the text as it is, wherever they run and whatever is in it', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 12 });
    const words = fc.string({
      unit: fc.constantFrom('会', '\n', '\r\n', '\u202e', '𠮷', '\ud800', '<', ' ', '\0'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, spans, fc.string({ maxLength: 3 }), fc.nat(40), (text, places, to, at) => {
        const values = places.map(([a, b], i) =>
          value(`date.${i}`, [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]),
        );
        const start = Math.min(at, text.length);
        const end = Math.min(start + 2, text.length);
        const source = { text, changes: [[start, end, to]] as const };
        expect(textIn(textView(source, values, 'source', []))).toBe(text);
        const clean = values.filter(({ places: [place] }) => (place?.[1] ?? 0) <= start);
        expect(textIn(textView(source, clean, 'restored', []))).toBe(restoredText(source));
      }),
    );
  });
});
