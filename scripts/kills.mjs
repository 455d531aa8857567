// Kills runs of `huiyao extract --resume` at random moments (SIGKILL), lets them go on, and compares each end result with
// that of an undisturbed run, byte for byte. Build first.
//
//   node scripts/kills.mjs [kills]     200 when left out; the last line is the outcome as JSON, exit code 1 when one differs
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const bin = fileURLToPath(new URL('../bin/huiyao.js', import.meta.url));
const wanted = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'huiyao-kills-'));

const sentence = (i) =>
  `江城市召开第${i}次防汛工作会议\n7月${(i % 28) + 1}日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话，副局长欧阳静通报情况。\n会议要求，一是加强巡查，确保安全；二是备足物资，随时出动。\n`;

/** Inputs of every kind: files, lines, packed lines, bad ones. */
function makeInputs() {
  mkdirSync(join(folder, 'news/more'), { recursive: true });
  const line = (i) => (i % 97 === 0 ? '{"id":' : JSON.stringify({ id: i, text: sentence(i) }));
  const lines = (from, to) => Array.from({ length: to - from }, (_, i) => `${line(from + i)}\n`).join('');
  for (let i = 0; i < 60; i++) writeFileSync(join(folder, `news/more/${i}.txt`), i % 20 === 0 ? '' : sentence(i));
  writeFileSync(join(folder, 'news/a.jsonl'), lines(0, 700));
  writeFileSync(join(folder, 'news/b.jsonl.gz'), gzipSync(lines(700, 1400)));
  writeFileSync(join(folder, 'news/photo.jpg'), 'no article');
}

const start = (output) =>
  spawn(process.execPath, [bin, 'extract', 'news', '-o', output, '--resume', '-j', String(1 + (output.length % 2))], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });

/** Runs to the end, or to the kill after so many milliseconds; gives the exit code, null for a kill, and the last line. */
async function run(output, killAfter) {
  const child = start(output);
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [status] = await once(child, 'close');
  clearTimeout(timer);
  return { status, summary: said.trimEnd().split('\n').at(-1) };
}

const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');
const placesIn = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).document)
    .map(({ path, line }) => `${path}:${line}`);

makeInputs();
const began = performance.now();
const undisturbed = await run('whole.jsonl', null);
const length = performance.now() - began;
const whole = readFileSync(join(folder, 'whole.jsonl'));
const places = new Set(placesIn(whole.toString()));

const outcome = { kills: 0, runs: 0, same: 0, lost: 0, doubled: 0 };
while (outcome.kills < wanted) {
  const output = `part${outcome.runs}.jsonl`;
  let last;
  do {
    last = await run(output, outcome.kills < wanted ? Math.random() * length : null);
    if (last.status === null) outcome.kills++;
    else if (last.status !== undisturbed.status) throw new Error(`exit code ${last.status}: ${last.summary}`);
  } while (last.status === null);
  const bytes = readFileSync(join(folder, output));
  const found = placesIn(bytes.toString());
  outcome.runs++;
  outcome.lost += [...places].filter((place) => !found.includes(place)).length;
  outcome.doubled += found.length - new Set(found).size;
  const isSame =
    sha(bytes) === sha(whole) && last.summary === undisturbed.summary && last.status === undisturbed.status;
  if (isSame) outcome.same++;
  rmSync(join(folder, output));
}
const left = readdirSync(folder).filter((name) => name.startsWith('part'));
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify({ ...outcome, left: left.length, sha256: sha(whole) })}\n`);
process.exitCode = outcome.same === outcome.runs && left.length === 0 && places.size > 0 ? 0 : 1;
