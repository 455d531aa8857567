// Runs examples/spark.py on a cluster of two workers of this machine, kills one of its executors while it reads, and holds
// the Parquet that comes out against what huiyao gives by itself; then gives it a huiyao that loses a line, which has to end
// the run. Installs what it needs: PySpark from its package into a folder of its own, Java by apt where there is none and
// this is root. Build first.
//
//   node scripts/spark.mjs
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

/** The last of the line that still runs on Python 3.9 and on Java 17. */
const PYSPARK = '4.0.5';
/** Enough for four processes of huiyao; most of the time goes into starting the cluster. */
const ARTICLES = 300;
/** Milliseconds after which a run is stuck. */
const PATIENCE = 240_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin/huiyao.js');
const scratch = mkdtempSync(join(tmpdir(), 'huiyao-spark-'));
const inScratch = (name) => join(scratch, name);
/** A Java that compiles no more than it has to starts soonest, and these run for seconds. */
const JAVA_OPTIONS = `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=${scratch}`;

let passed = 0;
let failed = 0;
const check = (what, good) => {
  if (good) passed++;
  else failed++;
  process.stdout.write(`${good ? 'ok' : 'FAILED'}  ${what}\n`);
};

/** Makes sure that there is a Java that Spark runs on, and a Python that can make an environment. */
function needJavaAndPython() {
  const java = /version "(?<major>\d+)/u.exec(spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '');
  const missing = [
    ...(Number(java?.groups?.major) >= 17 ? [] : ['openjdk-17-jre-headless']),
    ...(spawnSync('python3', ['-c', 'import ensurepip, venv']).status === 0 ? [] : ['python3-venv']),
  ];
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`please install ${missing.join(' and ')}`);
  process.stdout.write(`installing ${missing.join(' and ')}\n`);
  const stdio = ['ignore', 'ignore', 'inherit'];
  execFileSync('apt-get', ['update', '-qq'], { stdio });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio, env });
}

/** The folder of programs of a Python environment that has PySpark; it stays for the next run. */
function programsOfSpark() {
  const folder = join(tmpdir(), `huiyao-pyspark-${PYSPARK}`);
  const programs = join(folder, 'bin');
  const python = join(programs, 'python');
  const found = spawnSync(python, ['-c', 'import pyspark; print(pyspark.__version__)'], { encoding: 'utf8' });
  if (found.stdout?.trim() === PYSPARK) return programs;
  process.stdout.write(`installing pyspark ${PYSPARK}\n`);
  rmSync(folder, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pyspark==${PYSPARK}`], {
    stdio: 'inherit',
  });
  return programs;
}

/**
 * Runs the example. `during` is called at its start and may wait for something that happens in the run.
 *
 * @param programs the folder of spark-submit
 * @param master the cluster
 * @param command what stands for huiyao
 * @param during gets whether the run has ended
 */
async function runExample(programs, { master, articles, output, command, during }) {
  const python = join(programs, 'python');
  const settings = {
    'spark.ui.enabled': false,
    'spark.driver.extraJavaOptions': JAVA_OPTIONS,
    'spark.executor.extraJavaOptions': JAVA_OPTIONS,
    'spark.executor.memory': '700m',
    // Both workers are there before the first task starts.
    'spark.scheduler.minRegisteredResourcesRatio': 1,
    'spark.scheduler.maxRegisteredResourcesWaitingTime': '120s',
    'spark.sql.codegen.wholeStage': false,
  };
  const child = spawn(
    join(programs, 'spark-submit'),
    [
      ...['--master', master, '--driver-memory', '700m'],
      ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
      ...[join(root, 'examples/spark.py'), articles, output],
      ...['--schema', inScratch('record.spark.json'), '--huiyao', command, '--partitions', '4'],
    ],
    {
      // A locale that has no Chinese, as on many a cluster.
      env: {
        PATH: process.env.PATH,
        LC_ALL: 'C',
        PYSPARK_PYTHON: python,
        PYSPARK_DRIVER_PYTHON: python,
        SPARK_LOCAL_IP: '127.0.0.1',
        SPARK_LOCAL_DIRS: inScratch('local'),
      },
      cwd: scratch,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  // What the example itself writes to stderr comes out of spark-submit's stdout.
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  let status;
  const end = new Promise((resolve) => {
    child.on('close', (code) => {
      status = code ?? -1;
      resolve();
    });
  });
  const patience = setTimeout(() => child.kill('SIGTERM'), PATIENCE);
  await during?.(() => status !== undefined);
  await end;
  clearTimeout(patience);
  // The workers of a local cluster keep what executors write beside Spark, whatever they are told.
  const spark = execFileSync(python, ['-c', 'import pyspark; print(pyspark.__path__[0])'], { encoding: 'utf8' });
  rmSync(join(spark.trim(), 'work'), { recursive: true, force: true });
  return { status, log };
}

/**
 * Writes a program that stands for huiyao: its process answers ten lines, leaves a file with its number, and goes on when
 * there is a file that lets it. So an executor can be killed when it has part of its answers, on a machine of any speed.
 */
function writeWaitingHuiyao() {
  const path = inScratch('waiting.sh');
  writeFileSync(
    path,
    `'${process.execPath}' '${bin}' "$@" | {
  for i in 1 2 3 4 5 6 7 8 9 10; do IFS= read -r line && printf '%s\\n' "$line"; done
  : > '${inScratch('begun')}'/$$
  i=0
  while [ ! -e '${inScratch('go-on')}' ] && [ $i -lt 600 ]; do sleep 0.1; i=$((i + 1)); done
  exec cat
}
`,
  );
  mkdirSync(inScratch('begun'));
  return `/bin/sh ${path}`;
}

/** The executor that a process runs under, by its number; none where the process has ended. */
function executorsAbove(pid) {
  try {
    for (let at = pid; at > 1; ) {
      if (readFileSync(`/proc/${at}/cmdline`, 'utf8').includes('CoarseGrainedExecutorBackend')) return [at];
      const stat = readFileSync(`/proc/${at}/stat`, 'utf8');
      at = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
  }
  return [];
}

/** Waits until two executors have read part of their articles, and kills one of them. Gives whether it did. */
async function killAnExecutor(hasEnded) {
  try {
    while (!hasEnded()) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const executors = new Set(readdirSync(inScratch('begun')).flatMap((pid) => executorsAbove(Number(pid))));
      if (executors.size < 2) continue;
      const [first] = executors;
      process.kill(first, 'SIGKILL');
      return true;
    }
    return false;
  } finally {
    writeFileSync(inScratch('go-on'), '');
  }
}

/** A record as a typed table holds it. */
const inTable = (record) => ({
  ...record,
  document: {
    ...record.document,
    id: record.document.id === null ? null : String(record.document.id),
    repairs: Object.fromEntries(Object.entries(record.document.repairs).map(([key, value]) => [key, String(value)])),
  },
});

/** A row of the table with the JSON text in it read. */
const ofTable = (row) => ({
  ...row,
  workPlan: row.workPlan.map((item) => ({ ...item, children: JSON.parse(item.children) })),
});

const byId = (one, other) => Number(one.document.id) - Number(other.document.id);

/** The rows of a folder of Parquet, read by a program that is neither Spark nor huiyao. */
async function rowsOf(folder) {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT to_json(r) FROM read_parquet('${folder}/*.parquet') r`);
  const rows = reader.getRows().map(([row]) => ofTable(JSON.parse(row)));
  connection.closeSync();
  instance.closeSync();
  return rows;
}

async function main() {
  needJavaAndPython();
  const programs = programsOfSpark();
  const huiyao = (args, input) =>
    execFileSync(process.execPath, [bin, ...args], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });

  const texts = readdirSync(join(root, 'fixtures/articles'))
    .map((name) => join(root, 'fixtures/articles', name, 'article.txt'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
  const lines = Array.from({ length: ARTICLES }, (_, id) =>
    id % 100 === 50 ? '{"no text' : JSON.stringify({ id, text: texts[id % texts.length] }),
  );
  const articles = inScratch('articles.jsonl');
  writeFileSync(articles, `${lines.join('\n')}\n`);
  writeFileSync(inScratch('record.spark.json'), huiyao(['schema', '--format', 'spark']));
  const output = inScratch('records.parquet');

  let killed = false;
  const run = await runExample(programs, {
    master: 'local-cluster[2,1,700]',
    articles,
    output,
    command: writeWaitingHuiyao(),
    during: async (hasEnded) => {
      killed = await killAnExecutor(hasEnded);
    },
  });
  check('an executor was killed when it had read some of its articles', killed);
  check('Spark lost it and went on without it', /Lost executor \d/u.test(run.log));
  check('the run ended well all the same', run.status === 0);
  if (run.status === 0) {
    const plain = huiyao(['extract', '--stream'], readFileSync(articles))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const records = plain.filter(({ schema }) => schema === 'huiyao/1');
    const rows = await rowsOf(output);
    check(
      `the ${records.length} rows are the records of huiyao by itself, value by value`,
      isDeepStrictEqual(rows.sort(byId), records.map(inTable).sort(byId)),
    );
    const errors = readdirSync(`${output}.errors`)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => readFileSync(join(`${output}.errors`, name), 'utf8').split('\n'))
      .filter((line) => line !== '');
    check('every line without an article has its error', errors.length === plain.length - records.length);
  } else process.stdout.write(`${run.log.slice(-8000)}\n`);

  writeFileSync(inScratch('losing.sh'), `read -r line\nexec '${process.execPath}' '${bin}' "$@"\n`);
  writeFileSync(inScratch('few.jsonl'), `${lines.slice(0, 8).join('\n')}\n`);
  const losing = await runExample(programs, {
    master: 'local[1]',
    articles: inScratch('few.jsonl'),
    output: inScratch('lost.parquet'),
    command: `/bin/sh ${inScratch('losing.sh')}`,
  });
  check(
    'lines that get no answer end the run',
    losing.status !== 0 && /\d+ lines were asked and \d+ answered/u.test(losing.log),
  );
}

try {
  await main();
} catch (error) {
  failed++;
  process.stdout.write(`FAILED  ${error instanceof Error ? error.stack : error}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
