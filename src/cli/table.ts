import { say } from '../model/phrase.ts';
import { type CommandRow, type OptionRow, type Table, WrongValue } from './command.ts';

const count = (value: string): number => {
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new WrongValue(say`a positive whole number is wanted`);
  return Number(value);
};

const countOrNone = (value: string): number => {
  if (!/^\d{1,9}$/u.test(value)) throw new WrongValue(say`a whole number is wanted`);
  return Number(value);
};

const several = (value: string, before: unknown): readonly string[] => [
  ...((before as string[] | undefined) ?? []),
  value,
];

/** 20MB · 16MiB · 512kB · 4096 */
const SIZE = /^(?<amount>\d{1,12}(?:\.\d{1,3})?)\s?(?<unit>k|M|G|kB|MB|GB|KiB|MiB|GiB|B)?$/u;
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  k: 1e3,
  kB: 1e3,
  M: 1e6,
  MB: 1e6,
  G: 1e9,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};

const size = (value: string): number => {
  const { amount, unit } = SIZE.exec(value)?.groups ?? {};
  if (amount === undefined) throw new WrongValue(say`a size such as 20MB or 16MiB is wanted`);
  return Math.floor(Number(amount) * (UNITS[unit ?? 'B'] as number));
};

/** 10 · 10s · 500ms · 2m: milliseconds. */
const duration = (value: string): number => {
  const { amount, unit = 's' } = /^(?<amount>\d{1,9}(?:\.\d{1,3})?)\s?(?<unit>ms|s|m)?$/u.exec(value)?.groups ?? {};
  const milliseconds = Math.ceil(Number(amount) * ({ ms: 1, s: 1000, m: 60_000 }[unit] as number));
  // A timer of Node holds no more than this.
  if (!(milliseconds >= 1 && milliseconds < 2 ** 31)) throw new WrongValue(say`a time such as 10s or 500ms is wanted`);
  return milliseconds;
};

const jobs = (value: string): number | 'auto' => {
  if (value === 'auto') return value;
  if (!/^[1-9]\d{0,2}$/u.test(value)) throw new WrongValue(say`a number of workers, or auto, is wanted`);
  return Number(value);
};

/** officials.name=0.88 */
const floor = (value: string, before: unknown): Readonly<Record<string, number>> => {
  const { field, least } = /^(?<field>[\w.]+)=(?<least>0(?:\.\d+)?|1(?:\.0+)?|\.\d+)$/u.exec(value)?.groups ?? {};
  if (field === undefined) throw new WrongValue(say`FIELD=F1 is wanted, with F1 from 0 to 1: officials.name=0.88`);
  return { ...(before as Record<string, number> | undefined), [field]: Number(least) };
};

const SEGMENTER: OptionRow = {
  flags: '--segmenter <name>',
  help: 'what cuts the words (nodejieba must be installed)',
  choices: ['jieba', 'nodejieba'],
  setting: 'choice',
  preset: 'jieba',
};

const LEXICON: OptionRow = {
  flags: '--lexicon <file>',
  help: 'a TSV file with names, organisations, posts and places to know',
  setting: 'path',
};

const PUBLISHED: OptionRow = {
  flags: '--published <day>',
  help: 'the day of publication (2024-10-20); a JSON line that has its own keeps it',
};

const MAX_FILE_SIZE: OptionRow = {
  flags: '--max-file-size <size>',
  help: 'most bytes of one article',
  parse: size,
  preset: 20e6,
  setting: 'size',
};

const READING: readonly OptionRow[] = [
  {
    flags: '--input-format <kind>',
    help: 'what the inputs are, whatever their names say',
    choices: ['text', 'html', 'jsonl'],
  },
  {
    flags: '--exclude <pattern>',
    help: "leave out paths such as '*.jpg' or 'drafts/**'; may be repeated",
    parse: several,
    setting: 'texts',
  },
  PUBLISHED,
  { flags: '--text-field <name>', help: 'JSON Lines: the field with the text', preset: 'text', setting: 'text' },
  { flags: '--title-field <name>', help: 'JSON Lines: the field with the headline', preset: 'title', setting: 'text' },
  {
    flags: '--date-field <name>',
    help: 'JSON Lines: the field with the day of publication',
    preset: 'published',
    setting: 'text',
  },
  { flags: '--id-field <name>', help: 'JSON Lines: the field with the id', preset: 'id', setting: 'text' },
  MAX_FILE_SIZE,
  {
    flags: '--max-line-size <size>',
    help: 'JSON Lines: most bytes of one line',
    parse: size,
    preset: 16 * 2 ** 20,
    setting: 'size',
  },
  SEGMENTER,
  LEXICON,
];

/** The options of every command. */
export const GLOBAL: readonly OptionRow[] = [
  {
    flags: '--color <when>',
    help: 'when messages are coloured',
    choices: ['auto', 'always', 'never'],
    setting: 'choice',
    preset: 'auto',
  },
  {
    flags: '--lang <language>',
    help: 'the language of messages and help; auto asks the locale',
    choices: ['auto', 'en', 'zh'],
    setting: 'choice',
    preset: 'auto',
  },
];

const DATABASE: OptionRow = { flags: '--db <file>', help: 'the database', preset: 'meetings.duckdb', setting: 'path' };

const QUERY_FORMAT: OptionRow = {
  flags: '--format <format>',
  help: 'how the answer is written',
  choices: ['text', 'json'],
  preset: 'text',
};

/** The commands, in the order in which help lists them. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'extract',
    paths: '[paths...]',
    summary: 'read articles (files, folders, - for stdin) and write records',
    examples: [
      ['huiyao extract news/ -o records.jsonl', 'every article of a folder, one record a line'],
      ['huiyao extract article.txt --format json', 'one article, laid out for reading'],
      ['huiyao extract news/ --format csv -o tables', 'tables for a spreadsheet, one file each, in a folder'],
      ['huiyao extract crawl.jsonl --text-field body --date-field day', 'one article a line'],
      ['huiyao extract news/ -o records.jsonl --watch', 'and again whenever an article changes'],
      ['curl -s https://example.org/a.html | huiyao extract - --input-format html', 'a page from stdin'],
      ['huiyao extract --stream < crawl.jsonl', 'one line out for every line in, a record or an error'],
    ],
    options: [
      {
        flags: '--format <format>',
        help: 'how records are written; csv is one file a table',
        choices: ['jsonl', 'json', 'csv', 'parquet'],
        preset: 'jsonl',
        setting: 'choice',
      },
      { flags: '-o, --output <path>', help: 'write to a file (csv: a folder), which appears when it is complete' },
      { flags: '--files-from <list>', help: 'read also the paths in a file, one a line; - for stdin' },
      { flags: '-0, --null', help: 'the paths of --files-from end with NUL, as find -print0 writes them' },
      {
        flags: '--resume',
        help: 'go on where a run of the same call with -o was stopped or killed; without such a run, begin',
      },
      {
        flags: '--watch',
        help: 'read again what changes, and write the file of -o anew each time, until ctrl-C',
      },
      {
        flags: '--stream',
        help:
          'JSON Lines on stdin, one line out for every line in, at once and in order: a record, or for a line without ' +
          'an article {"schema":"huiyao-error/1","id","error":{"code","message","column","help"}}. ' +
          'No other file is touched, and the exit code is 0 however many lines are bad',
      },
      {
        flags: '-j, --jobs <n>',
        help:
          'read with so many workers; the output is the same for any number ' +
          '(default: auto, one a processor, 8 at most; with --stream 1)',
        parse: jobs,
        setting: 'jobs',
      },
      {
        flags: '--timeout <time>',
        help: 'most time for one document, such as 10s or 500ms; one that takes longer has failed',
        parse: duration,
        preset: 10_000,
        presetText: '10s',
        setting: 'time',
      },
      {
        flags: '--max-failed <n>',
        help: 'stop when more than n inputs have failed, with exit code 3; --resume goes on, up to n more',
        parse: countOrNone,
      },
      { flags: '--ascii', help: 'write everything above U+007F as \\uXXXX' },
      { flags: '--no-progress', help: 'no bar on stderr; it shows on a terminal only, after a second' },
      { flags: '-q, --quiet', help: 'no summary and no bar on stderr' },
      ...READING,
    ],
    load: () => import('./extract.ts'),
  },
  {
    name: 'check',
    paths: '<folder>',
    summary: 'read the articles of a folder and compare each with its .expected.json',
    examples: [
      ['huiyao check fixtures/articles', 'tell every field that differs'],
      ['huiyao check fixtures/articles --review', 'go through what differs, field by field, and accept or reject it'],
      ['huiyao check fixtures/articles --update', 'take what the program gives now as expected'],
      ['huiyao check fixtures/articles --report pretty --report junit=out.xml', 'for people, and for a build server'],
    ],
    options: [
      { flags: '--review', help: 'ask about every field that differs, and write what is accepted (refused in CI)' },
      { flags: '--update', help: 'write the expected files, and remove those without an article (refused in CI)' },
      {
        flags: '--report <format[=file]>',
        help: 'pretty, github (annotations), junit, sarif or json, to stdout or a file; may be repeated (default: pretty)',
        parse: several,
      },
      { flags: '--json', help: 'the same as --report json' },
      SEGMENTER,
      LEXICON,
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'score',
    paths: '<records>',
    summary: 'measure records against gold: precision, recall and F1 by field',
    examples: [
      ['huiyao score --gold gold.jsonl records.jsonl', 'the table'],
      ['huiyao score --gold gold/ records.jsonl --misses date', 'what was missed (-) and what was wrong (+)'],
      ['huiyao score --gold gold/ records.jsonl --min officials.name=0.88', 'exit code 1 when F1 is lower'],
      [
        'huiyao score --gold gold/ records.jsonl --by year --worst 5',
        'year by year, and the articles to look at first',
      ],
      ['huiyao score --gold gold/ records.jsonl --worst 5 --view report.html', 'with links into that page'],
      ['huiyao score --gold gold/ records.jsonl --baseline before.json', 'what rose and what fell since that --json'],
    ],
    options: [
      { flags: '--gold <path>', help: 'a folder of *.gold.json, or JSON Lines', setting: 'path' },
      { flags: '--json', help: 'the figures as JSON' },
      { flags: '--misses <field>', help: 'list what differs in one field' },
      { flags: '--limit <n>', help: 'how many lines --misses lists', parse: count, preset: 40, setting: 'number' },
      { flags: '--by <field>', help: 'also score slice by slice: kind, year, outlet, meeting.type …' },
      { flags: '--worst <n>', help: 'also list the articles with the most errors', parse: count },
      {
        flags: '--view <page>',
        help: 'with --worst: tell where a page of huiyao view, a file or an address, shows each',
      },
      {
        flags: '--min <field=f1>',
        help: 'the least F1 of a field; may be repeated',
        parse: floor,
        preset: {},
        setting: 'floors',
      },
      {
        flags: '--baseline <file>',
        help: 'compare with a saved --json; exit code 1 when a field has fallen',
        setting: 'path',
      },
      { flags: '--allow-noise', help: 'let a fall pass that may be chance: its 95% interval holds 0' },
    ],
    load: () => import('./score.ts'),
  },
  {
    name: 'validate',
    paths: '[records]',
    summary: 'check existing records: their form, and their evidence against the sources',
    examples: [
      ['huiyao validate records.jsonl', 'sources by the paths in the records'],
      ['huiyao validate records.jsonl --sources /data', 'paths in the records start there'],
    ],
    options: [
      {
        flags: '--sources <folder>',
        help: 'the folder in which the paths of the records start',
        preset: '.',
        setting: 'path',
      },
      {
        flags: '--text-field <name>',
        help: 'JSON Lines sources: the field with the text',
        preset: 'text',
        setting: 'text',
      },
      { flags: '-q, --quiet', help: 'no summary on stderr' },
    ],
    load: () => import('./validate.ts'),
  },
  {
    name: 'view',
    paths: '[paths...]',
    summary: 'show records, or articles, as a page: every value beside its words',
    examples: [
      ['huiyao view records.jsonl -o report.html', 'articles by the paths in the records'],
      ['huiyao view news/ -o report.html', 'articles, read on the spot'],
      ['huiyao view new.jsonl --compare old.jsonl -o report.html', 'two runs, or a record and gold'],
    ],
    options: [
      { flags: '-o, --output <file>', help: 'the page; a folder of pages when it grows too large' },
      { flags: '--compare <path>', help: 'records of another run, or gold, to compare with' },
      {
        flags: '--sources <folder>',
        help: 'the folder in which the paths of the records start',
        preset: '.',
        setting: 'path',
      },
      { flags: '--max-page-size <size>', help: 'most bytes of one page', parse: size, preset: 20e6, setting: 'size' },
      { flags: '-q, --quiet', help: 'no summary on stderr' },
      ...READING,
    ],
    load: () => import('./view.ts'),
  },
  {
    name: 'load',
    paths: '[records...]',
    summary: 'put records into a database (DuckDB), one row an article, a person, a title',
    examples: [
      ['huiyao load records.jsonl --db meetings.duckdb', 'loading the same records again changes nothing'],
      ['huiyao extract news/ | huiyao load --db meetings.duckdb', 'straight from the articles'],
    ],
    options: [DATABASE, { flags: '-q, --quiet', help: 'no summary on stderr' }],
    load: () => import('./load.ts'),
  },
  {
    name: 'who',
    paths: '<name>',
    summary: "a person's titles and appearances over time, from a database",
    examples: [['huiyao who 秦禾 --db meetings.duckdb', 'namesakes are shown apart']],
    options: [DATABASE, QUERY_FORMAT],
    load: () => import('./who.ts'),
  },
  {
    name: 'titles',
    paths: '<title>',
    summary: 'who held a post when, and who at the same time, from a database',
    examples: [['huiyao titles 省侨联主席 --db meetings.duckdb', 'called as articles write it']],
    options: [DATABASE, QUERY_FORMAT],
    load: () => import('./titles.ts'),
  },
  {
    name: 'restore',
    paths: '[path]',
    summary: 'write just the restored text of an article',
    examples: [
      ['huiyao restore mirror.html', 'the text as people wrote it'],
      ['huiyao restore mirror.txt --explain > clean.txt', 'and every repair on stderr'],
    ],
    options: [
      { flags: '--map <file>', help: 'write the map from restored text to source as JSON' },
      { flags: '--explain', help: 'list every repair on stderr' },
      { flags: '--input-format <kind>', help: 'what the input is, whatever its name says', choices: ['text', 'html'] },
      MAX_FILE_SIZE,
    ],
    load: () => import('./restore.ts'),
  },
  {
    name: 'segment',
    paths: '[path]',
    summary: 'write just the sentences, words and mentions of an article',
    examples: [
      ['huiyao segment article.txt', 'sentence by sentence, each mention with the rule that made it'],
      ['huiyao segment article.txt --explain', 'with the readings of names that lost, and by what'],
      ['huiyao segment article.txt --format json', 'the same for programs'],
    ],
    options: [
      { flags: '--format <format>', help: 'how it is written', choices: ['text', 'json'], preset: 'text' },
      { flags: '--explain', help: 'show the readings of names that lost, and what was weighed' },
      { flags: '--input-format <kind>', help: 'what the input is, whatever its name says', choices: ['text', 'html'] },
      PUBLISHED,
      MAX_FILE_SIZE,
      SEGMENTER,
      LEXICON,
    ],
    load: () => import('./segment.ts'),
  },
  {
    name: 'explain',
    paths: '[name]',
    summary: 'tell what a code, a rule or a field means, and what to do about it',
    examples: [
      ['huiyao explain date-year-implied', 'a finding of a record'],
      ['huiyao explain not-text', 'a message'],
      ['huiyao explain officials.roles', 'a field; any place of a record will do: officials.0.roles'],
      ['huiyao explain restore/byte-shift', 'a rule, with its examples'],
      ['huiyao explain', 'the list of all'],
    ],
    options: [],
    forgives: true,
    load: () => import('./explain.ts'),
  },
  {
    name: 'schema',
    paths: '',
    summary: 'write the form of a record, for editors, compilers and databases',
    examples: [
      ['huiyao schema > record.schema.json', 'JSON Schema, for editors and validators'],
      ['huiyao schema --format typescript > record.d.ts', 'the types of a record'],
      ['huiyao schema --format duckdb | duckdb meetings.db', 'a table for records'],
      ['huiyao schema --format spark > record.spark.json', 'for StructType.fromJson'],
    ],
    options: [
      {
        flags: '--format <format>',
        help: 'the language in which it is written',
        choices: ['json-schema', 'typescript', 'duckdb', 'spark'],
        preset: 'json-schema',
      },
    ],
    load: () => import('./schema.ts'),
  },
  {
    name: 'doctor',
    paths: '',
    summary: 'tell what is installed and in force, for a report of a bug',
    examples: [['huiyao doctor', 'exit code 1 when something is not as it must be']],
    options: [{ flags: '--format <format>', help: 'how it is written', choices: ['text', 'json'], preset: 'text' }],
    forgives: true,
    load: () => import('./doctor.ts'),
  },
  {
    name: 'completion',
    paths: '<shell>',
    summary: 'write the script that completes the command line in bash, zsh or fish',
    examples: [
      ['source <(huiyao completion bash)', 'in ~/.bashrc'],
      ['huiyao completion zsh > ~/.zfunc/_huiyao', 'a folder of $fpath'],
      ['huiyao completion fish > ~/.config/fish/completions/huiyao.fish', 'fish looks there'],
    ],
    options: [],
    forgives: true,
    load: () => import('./completion.ts'),
  },
];

/** The whole table. */
export const TABLE: Table = { commands: COMMANDS, global: GLOBAL };
