import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, meetingNamesIn, Pairs } from '../../src/fields/meeting-name.ts';

const name = fc.string({ unit: fc.constantFrom('市', '委', '工', '作', '会', '议'), maxLength: 12 });
const whole = (text: string) => ({ start: 0, end: text.length });

describe('likeness', () => {
  it('is the share of the pairs of the shorter name', () => {
    expect(likeness('全市科技工作会议', '科技工作会议')).toBe(1);
    expect(likeness('科技工作会', '科技大会')).toBeCloseTo(1 / 3);
    expect(likeness('会', '会议')).toBe(0);
  });

  it('is given up only where it cannot be enough', () => {
    fc.assert(
      fc.property(name, name, fc.constantFrom(0.2, 0.6, 0.8), (a, b, least) => {
        const all = likeness(a, b);
        expect(likeness(a, b, least)).toBe(all >= least ? all : 0);
      }),
    );
  });
});

describe('Pairs', () => {
  it('may stand wherever a name stands that is like theirs', () => {
    fc.assert(
      fc.property(name, name, name, name, (known, other, before, behind) => {
        const text = before + other + behind;
        const count = Math.floor(likeness(known, other) * (Math.min(known.length, other.length) - 1));
        expect(new Pairs(known).mayStandIn(text, whole(text), count)).toBe(true);
      }),
    );
  });

  it('do not stand where too few of them do', () => {
    const text = '会议指出，要抓好落实。';
    expect(new Pairs('全市科技工作会议').mayStandIn(text, whole(text), 1)).toBe(true);
    expect(new Pairs('全市科技工作会议').mayStandIn(text, whole(text), 4)).toBe(false);
  });
});

describe('meetingNamesIn', () => {
  const text = '3月5日，县教育局召开全县中小学安全工作会议，会议要求抓好落实。';
  const words = (least?: number) =>
    meetingNamesIn(text, whole(text), least).map(({ start, end }) => text.slice(start, end));

  it('leaves out clauses that are too short for the name that is looked for', () => {
    expect(words()).toEqual(['全县中小学安全工作会议', '会议']);
    expect(words(11)).toEqual(['全县中小学安全工作会议']);
    expect(words(60)).toEqual([]);
  });
});
