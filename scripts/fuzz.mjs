// Fuzzes: reads short inputs by the million, each made from its seed, and holds every reading to what is promised of it.
// Build first.
//
//   npm run fuzz                               ten minutes from seed 1 on
//   npm run fuzz -- --from 1 --to 10000000     these seeds; a campaign can be cut in parts, and its parts run anywhere
//   npm run fuzz -- --minutes 60 --jobs 2      two threads
//   npm run fuzz -- --from 4711 --to 4711      one of them again
//
// As long as the fixtures stay, a seed gives the same input: an article made from its record, of which the right reading
// is known, pieces of fixtures with broken bytes, words of the genre in any order, damaged articles, lines, tables of words
// (fuzz/inputs.mjs). What is held against them stands in fuzz/checks.mjs. An input that fails is made as short as it can be
// and put into --keep, where the tests read it from then on. The last line counts what was done; the exit code is 1 when
// one failed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { KIND_NAMES } from './fuzz/inputs.mjs';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string' },
    minutes: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    keep: { type: 'string', default: fileURLToPath(new URL('../fixtures/found', import.meta.url)) },
  },
});
const from = Number(values.from);
const to = Number(values.to ?? 2 ** 31 - 1);
const minutes = Number(values.minutes ?? (values.to === undefined ? 10 : Number.POSITIVE_INFINITY));
const jobs = Number(values.jobs);
if (!(from >= 0 && to >= from && to < 2 ** 31 && minutes > 0 && Number.isInteger(jobs) && jobs > 0)) {
  process.stderr.write('fuzz: seeds from 0 to 2147483647, --minutes and --jobs above 0\n');
  process.exit(2);
}

/** Milliseconds after which an input counts as one that never ends, on a machine that does other work as well. */
const ENDLESS = 10_000;
const MEGABYTES = 512;
/** Milliseconds between two lines that tell how far it is. */
const TOLD = 30_000;

const began = performance.now();
const worker = new URL('./fuzz/worker.mjs', import.meta.url);
const size = Int32Array.BYTES_PER_ELEMENT * (1 + 2 * KIND_NAMES.length);
const say = (line) => process.stdout.write(`${line}\n`);
let faults = 0;
const kinds = new Map();

/** One of the threads, which is replaced when an input takes it along. */
function startJob(first) {
  const job = {
    progress: new Int32Array(new SharedArrayBuffer(size)),
    before: [],
    seed: first,
    since: performance.now(),
  };
  job.ended = new Promise((resolve) => {
    job.over = resolve;
  });
  const start = (seed) => {
    job.since = performance.now();
    job.thread = new Worker(worker, {
      workerData: { from: seed, to, step: jobs, progress: job.progress },
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    let isOver = false;
    job.thread.on('message', (message) => {
      if (message.end) isOver = true;
      else tell(message);
    });
    job.thread.on('error', (error) =>
      tell({ seed: Atomics.load(job.progress, 0), fault: `lost: ${error.code ?? error.stack}` }),
    );
    job.thread.on('exit', () => {
      const next = Atomics.load(job.progress, 0) + jobs;
      if (isOver || isLate() || next > to) job.over();
      else start(Math.max(next, seed));
    });
  };
  start(first);
  return job;
}

const isLate = () => performance.now() - began > minutes * 60_000;

function tell({ seed, fault, again, same, input }) {
  faults++;
  const kind = again ?? same ?? fault;
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (again !== undefined) return;
  say(`seed ${seed}${input === undefined ? '' : ` (${input.kind})`}: ${fault}`);
  if (input === undefined) return;
  say(`  ${JSON.stringify(input.content.toString()).slice(0, 400)}`);
  const path = keep(input);
  if (path !== null) say(`  kept as ${relative(process.cwd(), path)}`);
}

/** Puts an input where the tests find it; an article that was read wrongly needs its right reading beside it, by hand. */
function keep({ seed, kind, content, format, wanted }) {
  if (wanted !== null || (typeof content === 'string' && !content.isWellFormed())) return null;
  const extension = kind === 'lines' ? 'jsonl' : kind === 'tables' ? 'tsv' : format === 'html' ? 'html' : 'txt';
  mkdirSync(values.keep, { recursive: true });
  const path = join(values.keep, `seed-${seed}.${extension}`);
  writeFileSync(path, content);
  return path;
}

const running = Array.from({ length: Math.min(jobs, to - from + 1) }, (_, index) => startJob(from + index));

/** Sums of what the threads have counted: of each kind, those that were read and those that were refused. */
function counted() {
  const count = (at) => running.reduce((sum, { progress }) => sum + Atomics.load(progress, at), 0);
  const read = KIND_NAMES.map((_, index) => count(1 + index));
  const refused = KIND_NAMES.map((_, index) => count(1 + KIND_NAMES.length + index));
  return { read, refused, all: [...read, ...refused].reduce((sum, one) => sum + one, 0) };
}

let toldAt = began;
const watch = setInterval(() => {
  const now = performance.now();
  for (const job of running) {
    const seed = Atomics.load(job.progress, 0);
    if (seed !== job.seed) Object.assign(job, { seed, since: now });
    else if (now - job.since > ENDLESS && seed > 0) {
      job.since = now;
      tell({ seed, fault: `endless: not read within ${ENDLESS / 1000} s` });
      void job.thread.terminate();
    }
    if (isLate()) void job.thread.terminate();
  }
  if (now - toldAt < TOLD) return;
  toldAt = now;
  const { all } = counted();
  say(`${all} executions, ${((all * 1000) / (now - began)).toFixed(0)}/s, ${faults} faults`);
}, 200);

await Promise.all(running.map(({ ended }) => ended));
clearInterval(watch);
const seconds = (performance.now() - began) / 1000;
const { read, refused, all } = counted();
const done = Math.min(...running.map(({ progress }) => Atomics.load(progress, 0)));
for (const [kind, times] of kinds) say(`${times} × ${kind}`);
say(KIND_NAMES.map((name, index) => `${name} ${read[index]} read, ${refused[index]} refused`).join('; '));
say(
  `${all} executions (seeds ${from}–${done}) in ${seconds.toFixed(0)} s, ${(all / seconds / jobs).toFixed(0)}/s a job, ` +
    `${faults} faults of ${kinds.size} kinds, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB; ` +
    (done < to ? `go on with --from ${done + 1}` : 'all seeds done'),
);
process.exitCode = faults === 0 ? 0 : 1;
