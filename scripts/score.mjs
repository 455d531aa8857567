// Reads articles that have a right answer and prints how well each field was read.
//
//   node scripts/score.mjs dev [--floors] [OPTION…]    the development set, where it lies beside the project
//   node scripts/score.mjs fixtures [OPTION…]          the articles in fixtures/articles, against their truth.json
//
// Every other option is one of huiyao score (--json, --by year, --worst 5 …). With --floors, exit code 1 when the F1 of a
// field is below its floor in bench/floors.json. Build first.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const huiyao = (...args) => spawnSync(process.execPath, [at('bin/huiyao.js'), ...args], { stdio: 'inherit' }).status;

/** Writes the records of the development set; gives its gold. */
function readDev(records) {
  const dev = at('../shared/corpus/dev');
  if (!existsSync(dev)) throw new Error('the development set does not lie beside the project');
  huiyao('extract', '--quiet', join(dev, 'articles.jsonl'), '-o', records);
  return join(dev, 'articles.gold.jsonl');
}

/** Writes the records of the fixtures, each read with its options.json; gives the folder with the truth. */
async function readFixtures(records) {
  const { extract } = await import('../dist/index.js');
  const folder = at('fixtures/articles');
  const lines = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: slug }) => {
      const inside = readdirSync(join(folder, slug));
      const article = inside.find((name) => /^article\.(?:txt|html)$/u.test(name));
      const options = inside.includes('options.json')
        ? JSON.parse(readFileSync(join(folder, slug, 'options.json'), 'utf8'))
        : {};
      const record = extract(readFileSync(join(folder, slug, article)), { path: `${slug}/${article}`, ...options });
      return `${JSON.stringify(record)}\n`;
    });
  writeFileSync(records, lines.join(''));
  return folder;
}

const [set, ...flags] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'huiyao-'));
try {
  const records = join(scratch, 'records.jsonl');
  const gold = set === 'fixtures' ? await readFixtures(records) : readDev(records);
  const floors = flags.includes('--floors') ? JSON.parse(readFileSync(at('bench/floors.json'), 'utf8')) : {};
  const least = Object.entries(floors).flatMap(([field, f1]) => ['--min', `${field}=${f1}`]);
  process.exitCode =
    huiyao('score', '--gold', gold, records, ...least, ...flags.filter((flag) => flag !== '--floors')) ?? 1;
} finally {
  rmSync(scratch, { recursive: true });
}
