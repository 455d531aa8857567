// Reads the development set (or, where it is not beside the project, the fixtures) and scores the records.
//
//   node scripts/score-dev.mjs [--floors]
//
// With --floors, exit code 1 when the F1 of a field is below its floor in bench/floors.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const bin = at('bin/huiyao.js');
const dev = at('../shared/corpus/dev');
const hasDev = existsSync(dev);
const floors = process.argv.includes('--floors') ? JSON.parse(readFileSync(at('bench/floors.json'), 'utf8')) : {};

const folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
try {
  const records = join(folder, 'records.jsonl');
  const input = hasDev ? [join(dev, 'articles.jsonl')] : [at('fixtures/articles'), '--exclude', 'note.md'];
  const gold = hasDev ? join(dev, 'articles.gold.jsonl') : at('fixtures/articles');
  execFileSync(process.execPath, [bin, 'extract', ...input, '-o', records], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const least = Object.entries(hasDev ? floors : {}).flatMap(([field, f1]) => ['--min', `${field}=${f1}`]);
  const { status } = spawnSync(process.execPath, [bin, 'score', '--gold', gold, records, ...least], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
