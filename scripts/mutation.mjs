// Mutation testing: changes the program a little in one place after the other and sees whether a test fails. The score is
// the share of the changes that a test finds out.
//
//   node scripts/mutation.mjs                      all four parts
//   node scripts/mutation.mjs restore dates        some of them
//   node scripts/mutation.mjs --list plan          also every change that no test found out
//   node scripts/mutation.mjs people post title    only the files of a part with one of these words in their names
//
// The reports stand in coverage/mutation, in the form that viewers of mutation reports read.
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** The TypeScript files of a folder whose names the pattern matches, or does not. */
const filesIn = (folder, pattern, wanted = true) =>
  readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.ts') && pattern.test(name) === wanted)
    .map((name) => `${folder}/${name}`);

const RECORDS = 'tests/records.test.ts';
const MENTIONS = 'tests/recognise/mentions.test.ts';
const DATES =
  /^(?:calendar|date|dateline|day-resolved|lunar-days|meeting-day|present-year|published-day)\.(?:test\.)?ts$/u;
/** What is random, or stands for its use of memory. */
const LAWS = /^(?:laws|memory|metamorphic)\.test|^(?!.*\.test\.ts$)/u;

/** What is changed in each part, and the tests that may find it out. */
const PARTS = {
  restore: {
    mutate: filesIn('src/restore', /./u),
    tests: filesIn('tests/restore', LAWS, false),
  },
  plan: {
    mutate: filesIn('src/fields', /^(?:work-plan|plan-.*)\.ts$/u),
    tests: [...filesIn('tests/fields', /^(?:work-plan|plan-.*)\.test\.ts$/u), RECORDS],
  },
  dates: {
    mutate: [...filesIn('src/fields', DATES), 'src/recognise/time.ts', ...filesIn('src/recognise/time', /./u)],
    tests: [
      'tests/recognise/time.test.ts',
      ...filesIn('tests/fields', DATES),
      'tests/trials-dates.test.ts',
      RECORDS,
      MENTIONS,
    ],
  },
  people: {
    mutate: filesIn('src/recognise', /^(?:name.*|organisation|person|post|settle|title)\.ts$/u),
    tests: [...filesIn('tests/recognise', /^(?:name|organisation|person|post|settle|title).*\.test\.ts$/u), MENTIONS],
  },
};

const words = process.argv.slice(2);
const list = words.includes('--list');
const chosen = words.filter((word) => word in PARTS);
const within = words.filter((word) => !word.startsWith('--') && !(word in PARTS));
const table = [];

for (const part of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  const { mutate, tests } = PARTS[part];
  const files = mutate.filter((path) => within.length === 0 || within.some((word) => path.includes(word)));
  process.env.MUTATION_TESTS = tests.join(',');
  const started = performance.now();
  const mutants = await new Stryker({
    mutate: files,
    jsonReporter: { fileName: `coverage/mutation/${part}.json` },
  }).runMutationTest();
  const minutes = (performance.now() - started) / 60_000;
  const count = (...kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const lives = count('Survived', 'NoCoverage');
  table.push({
    part,
    score: `${((100 * found) / (found + lives)).toFixed(1)} %`,
    mutants: mutants.length,
    killed: count('Killed'),
    'timed out': count('Timeout'),
    survived: count('Survived'),
    'without coverage': count('NoCoverage'),
    ignored: count('Ignored'),
    invalid: count('RuntimeError', 'CompileError'),
    static: mutants.filter((mutant) => mutant.static).length,
    minutes: minutes.toFixed(1),
  });
  if (!list) continue;
  for (const { status, fileName, location, mutatorName, replacement } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const { line, column } = location.start;
    process.stdout.write(`${status} ${relative('', fileName)}:${line}:${column} ${mutatorName} ${replacement}\n`);
  }
}

const columns = Object.keys(table[0] ?? {});
const row = (cells) => `| ${cells.join(' | ')} |\n`;
process.stdout.write(
  row(columns) + row(columns.map(() => '---')) + table.map((one) => row(Object.values(one))).join(''),
);
