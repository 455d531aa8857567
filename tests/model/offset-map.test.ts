import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, rewrite } from '../../src/model/edit.ts';
import { OffsetMap } from '../../src/model/offset-map.ts';

const runs = Number(process.env.HUIYAO_RUNS ?? 200);

const texts = fc.string({ unit: fc.constantFrom(...'会议在兰召开(kāi)abc，。\n'), maxLength: 60 });

/** Edits that fit a text: in order, apart, with replacements of any length. */
const editsOf = (text: string): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(8), fc.nat(5), fc.string({ unit: fc.constantFrom(...'會議X，'), maxLength: 4 })), {
      maxLength: 8,
    })
    .map((steps) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const [gap, length, replacement] of steps) {
        const start = at + gap;
        const end = start + length;
        if (end > text.length) break;
        edits.push({ start, end, replacement, rule: 'test' });
        at = end;
      }
      return edits;
    });

const rewritten = texts.chain((text) => fc.record({ text: fc.constant(text), edits: editsOf(text) }));
const twice = rewritten.chain(({ text, edits }) => {
  const first = rewrite(text, edits);
  return fc.record({ text: fc.constant(text), first: fc.constant(first), later: editsOf(first.text) });
});

/** What rewriting means, without any arithmetic: the units of the text one by one. */
function plainly(text: string, edits: readonly Edit[]): string {
  const units = [...Array(text.length).keys()].map((i) => text[i] as string);
  for (const { start, end, replacement } of edits.toReversed())
    units.splice(start, end - start, ...replacement.split(''));
  return units.join('');
}

describe('rewriting', () => {
  it('says what the edits say', () => {
    fc.assert(
      fc.property(rewritten, ({ text, edits }) => {
        expect(rewrite(text, edits).text).toBe(plainly(text, edits));
      }),
      { numRuns: runs },
    );
  });

  it('leads every kept character back to itself', () => {
    fc.assert(
      fc.property(rewritten, ({ text, edits }) => {
        const { text: after, map } = rewrite(text, edits);
        expect(map.length).toBe(after.length);
        expect(map.sourceLength).toBe(text.length);
        const edited = (at: number): boolean => edits.some(({ start, end }) => start <= at && at < end);
        for (let i = 0; i < after.length; i++) {
          const { start, end } = map.toSource({ start: i, end: i + 1 });
          if (end - start === 1 && !edited(start)) expect(text[start]).toBe(after[i]);
          else expect(edits.some((edit) => edit.start <= start && end <= edit.end)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it('keeps the order: no later character comes from an earlier place', () => {
    fc.assert(
      fc.property(rewritten, ({ text, edits }) => {
        const { map } = rewrite(text, edits);
        for (let i = 1; i < map.length; i++) {
          expect(map.startOf(i)).toBeGreaterThanOrEqual(map.startOf(i - 1));
          expect(map.endOf(i)).toBeGreaterThanOrEqual(map.endOf(i - 1));
        }
      }),
      { numRuns: runs },
    );
  });

  it('without edits gives the same string and the identity', () => {
    const { text, map } = rewrite('会议召开', []);
    expect(text).toBe('会议召开');
    expect(map.isIdentity).toBe(true);
    expect(map.toSource({ start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
    expect(map.toRewritten({ start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });

  it.each([
    [
      'out of order',
      [
        { start: 2, end: 3, replacement: '', rule: 'a' },
        { start: 0, end: 1, replacement: '', rule: 'b' },
      ],
      'edit 0–1 (b) after 3 in a text of 4',
    ],
    [
      'overlapping',
      [
        { start: 0, end: 3, replacement: '', rule: 'a' },
        { start: 2, end: 4, replacement: '', rule: 'b' },
      ],
      'edit 2–4 (b) after 3 in a text of 4',
    ],
    ['outside', [{ start: 3, end: 9, replacement: '', rule: 'a' }], 'edit 3–9 (a) after 0 in a text of 4'],
    ['backwards', [{ start: 3, end: 1, replacement: '', rule: 'a' }], 'edit 3–1 (a) after 0 in a text of 4'],
    [
      'with too few origins',
      [{ start: 0, end: 1, replacement: 'xy', rule: 'a', origins: [{ start: 0, end: 1 }] }],
      '1 origins for 2 units (a)',
    ],
  ] as const)('refuses edits that are %s, with the numbers', (_how, edits, message) => {
    expect(() => rewrite('会议召开', edits)).toThrow(new RangeError(message));
  });

  it('maps each unit to its own origin where the edit says so', () => {
    const origins = [
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ];
    const { text, map } = rewrite('浼氳。', [
      {
        start: 0,
        end: 2,
        replacement: '会议',
        rule: 'test',
        origins: [
          { start: 0, end: 2 },
          { start: 1, end: 2 },
        ],
      },
    ]);
    expect(text).toBe('会议。');
    // 议 has no other place than the second unit, which 会 leaves to it.
    expect(map.toSource({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(map.toSource({ start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
    expect(map.toSource({ start: 2, end: 3 })).toEqual({ start: 2, end: 3 });
    const shared = rewrite('abcd', [{ start: 0, end: 3, replacement: 'XY', rule: 'test', origins }]).map;
    expect(shared.toRewritten({ start: 0, end: 2 })).toEqual({ start: 0, end: 1 });
    expect(shared.toRewritten({ start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
  });

  it('leads back to a word alone where two share a unit that one of them has no other than', () => {
    const whole = { start: 1, end: 3 };
    const origins = [whole, whole, { start: 2, end: 3 }, { start: 3, end: 4 }];
    const { map } = rewrite('2鏃锛屾', [{ start: 1, end: 4, replacement: '𠮷|，', rule: 'test', origins }]);
    for (const span of [
      { start: 0, end: 3 },
      { start: 1, end: 3 },
      { start: 3, end: 4 },
      { start: 3, end: 5 },
    ]) {
      expect(map.toRewritten(map.toSource(span))).toEqual(span);
    }
    expect(map.toSource({ start: 0, end: 3 })).toEqual({ start: 0, end: 2 });
  });
});

describe('maps', () => {
  it('one after the other are the one that they make together', () => {
    fc.assert(
      fc.property(twice, fc.nat(), fc.nat(), ({ first, later }, from, length) => {
        const second = rewrite(first.text, later);
        const both = first.map.followedBy(second.map);
        expect(both.length).toBe(second.text.length);
        if (second.text.length === 0) return;
        const start = from % second.text.length;
        const span = { start, end: Math.min(second.text.length, start + 1 + (length % 5)) };
        const between = second.map.toSource(span);
        if (between.start === between.end) return;
        expect(both.toSource(span)).toEqual(first.map.toSource(between));
      }),
      { numRuns: runs },
    );
  });

  it('do not care how they are grouped', () => {
    fc.assert(
      fc.property(
        twice.chain((two) => {
          const second = rewrite(two.first.text, two.later);
          return fc.record({ a: fc.constant(two.first.map), b: fc.constant(second), edits: editsOf(second.text) });
        }),
        ({ a, b, edits }) => {
          const c = rewrite(b.text, edits).map;
          const left = a.followedBy(b.map).followedBy(c);
          const right = a.followedBy(b.map.followedBy(c));
          for (let i = 0; i < left.length; i++) {
            expect([left.startOf(i), left.endOf(i)]).toEqual([right.startOf(i), right.endOf(i)]);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  it('with the identity are what they were', () => {
    const { map } = rewrite('省僑聯(lián)會', [{ start: 3, end: 9, replacement: '', rule: 'test' }]);
    expect(map.followedBy(OffsetMap.identity(4))).toBe(map);
    expect(OffsetMap.identity(10).followedBy(map)).toBe(map);
  });

  it('lead back and forth to the same words', () => {
    fc.assert(
      fc.property(rewritten, fc.nat(), fc.nat(), ({ text, edits }, from, length) => {
        const { text: after, map } = rewrite(text, edits);
        if (after.length === 0) return;
        const start = from % after.length;
        const span = { start, end: Math.min(after.length, start + 1 + (length % 6)) };
        const back = map.toRewritten(map.toSource(span));
        // An edit maps as a whole, so what comes back may be wider by the rest of an edit, never narrower.
        expect(back.start).toBeLessThanOrEqual(span.start);
        expect(back.end).toBeGreaterThanOrEqual(span.end);
      }),
      { numRuns: runs },
    );
  });

  it('leave out what was deleted between two characters', () => {
    const { map } = rewrite('聯(lián)會', [{ start: 1, end: 7, replacement: '', rule: 'test' }]);
    expect(map.toSource({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(map.toSource({ start: 1, end: 2 })).toEqual({ start: 7, end: 8 });
    expect(map.toSource({ start: 0, end: 2 })).toEqual({ start: 0, end: 8 });
    expect(map.toRewritten({ start: 0, end: 8 })).toEqual({ start: 0, end: 2 });
  });

  it('lead an empty span to an empty one, before what follows it', () => {
    const { map } = rewrite('聯(lián)會', [{ start: 1, end: 7, replacement: '', rule: 'test' }]);
    expect(map.toSource({ start: 1, end: 1 })).toEqual({ start: 7, end: 7 });
    expect(map.toSource({ start: 2, end: 2 })).toEqual({ start: 8, end: 8 });
  });

  it.each([
    [{ start: -1, end: 1 }, 'span -1–1 in a text of 4'],
    [{ start: 2, end: 9 }, 'span 2–9 in a text of 4'],
    [{ start: 3, end: 2 }, 'span 3–2 in a text of 4'],
  ])('refuse the span %j', (span, message) => {
    expect(() => OffsetMap.identity(4).toSource(span)).toThrow(new RangeError(message));
  });

  it('refuse to follow a text of another length', () => {
    expect(() => OffsetMap.identity(4).followedBy(OffsetMap.identity(5))).toThrow(
      new RangeError('a map from 5 units cannot follow a text of 4'),
    );
  });
});
