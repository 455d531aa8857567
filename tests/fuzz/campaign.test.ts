import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faultsIn } from '../../scripts/fuzz/checks.mjs';
import { type FuzzInput, inputOf, KIND_NAMES } from '../../scripts/fuzz/inputs.mjs';
import { shrunk } from '../../scripts/fuzz/shrink.mjs';
import { NONE } from '../../src/lexicon/additions.ts';
import type { Raw, Restored } from '../../src/model/document.ts';
import { OffsetMap } from '../../src/model/offset-map.ts';
import { program } from './program.ts';

/** So many seeds are a second or two; `npm run fuzz` goes through millions. */
const SEEDS = 600;

const input = (content: string | Buffer, kind = 'pieces', format: 'html' | null = null): FuzzInput => ({
  ...{ kind, content, format },
  ...{ published: null, wanted: null, isGenuine: false },
});
const MEETING = '7月3日，青石县召开防汛工作会议。青石县县长王建国主持会议。';

describe('a campaign', () => {
  test('finds nothing in its first inputs, of which there are all kinds', () => {
    const kinds = new Set<string>();
    const faults: unknown[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const one = inputOf(seed);
      kinds.add(one.kind);
      for (const fault of faultsIn(program, one, seed % 4 === 0) ?? []) faults.push({ seed, fault });
    }
    expect(faults).toEqual([]);
    expect([...kinds].sort()).toEqual([...KIND_NAMES].sort());
  });

  test('makes the same input of the same seed', () => {
    for (let seed = 1; seed <= 200; seed++) expect(inputOf(seed)).toEqual(inputOf(seed));
    const contents = Array.from({ length: 200 }, (_, seed) => inputOf(seed).content.toString('utf8'));
    expect(new Set(contents).size).toBeGreaterThan(190);
  });
});

/** A program with something wrong in it, by what a campaign must say of it. */
const BROKEN: Readonly<Record<string, object>> = {
  'exception: Error: broken': {
    readArticle: () => {
      throw new Error('broken');
    },
    readRestored: () => {
      throw new Error('broken');
    },
  },
  'evidence: “日，青石”': {
    readRestored: (restored: Restored) => {
      const read = program.readRestored(restored, {});
      const date = { ...read.record.date, evidence: [{ start: 3, end: 7 }] };
      return { ...read, record: { ...read.record, date } };
    },
  },
  'place: 5–999 of': {
    readRestored: (restored: Restored) => {
      const read = program.readRestored(restored, {});
      const date = { ...read.record.date, evidence: [{ start: 5, end: 999 }] };
      return { ...read, record: { ...read.record, date } };
    },
  },
  'unicode: half': {
    readRestored: (restored: Restored) => {
      const read = program.readRestored(restored, {});
      return { ...read, record: { ...read.record, outlet: '\uD800' } };
    },
  },
  'map: unit 1 comes from 0–1': {
    restoreArticle: (raw: Raw) => {
      const restored = program.restoreArticle(raw);
      const back = Int32Array.from(restored.clean, (_, i) => (i === 0 ? 4 : 0));
      return {
        ...restored,
        map: OffsetMap.of(
          back,
          back.map((at) => at + 1),
          restored.text.length,
        ),
      };
    },
    readRestored: (restored: Restored) =>
      program.readRestored({ ...restored, map: OffsetMap.identity(restored.clean.length) }, {}),
  },
  'map: the repairs': {
    restoreArticle: (raw: Raw) => ({ ...program.restoreArticle(raw), clean: `${MEETING.slice(1)}。` }),
  },
  'stages: give another': { readArticle: (raw: Raw) => ({ ...program.readArticle(raw), id: '' }) },
  'mentions: are out of order': {
    readRestored: (restored: Restored) => {
      const { record, recognised } = program.readRestored(restored, { lexicon: NONE });
      return { record, recognised: { ...recognised, mentions: recognised.mentions.toReversed() } };
    },
  },
};

describe('what a campaign holds against a reading', () => {
  test('is nothing for a sound one', () => {
    expect(faultsIn(program, input(MEETING))).toEqual([]);
    expect(faultsIn(program, input(Buffer.from([0xff, 0xd8, 0xff, 0xe0])))).toBeNull();
    expect(faultsIn(program, input('{"text":', 'lines'))).toBeNull();
    expect(faultsIn(program, input('kind\tword\nx\ty', 'tables'))).toBeNull();
  });

  test.each(Object.entries(BROKEN))('%s', (fault, broken) => {
    const faults = faultsIn({ ...program, ...broken }, input(MEETING)) ?? [];
    expect(faults.join('\n')).toContain(fault);
  });

  test('reading: another than the known one', () => {
    const known = Array.from({ length: 100 }, (_, seed) => inputOf(seed)).find(({ kind }) => kind === 'known');
    const wanted = { ...(known?.wanted as object), date: '1999-01-01' };
    expect(faultsIn(program, { ...(known as FuzzInput), wanted })?.join()).toMatch(/^reading: date "1999-01-01" → /u);
  });

  test('memory: what is read in another way when others were read in between', () => {
    let times = 0;
    const forgetful = { ...program, readArticle: (raw: Raw) => ({ ...program.readArticle(raw), id: String(times++) }) };
    faultsIn(forgetful, input(MEETING));
    expect(faultsIn(forgetful, input(`${MEETING}又`))?.join('\n')).toContain('memory: ');
    faultsIn(program, input(MEETING));
  });
});

describe('an input that fails is made short', () => {
  test.each(['前面的话一是加强学习后面的话', Buffer.from('前面的话一是加强学习后面的话')])('%o', (content) => {
    const fails = (shorter: string | Buffer): boolean => shorter.toString('utf8').includes('一是');
    expect(shrunk<string | Buffer>(content, fails).toString('utf8')).toBe('一是');
  });

  test('with no more attempts than there is patience', () => {
    let attempts = 0;
    const fails = (): boolean => {
      attempts++;
      return false;
    };
    expect(shrunk('会'.repeat(1000), fails, 50)).toBe('会'.repeat(1000));
    expect(attempts).toBe(50);
  });
});

/** Inputs that broke a promise once, as they were found. */
const FOUND = fileURLToPath(new URL('../../fixtures/found/', import.meta.url));

const kindOf = (name: string): string =>
  name.endsWith('.jsonl') ? 'lines' : name.endsWith('.tsv') ? 'tables' : 'pieces';

describe('what broke a promise once', () => {
  test.each(readdirSync(FOUND).sort())('%s', (name) => {
    const bytes = readFileSync(`${FOUND}${name}`);
    const kind = kindOf(name);
    const content = kind === 'pieces' ? bytes : bytes.toString('utf8');
    expect(faultsIn(program, input(content, kind)) ?? []).toEqual([]);
    if (name.endsWith('.html')) expect(faultsIn(program, input(content, kind, 'html')) ?? []).toEqual([]);
  });
});
