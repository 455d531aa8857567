import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annotate,
  annotateBytes,
  annotateOtherwise,
  type Damage,
  gbkAsLatin,
  leavings,
  narrowMarks,
  padNames,
  spaceOut,
  strewInvisible,
  toEntities,
  toEntitiesOfEntities,
  toEscapes,
  toPrivateUse,
  toRadicals,
  toTraditional,
  toTraditionalOneByOne,
  utf8AsGbk,
  utf8AsLatin,
  utf8AsWindows,
  widen,
  wrapAt,
} from '../../scripts/damage.mjs';
import { wordsOf } from '../../src/model/span.ts';
import { restore } from '../../src/restore/index.ts';
import { readingsOf } from '../../src/restore/readings.ts';
import { plainText } from './plain-text.ts';
import { article, names, sentences } from './sentences.ts';

const runs = Number(process.env.HUIYAO_RUNS ?? 200);
const articles = fc.array(fc.nat(sentences.length - 1), { minLength: 2, maxLength: 8 }).map(article);
const seeds = fc.nat(1_000_000);

const damages: Readonly<Record<string, Damage>> = {
  padded: padNames(names),
  widened: widen,
  traditional: toTraditional,
  'traditional, one by one,': toTraditionalOneByOne,
  annotated: annotate,
  'otherwise annotated': annotateOtherwise,
  radicals: toRadicals,
  invisible: strewInvisible,
  private: toPrivateUse,
  'written as escapes': toEscapes,
  'narrow-marked': narrowMarks,
  entities: toEntities,
  'twice escaped': toEntitiesOfEntities,
  'UTF-8 as GBK': utf8AsGbk,
  'UTF-8 as Latin-1': utf8AsLatin,
  'UTF-8 as Windows-1252': utf8AsWindows,
  'UTF-8 as Windows-1252 twice': (text, seed) => utf8AsWindows(utf8AsWindows(text, seed), seed),
  'GBK as Latin-1': gbkAsLatin,
};
const restored = (text: string): string => restore(plainText(text)).clean;

describe.each(Object.entries(damages))('%s text', (_name, damage) => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(articles, seeds, (text, seed) => {
        expect(restored(damage(text, seed))).toBe(text);
      }),
      { numRuns: runs },
    );
  });

  it('is not changed by a second restoring', () => {
    fc.assert(
      fc.property(articles, seeds, (text, seed) => {
        const once = restore(plainText(damage(text, seed)));
        const twice = restore(plainText(once.clean));
        expect(twice.clean).toBe(once.clean);
        expect(twice.map.isIdentity).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('leads every word back to where it stood', () => {
    fc.assert(
      fc.property(articles, seeds, fc.nat(), fc.nat(), (text, seed, from, length) => {
        const { clean, map } = restore(plainText(damage(text, seed)));
        const start = from % clean.length;
        const span = { start, end: Math.min(clean.length, start + 1 + (length % 12)) };
        const back = map.toRewritten(map.toSource(span));
        expect(wordsOf(clean, back)).toBe(wordsOf(clean, span));
      }),
      { numRuns: runs },
    );
  });
});

// Any two kinds, in either order; but what was decoded wrongly was not touched by anybody afterwards, and of two wrong
// decodings only the same one twice is ever seen.
const isMisread = (kind: string): boolean => kind.includes(' as ');
/** A mirror annotates what it has converted, and does so once: the readings are those of the traditional characters. */
const isMirrored = (kind: string): boolean => kind.includes('annotated') || kind.startsWith('traditional');
const commute = (first: string, second: string, isInOrder: boolean): boolean =>
  !isMisread(first) &&
  (isInOrder || !isMisread(second)) &&
  !(isMirrored(second) && (first.includes('annotated') || first.slice(0, 11) === second.slice(0, 11)));
const orders = Object.entries(damages).flatMap(([first, one], i) =>
  Object.entries(damages)
    .filter(([second], j) => i !== j && commute(first, second, i < j))
    .map(([second, other]) => [first, second, one, other] as const),
);

it.each(orders)('%s, then %s text comes back as it was', (_first, _second, one, other) => {
  fc.assert(
    fc.property(articles, seeds, (text, seed) => {
      expect(restored(other(one(text, seed), seed))).toBe(text);
    }),
    { numRuns: runs },
  );
});

describe('annotations on a shifted byte boundary', () => {
  // 當的過: 94 B5 in the middle is 數. 獎者、僑: 84 D5 is 務. 體的: F7 77 … each has a character across its boundary.
  const cases: readonly (readonly [string, string])[] = [
    ['錘煉實幹擔當的過硬本領', '數'],
    ['請獎者、僑界代表發言', '務'],
  ];
  it.each(cases.flatMap(([text, ghost]) => leavings.map((leaving) => [text, ghost, leaving] as const)))(
    '%s with a ghost of %s that leaves “%s”',
    (text, ghost, leaving) => {
      const others = '會議縣黨組領導總書記聯擴煉實擔請獎僑發'.split('');
      const readings = new Map([ghost, ...others].map((one) => [one, readingsOf(one)[0] as string] as const));
      const before = '縣黨組會議傳達總書記講話精神，部署聯席會議，擴大開放。';
      const damaged = annotateBytes(`${before}${text}`, readings, leaving);
      const clean = restored(`${before}${text}`);
      const { clean: found, repairs } = restore(plainText(damaged));
      expect(found).toBe(clean);
      expect(repairs.realigned).toBe(1);
    },
  );
});

describe('a mirror that searches bytes', () => {
  // Characters that mirrors annotate; many of them lie across the boundary of two others somewhere.
  const mirrored = [
    ...'國時們開過個這說對無從務數發動電實與產點進業種見問題門間應現線義號處報導變認語讓運達還邊選標權質環體類聽論設評試請調課講護員責費車輪農連關陽階際險隨難雲領頭額顯風飛養館會議聯擴長書記黨組統戰紀檢監強',
  ];

  it.each(leavings.filter((leaving) => leaving !== '('))(
    'and leaves “%s” is undone, or what it hid is told',
    (leaving) => {
      fc.assert(
        fc.property(
          fc.array(fc.nat(sentences.length - 1), { minLength: 4, maxLength: 10 }).map(article),
          seeds,
          (text, seed) => {
            const readings = new Map(
              mirrored
                .filter((_, i) => (i * 7 + seed) % 3 > 0)
                .map((one) => [one, readingsOf(one)[0] as string] as const),
            );
            const { clean, findings } = restore(plainText(annotateBytes(toTraditional(text, 0), readings, leaving)));
            if (findings.length === 0) expect(clean).toBe(text);
          },
        ),
        { numRuns: runs },
      );
    },
  );
});

describe('undamaged text', () => {
  it('comes back as the same string with the identity map', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const { clean, map, repairs, steps, findings } = restore(plainText(text));
        expect(clean).toBe(text);
        expect(map.isIdentity).toBe(true);
        expect({ repairs, steps, findings }).toEqual({ repairs: {}, steps: [], findings: [] });
      }),
      { numRuns: runs },
    );
  });

  it('of any kind survives a second restoring', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const once = restored(text);
        expect(restored(once)).toBe(once);
      }),
      { numRuns: runs },
    );
  });
});

it('closes lines with a space behind every character', () => {
  fc.assert(
    fc.property(articles, (text) => {
      const damaged = restore(plainText(spaceOut(text, 0)));
      expect(damaged.clean).toBe(text);
    }),
    { numRuns: runs },
  );
});

it('joins lines that were broken at a fixed width', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 10, 11, 12], { minLength: 5 }), (picked) => {
      const text = article(picked).replaceAll('\n', '');
      expect(restored(wrapAt(56)(text, 0))).toBe(text);
    }),
    { numRuns: runs },
  );
});

describe('a megabyte of one character', () => {
  const signs = [
    '会',
    '會',
    '乾',
    'a',
    '(',
    ')',
    '?',
    '\uFFFD',
    '&',
    '<',
    '\u3000',
    'Ａ',
    '\u200b',
    '⼯',
    'é',
    '涓',
    '\n',
    '李',
    '锟斤拷',
    'ù)',
    '會(huì)',
    '?shù)',
    '&#',
    '<p>',
    '</b>',
    '<img>',
    '<table><tr><td>',
    '<section>会议强调，要抓好落实。</section>',
    '來源：縣<br>',
    '\\u4f1a',
    '会 ',
    '（lián）',
    '\ue863',
    'ÊÐ',
  ];
  it.each(signs)('of %j takes no more than linear time', (sign) => {
    const text = sign.repeat(Math.floor(1_000_000 / sign.length));
    for (const format of ['text', 'html'] as const) {
      const start = performance.now();
      restore({ ...plainText(text), format });
      expect(performance.now() - start).toBeLessThan(20_000);
    }
  });
});
