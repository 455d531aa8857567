import { describe, expect, test } from 'vitest';
import { HEADINGS, SUMMARY } from '../../src/cli/help.ts';
import { COMMANDS, GLOBAL } from '../../src/cli/table.ts';
import { CHINESE } from '../../src/emit/chinese.ts';
import { saidIn, sources } from '../said.ts';

/** A phrase of which nothing is left to say without its gaps: {1}: {2} */
const isBare = (template: string): boolean => !/[A-Za-z]/u.test(template.replace(/\{\d+\}/gu, ''));

/** Calls that read the same in every language: huiyao score --gold {1} */
const isCall = (template: string): boolean =>
  /^huiyao(?: [a-z]+| -{1,2}[a-z]+| \{\d+\}| [\w/]+\.jsonl)+$/u.test(template);

/** What must be in the catalogue, with the place where it is said. */
const wanted = new Map<string, string>([
  ...saidIn().map(({ template, path }) => [template, `src/${path}`] as const),
  ...[...COMMANDS.flatMap(({ options }) => options), ...GLOBAL].map(({ help }) => [help, 'src/cli/table.ts'] as const),
  ...COMMANDS.flatMap(({ summary, examples }) => [
    [summary, 'src/cli/table.ts'] as const,
    ...examples.map(([, meaning]) => [meaning, 'src/cli/table.ts'] as const),
  ]),
  ...[SUMMARY, ...HEADINGS].map((text) => [text, 'src/cli/help.ts'] as const),
  ...[
    ...(sources.get('cli/help.ts') + (sources.get('cli/command-line.ts') ?? '')).matchAll(
      /translate\('(?<text>[^']+)'\)/gu,
    ),
  ].map(({ groups }) => [groups?.text as string, 'src/cli'] as const),
]);

const gapsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/gu) ?? [])].sort();

describe('the Chinese catalogue', () => {
  test('a phrase is made by the tag say and by nothing else', () => {
    const others = [...sources].filter(
      ([path, text]) =>
        path !== 'model/phrase.ts' &&
        text.includes("phrase.ts'") &&
        /\bsay\(|new Phrase\(|as Phrase\b|as unknown as Phrase/u.test(text),
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });

  test('has every phrase and every text of help; a new one is added to src/emit/chinese.ts', () => {
    const missing = [...wanted].filter(([text]) => !isBare(text) && !isCall(text) && !Object.hasOwn(CHINESE, text));
    expect(missing.map(([text, path]) => `${path}: add to src/emit/chinese.ts: ${JSON.stringify(text)}: '…',`)).toEqual(
      [],
    );
  });

  test('has nothing that nobody says; what is left over is taken out of src/emit/chinese.ts', () => {
    expect(Object.keys(CHINESE).filter((text) => !wanted.has(text))).toEqual([]);
  });

  test('fills the same gaps as the English, in Chinese', () => {
    const wrong = Object.entries(CHINESE).filter(
      ([english, chinese]) => gapsOf(chinese).join() !== gapsOf(english).join() || !/\p{Script=Han}/u.test(chinese),
    );
    expect(wrong).toEqual([]);
  });

  test('a template is read whole, with gaps inside gaps', () => {
    const text = ['const a = say`x $', '{b ? say`y $', '{c}` : `z{`} \\`q\\` $', '{d}`;'].join('');
    expect(saidIn(new Map([['a.ts', text]])).map(({ template }) => template)).toEqual(['x {1} `q` {2}', 'y {1}']);
  });
});
