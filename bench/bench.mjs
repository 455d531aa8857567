// Measures, in one run: how fast articles become records, how fast three segmenters cut the same text into words and no
// more, where the time goes, how fast text is restored and what memory that takes, and how long the command takes to
// start. Build first.
//
//   node bench/bench.mjs
//   NODEJIEBA=/folder/node_modules node bench/bench.mjs     with a nodejieba that is installed elsewhere
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../dist/decode/index.js';
import { recordOf } from '../dist/emit/record.js';
import { read } from '../dist/fields/index.js';
import { extract, restore } from '../dist/index.js';
import { recognise } from '../dist/recognise/index.js';
import { restore as restored } from '../dist/restore/index.js';
import { segment } from '../dist/segment/index.js';
import { annotateTraditional } from '../scripts/damage.mjs';

const require = createRequire(import.meta.url);
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const dev = at('../shared/corpus/dev/articles.jsonl');

const WANTED = 2e6;
const ROUNDS = 7;
/** V8 goes on compiling for some forty passes over the articles; a crawl is far longer. */
const UNCOUNTED = 5;
const STARTS = 15;

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

/** Seconds of processor time that some work takes: what else the machine does at the time counts for little. */
function secondsOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** MB (10⁶ bytes of UTF-8) a second of one piece of work, the median of several rounds after some that are not counted. */
const speedOf = (texts, bytes, work) => speedsOf(bytes, { work: onEach(texts, work) }).work.speed;

/** The work of doing something with every text. */
const onEach = (texts, work) => () => {
  for (const text of texts) work(text);
};

/**
 * The same of several pieces of work in turn, so that a round of each stands beside one of every other. `ratio` is the
 * median, over the rounds, of how much faster the first one was.
 */
function speedsOf(bytes, works) {
  const rounds = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = -UNCOUNTED; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const seconds = secondsOf(work);
      if (round >= 0) rounds[name].push(bytes / 1e6 / seconds);
    }
  }
  const [first] = Object.values(rounds);
  return Object.fromEntries(
    Object.entries(rounds).map(([name, speeds]) => [
      name,
      { speed: median(speeds), ratio: median(speeds.map((speed, i) => first[i] / speed)) },
    ]),
  );
}

/** nodejieba, from beside this package or from the folder that NODEJIEBA names; null when it is in neither. */
function loadNodejieba() {
  const from = process.env.NODEJIEBA;
  try {
    const nodejieba = require(from === undefined ? 'nodejieba' : join(from, 'nodejieba'));
    nodejieba.load();
    return nodejieba;
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return null;
  }
}

const startOf = (args) => {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const once = articles();
const bytesOf = (some) => some.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const bytesOnce = bytesOf(once);
const times = Math.ceil(WANTED / bytesOnce);
const texts = Array.from({ length: times }, () => once).flat();
const bytes = bytesOnce * times;
const say = (line) => process.stdout.write(`${line}\n`);
const row = (name, value) => say(`${name.padEnd(46)}  ${value}`);

say(`node ${process.version} · ${cpus()[0]?.model.trim()} × ${cpus().length} · one thread`);
const what = `${once.length} articles${existsSync(dev) ? '' : ' (fixtures)'} × ${times} = ${(bytes / 1e6).toFixed(1)} MB`;
say(`${what}; medians of ${ROUNDS} paired rounds after ${UNCOUNTED}, in processor time\n`);

/** Bytes a character above the text itself, at the peak of restoring one text of four million characters. */
function memoryOf(text) {
  const folder = mkdtempSync(join(tmpdir(), 'huiyao-bench-'));
  writeFileSync(join(folder, 'text'), text);
  const args = ['--expose-gc', at('bench/restore-memory.mjs'), join(folder, 'text')];
  const [figure] = execFileSync(process.execPath, args, { encoding: 'utf8' }).split(' ');
  rmSync(folder, { recursive: true });
  return `${figure} bytes a character`;
}

// First of all: the highest memory that a process has counts from that of the one which starts it.
const book = once.map((text) => restore(text).clean).join('\n');
const memory = { clean: memoryOf(book), annotated: memoryOf(annotateTraditional(book, 1)) };

onEach(texts, (text) => extract(text))();
const most = process.resourceUsage().maxRSS;

const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict');
const jieba = Jieba.withDict(dict);
const nodejieba = loadNodejieba();
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const cutters = {
  '@node-rs/jieba, cut alone': (text) => jieba.cut(text, true),
  ...(nodejieba === null ? {} : { 'nodejieba, cut alone': (text) => nodejieba.cut(text) }),
  'Intl.Segmenter, words alone': (text) => [...words.segment(text)],
};
const speeds = speedsOf(bytes, {
  'extract, text to JSON': onEach(texts, (text) => JSON.stringify(extract(text))),
  ...Object.fromEntries(Object.entries(cutters).map(([name, cut]) => [name, onEach(texts, cut)])),
});
Object.entries(speeds).forEach(([name, { speed, ratio }], index) => {
  row(name, `${speed.toFixed(2)} MB/s${index === 0 ? '' : `, extract ${ratio.toFixed(2)} times as fast`}`);
});
if (nodejieba === null) row('nodejieba, cut alone', 'not installed; NODEJIEBA names a node_modules that has it');

// Every article goes through every stage anew: what a stage keeps of an article it has seen would flatter it.
const origin = { path: 'article.txt', line: 1, id: null, title: null, published: null };
const stages = [
  ['decode', (content) => decode({ origin, content, format: 'text' })],
  ['restore', restored],
  ['segment', (article) => segment(article)],
  ['recognise', recognise],
  ['read the fields', read],
  ['build the record', recordOf],
  ['write JSON', (record) => JSON.stringify(record)],
];
const spent = stages.map(() => []);
for (let round = 0; round < ROUNDS * times; round++) {
  let passed = once;
  stages.forEach(([, stage], index) => {
    const from = passed;
    spent[index].push(secondsOf(() => (passed = from.map((one) => stage(one)))));
  });
}
stages.forEach(([name], index) => {
  row(`of it: ${name}`, `${((median(spent[index]) * 1e6) / once.length).toFixed(0)} µs an article`);
});

// Ten articles as one: what grows faster than the text shows here.
const ten = once.slice(0, 10).map((text) => restore(text).clean);
const [apart, whole] = [ten, [ten.join('\n')]].map((some) =>
  median(Array.from({ length: ROUNDS * 5 }, () => secondsOf(onEach(some, (text) => extract(text))))),
);
row('one article of ten, against the ten', `${(whole / apart).toFixed(2)} times their time`);

const clean = texts.map((text) => restore(text).clean);
const damaged = clean.map((text, i) => annotateTraditional(text, i));
const { Converter } = require('opencc-js/t2cn');
const simplify = Converter({ from: 't', to: 'cn' });
row('restore, clean text', `${speedOf(clean, bytesOf(clean), (text) => restore(text)).toFixed(1)} MB/s`);
row(
  'restore, annotated traditional text',
  `${speedOf(damaged, bytesOf(damaged), (text) => restore(text)).toFixed(1)} MB/s`,
);
row('opencc-js alone, the same text', `${speedOf(damaged, bytesOf(damaged), simplify).toFixed(1)} MB/s`);

row('restore, memory beyond the text, clean', memory.clean);
row('restore, memory beyond the text, annotated', memory.annotated);

// A record of one file of about 5 kB is what somebody waits for who tries the command.
const sample = readdirSync(at('fixtures/articles'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => at(`fixtures/articles/${name}/${articleIn(name)}`))
  .toSorted((a, b) => Math.abs(statSync(a).size - 5000) - Math.abs(statSync(b).size - 5000))[0];
const command = at('bin/huiyao.js');
const starts = {
  "node -e ''": ['-e', ''],
  'huiyao --version': [command, '--version'],
  'huiyao --help': [command, '--help'],
  [`huiyao extract, a file of ${(statSync(sample).size / 1000).toFixed(1)} kB`]: [command, 'extract', sample],
};
const started = Array.from({ length: STARTS }, () => Object.values(starts).map(startOf));
Object.keys(starts).forEach((name, index) => {
  const own = median(started.map((round) => round[index]));
  const more = median(started.map((round) => round[index] - round[0]));
  row(`start-up of ${name}`, `${own.toFixed(0)} ms${index === 0 ? '' : `, ${more.toFixed(0)} more than node`}`);
});
row('memory of extracting, at most', `${(most / 1024).toFixed(0)} MB`);
