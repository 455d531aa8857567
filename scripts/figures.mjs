// Measures everything that the README gives a figure for, and writes the figures into its tables, in both languages. Build first.
//
//   node scripts/figures.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const output = (...args) =>
  execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const scoreOf = (set) => JSON.parse(output(at('scripts/score.mjs'), set, '--json'));

const percent = (value) => (value === null || value === undefined ? '–' : (value * 100).toFixed(1));
const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function scores() {
  const sets = [...(existsSync(at('../shared/corpus/dev')) ? ['dev'] : []), 'fixtures'];
  const results = sets.map(scoreOf);
  const heads = sets.map((set, i) => `F1 on ${results[i].articles} articles: \`npm run score:${set}\``);
  const rows = Object.keys(results[0].fields).map((field) => [
    field,
    ...results.map(({ fields }) => percent(fields[field]?.f1)),
  ]);
  rows.push(['every field right', ...results.map(({ perfect, articles }) => `${perfect} of ${articles}`)]);
  return table(['field', ...heads], rows);
}

function speeds() {
  const [machine, text, , ...lines] = output(at('bench/bench.mjs')).trimEnd().split('\n');
  const rows = lines.map((line) => line.split(/ {2,}/u));
  return `${table(['`npm run bench`', ''], rows)}\n\n${machine}; ${text}.`;
}

/** Replaces what stands between two markers of the README. */
function fill(readme, name, content) {
  const [open, close] = [`<!-- figures:${name} -->\n`, `<!-- /figures:${name} -->`];
  const [start, end] = [readme.indexOf(open) + open.length, readme.indexOf(close)];
  if (start < open.length || end < 0) throw new Error(`the README has no place for the figures of ${name}`);
  return `${readme.slice(0, start)}${content}\n${readme.slice(end)}`;
}

const measured = { score: scores(), bench: speeds() };
for (const name of ['README.md', 'README.zh.md']) {
  const filled = Object.entries(measured).reduce(
    (text, [part, content]) => fill(text, part, content),
    readFileSync(at(name), 'utf8'),
  );
  writeFileSync(at(name), filled);
}
