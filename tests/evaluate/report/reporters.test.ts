import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/evaluate/check.ts';
import { reporters, type Setting } from '../../../src/evaluate/report/index.ts';

/** Everything that could end a line, open a command, close an element or steer a terminal. */
const HOSTILE = [
  '::error::x',
  '\n::set-output name=a::b',
  '\r::stop-commands::x',
  '##[add-mask]x',
  '%0A::warning::x',
  ']]></failure><testcase name="x"/>',
  '<!--&amp;"\'',
  '\u001B[31m\u0007\u0000\u009B2J',
  '\uFFFE\uD800\u202E',
  '{0} [点击](https://example.org)',
].join('');

const quote = (words: string) => ({
  words,
  line: 2,
  column: 5,
  endLine: 2,
  endColumn: 9,
  before: HOSTILE,
  after: '::',
});

const differs: Outcome = {
  outcome: 'differs',
  path: 'a/article.txt',
  expected: {},
  record: {},
  discrepancies: [
    {
      place: 'meeting.name',
      expected: '防汛会议',
      actual: HOSTILE,
      expectedEvidence: [],
      actualEvidence: [{ start: 0, end: 4 }],
      expectedWords: [],
      actualWords: [quote(HOSTILE)],
    },
    {
      place: `x${HOSTILE}`,
      expected: null,
      actual: undefined,
      expectedEvidence: [],
      actualEvidence: [],
      expectedWords: [],
      actualWords: [],
    },
  ],
};

const outcomes: readonly Outcome[] = [
  { outcome: 'same', path: 'good.txt' },
  { outcome: 'written', path: 'new.txt' },
  differs,
  { outcome: 'missing', path: '::error::b.txt', record: {} },
  { outcome: 'failed', path: `c${HOSTILE.replaceAll('\u0000', '')}.txt`, message: HOSTILE },
  { outcome: 'obsolete', path: 'd%20e,f:g.expected.json' },
];

const setting: Setting = { folder: 'fix', version: '1.2.3', colour: false };

function reportOf(name: string, of = outcomes, how = setting): string {
  const reporter = reporters.find((one) => one.name === name);
  if (reporter === undefined) throw new Error(`no reporter ${name}`);
  return reporter.form === 'document'
    ? reporter.write(of, how)
    : of.map((outcome) => reporter.write(outcome, how)).join('');
}

describe('lines for people and for workflows', () => {
  test.each(['pretty', 'github'])('%s: nothing in an article gives a command or steers a terminal', (name) => {
    const report = reportOf(name, outcomes, { ...setting, folder: '.' });
    for (const line of report.trimEnd().split('\n')) {
      // What the runner of a workflow looks for: `::name` at the start of a line, and `##[name]` anywhere in it.
      expect(line).not.toContain('##[');
      if (line.trimStart().startsWith('::')) expect(line).toMatch(/^::error (?:\w+=[^:,\s]*[^:,]*,?)+::[^\r\n]+$/u);
      else expect(name).toBe('pretty');
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
  });

  test('github: one annotation a difference, at its words, decoding to what was said', () => {
    const [first, second] = reportOf('github', [differs]).split('\n');
    expect(first).toMatch(
      /^::error file=fix\/a\/article\.txt,line=2,endLine=2,col=5,endColumn=9,title=huiyao check%3A meeting\.name::/u,
    );
    const message = first?.split('::').slice(2).join('::') ?? '';
    expect(message.replaceAll('%0A', '\n').replaceAll('%25', '%')).toContain('%0A::warning::x');
    expect(second).toMatch(/^::error file=fix\/a\/article\.txt,line=1,/u);
    expect(reportOf('github', [{ outcome: 'obsolete', path: 'd%20e,f:g.expected.json' }])).toMatch(
      /^::error file=fix\/d%2520e%2Cf%3Ag\.expected\.json,line=1,title=huiyao check%3A obsolete::/u,
    );
  });

  test('pretty: what is as expected is not mentioned, and colours come when asked', () => {
    expect(reportOf('pretty', [{ outcome: 'same', path: 'a' }])).toBe('');
    expect(reportOf('pretty', [{ outcome: 'written', path: 'a' }])).toBe('fix/a: written\n');
    expect(reportOf('pretty', [{ outcome: 'written', path: 'a' }], { ...setting, colour: true })).toContain('\u001B[');
  });

  test('pretty: of long texts, the part that differs is shown', () => {
    const text = (middle: string) => `${'甲'.repeat(400)}${middle}${'乙'.repeat(400)}`;
    const one = { ...differs.discrepancies[0], place: 'workPlan.0.text', expected: text('一'), actual: text('二') };
    const report = reportOf('pretty', [{ ...differs, discrepancies: [one] } as Outcome]);
    expect(report).toContain(`    - "…${'甲'.repeat(20)}一${'乙'.repeat(20)}…"\n`);
    expect(report).toContain(`    + "…${'甲'.repeat(20)}二${'乙'.repeat(20)}…"\n`);
  });
});

describe('junit', () => {
  test('is well-formed XML without control characters, and counts its cases', () => {
    const report = reportOf('junit');
    const opened: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => opened.push({ name, attributes }));
    parser.write(report).close();
    expect(opened.map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'testcase',
      'testcase',
      'failure',
      'testcase',
      'failure',
      'testcase',
      'error',
      'testcase',
      'failure',
    ]);
    expect(opened[0]?.attributes).toEqual({ name: 'huiyao check', tests: '6', failures: '3', errors: '1' });
    expect(opened[6]?.attributes).toMatchObject({ name: '::error::b.txt', file: 'fix/::error::b.txt' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(report).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/u);
  });
});

describe('sarif', () => {
  test('is valid by the schema of SARIF 2.1.0, also when there is nothing to tell', () => {
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      sarifSchema,
    );
    for (const of of [outcomes, []]) {
      validate(JSON.parse(reportOf('sarif', of)));
      expect(validate.errors).toBe(null);
    }
    validate({ version: '2.1.0', runs: [{ tool: {} }] });
    expect(validate.errors).not.toBe(null);
  });

  test('points to the words in the article, in code points', () => {
    const { columnKind, results, tool } = JSON.parse(reportOf('sarif')).runs[0];
    expect(columnKind).toBe('unicodeCodePoints');
    expect(results).toHaveLength(5);
    expect(results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'fix/a/article.txt' },
          region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 9, snippet: { text: expect.anything() } },
        },
      },
    ]);
    expect(results[0].properties).toMatchObject({ place: 'meeting.name', expected: '防汛会议' });
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results[4].locations[0].physicalLocation.artifactLocation.uri).toBe('fix/d%2520e%2Cf%3Ag.expected.json');
  });

  test('an article makes no link of its own', () => {
    for (const { message } of JSON.parse(reportOf('sarif')).runs[0].results) expect(message.text).not.toContain('](');
  });
});

test('json: every outcome with its differences', () => {
  const report = JSON.parse(reportOf('json'));
  expect(report.map(({ outcome }: Outcome) => outcome)).toEqual(outcomes.map(({ outcome }) => outcome));
  expect(report[2].differences[0]).toMatchObject({ place: 'meeting.name', expected: '防汛会议' });
  expect(report[2]).not.toHaveProperty('record');
});
