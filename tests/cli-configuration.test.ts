import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type OptionRow, UsageError } from '../src/cli/command.ts';
import { configurationIn } from '../src/cli/configuration.ts';
import { configurationSchema } from '../src/cli/configuration-schema.ts';
import { optionValue } from '../src/cli/option-value.ts';
import { keyOf, settings } from '../src/cli/settings.ts';
import { COMMANDS, TABLE } from '../src/cli/table.ts';
import { schema } from '../src/index.ts';
import { scratch } from './scratch.ts';

const { folder, given, huiyao } = scratch();
const ARTICLE = '6月5日，市政府召开安全生产工作会议。市长喵小白出席会议并讲话。';
const article = join(folder, given('strange.txt', ARTICLE));
const inner = join(folder, 'project/news');
mkdirSync(inner, { recursive: true });
given('project/words.tsv', 'kind\tword\nname\t喵小白\n');
const none = join(folder, given('none.tsv', 'kind\tword\n'));

const configure = (text: string): string => join(folder, given('project/huiyao.config.json', text));
const namesIn = (args: readonly string[]): readonly string[] =>
  schema
    .parse(JSON.parse(huiyao(['extract', article, ...args], { cwd: inner }).stdout))
    .officials.map(({ name }) => name);

describe('huiyao.config.json', () => {
  test('is found above the working directory; its paths start from its folder; the option wins over it', () => {
    configure('{ "lexicon": "words.tsv" }');
    expect(namesIn([])).toEqual(['喵小白']);
    expect(namesIn(['--lexicon', none])).not.toContain('喵小白');
  });

  test('has no say where lines are answered one by one, wherever that runs', () => {
    configure('{ "textField": "body" }');
    const { stdout, stderr } = huiyao(['extract', '--stream'], {
      cwd: inner,
      input: `${JSON.stringify({ text: ARTICLE })}\n`,
    });
    expect([schema.parse(JSON.parse(stdout)).schema, stderr]).toEqual(['huiyao/1', '']);
  });

  test('is not looked for above the root of the repository', () => {
    configure('{ "lexicons": 1 }');
    mkdirSync(join(inner, '.git'), { recursive: true });
    writeFileSync(join(inner, 'one.txt'), ARTICLE);
    expect(huiyao(['extract', 'one.txt'], { cwd: inner }).status).toBe(0);
    expect(huiyao(['extract', 'news/one.txt'], { cwd: join(folder, 'project') }).status).toBe(2);
  });

  test('sets the options of the command that is run', () => {
    const cwd = join(folder, 'own');
    given('own/lines.jsonl', `${JSON.stringify({ body: ARTICLE, head: '会议召开' })}\n`);
    given('own/draft.txt', ARTICLE);
    given(
      'own/huiyao.config.json',
      '{ "$schema": "x", "textField": "body", "titleField": "head", "exclude": ["draft*"], "maxFileSize": "2MB", "lang": "zh" }',
    );
    const { stdout, stderr, status } = huiyao(['extract', '.'], { cwd });
    expect(status).toBe(0);
    expect(schema.parse(JSON.parse(stdout)).document.title).toBe('会议召开');
    expect(stderr).toBe('huiyao: 成功 1，失败 0，跳过 2\n');
    expect(huiyao(['extract', '.', '--lang', 'en'], { cwd }).stderr).toBe('huiyao: 1 ok, 0 failed, 2 skipped\n');
    given('own/huiyao.config.json', '{ "maxLineSize": 10 }');
    expect(huiyao(['extract', 'lines.jsonl'], { cwd }).stderr).toContain('error[line-too-long]');
    given('own/huiyao.config.json', '{ "color": "always" }');
    expect(huiyao(['extract', 'none'], { cwd, env: { NO_COLOR: '1' } }).stderr).toContain('\u001B[');
  });

  test.each([
    ['{ "lexicons": "words.tsv" }', 'config-key', '1:3', "help: did you mean 'lexicon'?", '^^^^^^^^^^'],
    ['{\n  "会议": 1\n}', 'config-key', '2:3', 'help: the keys are: color, lang, ', '^^^^^^'],
    ['{ "lexicon": 3 }', 'config-value', '1:14', 'lexicon: a string is wanted', '^'],
    ['{ "lexicon": "" }', 'config-value', '1:14', 'lexicon: a string is wanted', '^^'],
    ['{ "segmenter": "thulac" }', 'config-value', '1:16', 'one of these is wanted: jieba, nodejieba', '^^^^^^^^'],
    ['{ "exclude": "*.jpg" }', 'config-value', '1:14', 'exclude: a list of strings is wanted', '^^^^^^^'],
    ['{ "maxFileSize": "huge" }', 'config-value', '1:18', 'a size such as 20MB or 16MiB is wanted', '^^^^^^'],
    ['{ "min": { "date": 2 } }', 'config-value', '1:10', 'FIELD=F1 is wanted', '^^^^^^^^^^^^^'],
    ['[]', 'config-file', '1:1', 'no JSON object', '^'],
    ['lexicon: words.tsv', 'config-file', '1:1', 'no JSON: ', '^'],
    ['{ "lexicon": "会"', 'config-file', '1:17', 'no JSON: ', '^'],
    ['', 'config-file', '1:1', 'no JSON: ', '^'],
  ])('%j is told with its place', (text, code, place, words, carets) => {
    configure(text);
    const { stdout, stderr, status } = huiyao(['extract', article], { cwd: join(folder, 'project') });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error[${code}] huiyao.config.json:${place}: `);
    expect(stderr).toContain(words);
    expect(stderr).toMatch(new RegExp(`\\| +${carets.replaceAll('^', '\\^')}\\n`, 'u'));
  });

  test('every setting of the table can be read, and is in the schema for editors', async () => {
    const examples: Readonly<Record<string, unknown>> = {
      path: 'a',
      text: 'a',
      texts: ['a'],
      number: 3,
      jobs: 'auto',
      time: '3s',
      size: '3MB',
      floors: { date: 0.5 },
    };
    const values = Object.fromEntries(
      settings(TABLE).map((row) => [
        keyOf(row),
        row.setting === 'choice' ? row.choices?.[0] : examples[row.setting ?? ''],
      ]),
    );
    expect(Object.keys(await configurationIn(configure(JSON.stringify(values)), TABLE))).toEqual(Object.keys(values));
    const { properties } = configurationSchema() as { properties: Record<string, { description?: string }> };
    expect(Object.keys(properties)).toEqual(['$schema', ...Object.keys(values)]);
    expect(properties.lexicon?.description).toBe(settings(TABLE).find((row) => keyOf(row) === 'lexicon')?.help);
  });

  test('an option that several commands have is set alike in all of them', () => {
    for (const row of settings(TABLE)) {
      // The formats of records are not those of an answer or a schema: `format` sets those of records alone.
      const same = COMMANDS.flatMap(({ options }) => options).filter(
        (other) => keyOf(other) === keyOf(row) && (keyOf(row) !== 'format' || other.setting !== undefined),
      );
      expect(same.filter(({ setting, parse }) => setting !== row.setting || parse !== row.parse)).toEqual([]);
    }
  });

  test('what cannot be set has its reason', () => {
    const aCall = 'it is about one call: what is read and written by it';
    const aQuestion = 'it is a question of the moment';
    const aSwitch = 'a switch that is on in the file could not be turned off by a call';
    const reasons: Readonly<Record<string, string>> = {
      'extract output': aCall,
      'extract filesFrom': aCall,
      'extract null': aCall,
      'extract resume': aCall,
      'extract watch': aCall,
      'extract stream': aCall,
      'extract inputFormat': aCall,
      'extract published': aCall,
      'extract maxFailed': aCall,
      'extract ascii': aSwitch,
      'extract noProgress': aSwitch,
      'extract quiet': aSwitch,
      'check review': aCall,
      'check update': aCall,
      'check report': aCall,
      'check json': aSwitch,
      'score json': aSwitch,
      'score misses': aQuestion,
      'score by': aQuestion,
      'score worst': aQuestion,
      'score view': aCall,
      'score allowNoise': aSwitch,
      'validate quiet': aSwitch,
      'view output': aCall,
      'view compare': aCall,
      'view inputFormat': aCall,
      'view published': aCall,
      'view quiet': aSwitch,
      'load quiet': aSwitch,
      'who format': 'format sets that of records',
      'titles format': 'format sets that of records',
      'restore map': aCall,
      'restore explain': aSwitch,
      'restore inputFormat': aCall,
      'segment format': 'format sets that of records',
      'segment explain': aSwitch,
      'segment inputFormat': aCall,
      'segment published': aCall,
      'schema format': 'format sets that of records',
      'doctor format': 'format sets that of records',
    };
    const without = COMMANDS.flatMap(({ name, options }) =>
      options.filter(({ setting }) => setting === undefined).map((row) => `${name} ${keyOf(row)}`),
    );
    expect([...without].sort()).toEqual(Object.keys(reasons).sort());
    // A switch is what takes no value.
    for (const [name, reason] of Object.entries(reasons)) {
      const [command, key] = name.split(' ');
      const row = COMMANDS.find((one) => one.name === command)?.options.find((one) => keyOf(one) === key);
      if (reason === aSwitch) expect(row?.flags).not.toContain('<');
    }
  });

  test('sets who reads, for how long, and how records are written', () => {
    const cwd = join(folder, 'manner');
    given('manner/a.txt', ARTICLE);
    given('manner/huiyao.config.json', '{ "jobs": 2, "timeout": "20s", "format": "json" }');
    expect(huiyao(['extract', 'a.txt'], { cwd }).stdout).toMatch(/^\[\n/u);
    expect(huiyao(['extract', 'a.txt', '--format', 'jsonl'], { cwd }).stdout).toMatch(/^\{"schema"/u);
    expect(huiyao(['segment', 'a.txt'], { cwd }).stdout).not.toMatch(/^[[{]/u);
    given('manner/huiyao.config.json', '{ "jobs": "auto", "timeout": 0 }');
    expect(huiyao(['extract', 'a.txt'], { cwd }).stderr).toContain('timeout: a time such as 10s or 500ms is wanted');
    given('manner/huiyao.config.json', '{ "jobs": "all" }');
    expect(huiyao(['extract', 'a.txt'], { cwd }).stderr).toContain('jobs: a number of workers, or auto, is wanted');
  });

  test('its language holds for help, for a wrong call and for what is wrong in it', () => {
    const cwd = join(folder, 'language');
    given('language/huiyao.config.json', '\uFEFF{ "lang": "zh" }');
    expect(huiyao(['extract', '--hlep'], { cwd }).stderr).toContain('没有选项“--hlep”');
    expect(huiyao(['extract', '--help'], { cwd }).stdout).toContain('显示帮助');
    expect(huiyao(['extract', '--help', '--lang', 'en'], { cwd }).stdout).toContain('show this help');
    given('language/huiyao.config.json', '{ "lexicons": 1, "lang": "zh" }');
    expect(huiyao(['extract', 'a.txt'], { cwd }).stderr).toContain('没有键“lexicons”');
    given('language/huiyao.config.json', '{ "lang": "de" }');
    expect(huiyao(['extract', 'a.txt'], { cwd }).stderr).toContain('lang: one of these is wanted: auto, en, zh');
  });

  test("a parser's plain Error is wrong usage, any other error is a bug", async () => {
    const rowOf = (error: Error): OptionRow => ({
      flags: '--place <code>',
      help: 'a place',
      setting: 'text',
      parse() {
        throw error;
      },
    });
    const plain = rowOf(new Error('six digits are wanted'));
    expect(() => optionValue(plain, 'x', undefined)).toThrow(UsageError);
    expect(() => optionValue(plain, 'x', undefined)).toThrow(
      "option '--place <code>' takes no 'x': six digits are wanted",
    );
    expect(() => optionValue(rowOf(new TypeError('no function')), 'x', undefined)).toThrow(TypeError);
    const table = { commands: [], global: [{ ...plain, setting: 'size' as const }] };
    await expect(configurationIn(configure('{ "place": "x" }'), table)).rejects.toThrow('place: six digits are wanted');
  });
});
