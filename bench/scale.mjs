// Measures, in one run, what a large job costs: two workers beside one, twice the articles, an article ten times as long,
// a folder of 200,000 files beside one of half as many, the memory of a gigabyte of JSON Lines through --stream, and of one
// line of that size. Build first; takes some twenty minutes.
//
//   node bench/scale.mjs [megabytes] [files]     size of the large inputs, 1000 and 200000 when left out
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { restore } from '../dist/index.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const megabytes = Number(process.argv[2] ?? 1000);
const files = Number(process.argv[3] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'huiyao-scale-'));
const ROUNDS = 3;
const SMALL_MEGABYTES = Math.min(100, megabytes);

const articles = readdirSync(at('fixtures/articles'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ['txt', 'html'].map((kind) => at(`fixtures/articles/${name}/article.${kind}`)).find(existsSync))
  .filter((path) => path !== undefined)
  .map((path) => restore(readFileSync(path)).text);

/** Lines of JSON over the articles of the fixtures, again and again. */
function* lines(bytes) {
  for (let id = 0, made = 0; made < bytes; id++) {
    const line = `${JSON.stringify({ id, text: articles[id % articles.length] })}\n`;
    made += Buffer.byteLength(line);
    yield line;
  }
}

async function write(name, pieces) {
  const file = createWriteStream(join(folder, name));
  for (const piece of pieces) if (!file.write(piece)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return join(folder, name);
}

/** A folder with so many files, each with a short article; what a file costs shows more there than what its text costs. */
function writeFiles(name, count) {
  const article = (index) =>
    `青石县召开第${index}次防汛工作会议\n7月${(index % 28) + 1}日，青石县召开防汛工作会议。县委书记江一帆主持会议并讲话，县长欧阳静出席会议。\n`;
  mkdirSync(join(folder, name));
  for (let index = 0; index < count; index++) writeFileSync(join(folder, name, `${index}.txt`), article(index));
  return join(folder, name);
}

const peak = join(folder, 'peak.mjs');
writeFileSync(
  peak,
  `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));\n`,
);

/** Runs the command; gives seconds and the peak of its memory in megabytes. `input` is fed to stdin. */
async function run(args, input = null) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', peak, at('bin/huiyao.js'), ...args], {
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let [said, answers] = ['', 0];
  child.stderr.on('data', (text) => {
    said += text;
  });
  child.stdout.on('data', (chunk) => {
    for (const byte of chunk) if (byte === 10) answers++;
  });
  if (input !== null) {
    child.stdin.on('error', () => {});
    for (const piece of input) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
    child.stdin.end();
  }
  await once(child, 'close');
  const memory = Number(/peak (?<kilobytes>\d+)/u.exec(said)?.groups.kilobytes) / 1024;
  return { seconds: (performance.now() - start) / 1000, memory, answers };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** What a folder costs: seconds, the peak in megabytes, and that every file has its record. */
async function runFolder(path, count) {
  const { seconds, memory, answers } = await run(['extract', path, '-q']);
  if (answers !== count) throw new Error(`${answers} records of ${count} files`);
  return { seconds, memory };
}

/** The ratio of two calls' times, the median of pairs that are run one after the other. */
async function ratio(one, other) {
  const pairs = [];
  for (let round = 0; round < ROUNDS; round++) pairs.push((await one()).seconds / (await other()).seconds);
  return median(pairs);
}

const row = (name, value) => process.stdout.write(`${name.padEnd(52)} ${value}\n`);
const load = () => `load ${loadavg()[0].toFixed(1)}`;

try {
  row(`node ${process.version} · ${cpus()[0]?.model.trim()} × ${cpus().length}`, load());
  const n = await write('n.jsonl', lines(SMALL_MEGABYTES * 1e6));
  const twice = await write('2n.jsonl', lines(2 * SMALL_MEGABYTES * 1e6));
  const with_ = (path, jobs) => () => run(['extract', path, '-q', '-j', String(jobs)]);
  row(
    `${SMALL_MEGABYTES} MB, two workers beside one: times as fast`,
    (await ratio(with_(n, 1), with_(n, 2))).toFixed(2),
  );
  row('twice the articles, one worker: times as long', (await ratio(with_(twice, 1), with_(n, 1))).toFixed(2));

  const [longest] = articles.toSorted((a, b) => b.length - a.length);
  const article = longest.repeat(Math.ceil(1e5 / Buffer.byteLength(longest)));
  const repeated = (text, count) => Array.from({ length: count }, () => `${JSON.stringify({ text })}\n`);
  const short = await write('short.jsonl', repeated(article, 40));
  const long = await write('long.jsonl', repeated(article.repeat(10), 40));
  row('articles ten times as long: times as long', (await ratio(with_(long, 1), with_(short, 1))).toFixed(2));

  const half = await runFolder(writeFiles('half', files / 2), files / 2);
  const full = await runFolder(writeFiles('full', files), files);
  const told = `${full.seconds.toFixed(0)} s, peak ${full.memory.toFixed(0)} MB`;
  row(`${files} files, against half of them: times as long`, `${(full.seconds / half.seconds).toFixed(2)} (${told})`);

  for (const jobs of [1, 2]) {
    const { seconds, memory, answers } = await run(['extract', '--stream', '-j', String(jobs)], lines(megabytes * 1e6));
    const speed = `${(megabytes / seconds).toFixed(1)} MB/s, ${answers} lines`;
    row(`${megabytes} MB of JSON Lines through --stream -j ${jobs}: peak`, `${memory.toFixed(0)} MB (${speed})`);
  }
  const piece = Buffer.alloc(1e6, 'x');
  const { memory, answers } = await run(
    ['extract', '--stream'],
    Array.from({ length: megabytes }, () => piece),
  );
  row(`one line of ${megabytes} MB through --stream: peak`, `${memory.toFixed(0)} MB (${answers} line of answer)`);
  row('at the end', load());
} finally {
  rmSync(folder, { recursive: true });
}
