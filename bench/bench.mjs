// Measures, in one run: how fast articles become records, how fast the bare segmenter cuts the same text, their ratio,
// how fast text is restored and what memory that takes, and how long the command takes to start. Build first.
//
//   node bench/bench.mjs
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../dist/decode/index.js';
import { extract, restore } from '../dist/index.js';
import { recognise } from '../dist/recognise/index.js';
import { restore as restored } from '../dist/restore/index.js';
import { segment } from '../dist/segment/index.js';
import { annotateTraditional } from '../scripts/damage.mjs';

const require = createRequire(import.meta.url);
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const dev = at('../shared/corpus/dev/articles.jsonl');

const WANTED = 5e6;
const ROUNDS = 3;
const STARTS = 21;

/** The articles of the development set, or of the fixtures where that is absent, as texts. */
function articles() {
  if (existsSync(dev)) {
    const lines = readFileSync(dev, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line).text);
  }
  return readdirSync(at('fixtures/articles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(at(`fixtures/articles/${entry.name}/${articleIn(entry.name)}`)))
    .map((bytes) => restore(bytes).text);
}

const articleIn = (slug) =>
  readdirSync(at(`fixtures/articles/${slug}`)).find((name) => /^article\.(?:txt|html)$/u.test(name));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** MB (10⁶ bytes of UTF-8) a second, the median of several rounds after one that is not counted. */
function speedOf(texts, bytes, work) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (const text of texts) work(text);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (round > 0) rounds.push(bytes / 1e6 / seconds);
  }
  return median(rounds);
}

const startOf = (args) => {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const once = articles();
const bytesOnce = once.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const times = Math.ceil(WANTED / bytesOnce);
const texts = Array.from({ length: times }, () => once).flat();
const bytes = bytesOnce * times;
const say = (line) => process.stdout.write(`${line}\n`);
const row = (name, value) => say(`${name.padEnd(44)} ${value}`);

say(`node ${process.version} · ${cpus()[0]?.model.trim()} × ${cpus().length} · one thread`);
say(`${once.length} articles${existsSync(dev) ? '' : ' (fixtures)'} × ${times} = ${(bytes / 1e6).toFixed(1)} MB\n`);

const origin = { path: 'article.txt', line: 1, id: null, title: null, published: null };
const segmented = once.map((content) => segment(restored(decode({ origin, content, format: 'text' }))));
const recognising = speedOf(Array.from({ length: times }, () => segmented).flat(), bytes, (article) =>
  recognise(article),
);
row('recognise, the stage alone', `${recognising.toFixed(2)} MB/s`);

const speed = speedOf(texts, bytes, (text) => JSON.stringify(extract(text)));
row('extract, text to JSON', `${speed.toFixed(2)} MB/s`);

const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict');
const jieba = Jieba.withDict(dict);
const bare = speedOf(texts, bytes, (text) => jieba.cut(text, true));
row('@node-rs/jieba, cut alone', `${bare.toFixed(2)} MB/s`);
row('ratio', (speed / bare).toFixed(2));

try {
  const nodejieba = require('nodejieba');
  nodejieba.load();
  row('nodejieba, cut alone', `${speedOf(texts, bytes, (text) => nodejieba.cut(text)).toFixed(2)} MB/s`);
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  row('nodejieba, cut alone', 'not installed');
}

const most = process.resourceUsage().maxRSS;
const clean = texts.map((text) => restore(text).clean);
const damaged = clean.map((text, i) => annotateTraditional(text, i));
const bytesOf = (some) => some.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const { Converter } = require('opencc-js/t2cn');
const simplify = Converter({ from: 't', to: 'cn' });
row('restore, clean text', `${speedOf(clean, bytesOf(clean), (text) => restore(text)).toFixed(1)} MB/s`);
row(
  'restore, annotated traditional text',
  `${speedOf(damaged, bytesOf(damaged), (text) => restore(text)).toFixed(1)} MB/s`,
);
row('opencc-js alone, the same text', `${speedOf(damaged, bytesOf(damaged), simplify).toFixed(1)} MB/s`);

/** Bytes a character above the text itself, at the peak of restoring one text of four million characters. */
function memoryOf(text) {
  const folder = mkdtempSync(join(tmpdir(), 'huiyao-bench-'));
  writeFileSync(join(folder, 'text'), text);
  const args = ['--expose-gc', at('bench/restore-memory.mjs'), join(folder, 'text')];
  const [figure] = execFileSync(process.execPath, args, { encoding: 'utf8' }).split(' ');
  rmSync(folder, { recursive: true });
  return `${figure} bytes a character`;
}

const book = once.map((text) => restore(text).clean).join('\n');
row('restore, memory beyond the text, clean', memoryOf(book));
row('restore, memory beyond the text, annotated', memoryOf(annotateTraditional(book, 1)));

const pairs = Array.from({ length: STARTS }, () => [startOf([at('bin/huiyao.js'), '--version']), startOf(['-e', ''])]);
row('start-up of huiyao --version', `${median(pairs.map(([own]) => own)).toFixed(0)} ms`);
row("start-up of node -e ''", `${median(pairs.map(([, node]) => node)).toFixed(0)} ms`);
row('difference, median of pairs', `${median(pairs.map(([own, node]) => own - node)).toFixed(0)} ms`);
row('memory of extracting, at most', `${(most / 1024).toFixed(0)} MB`);
