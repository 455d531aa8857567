// Reads many articles, one in twenty of them poisoned: npm run load-test -- 200000
// Every line must end as ok, failed or skipped, and every good record be the one of a run without poison.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/huiyao.js', import.meta.url));
const count = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), 'huiyao-load-'));
const LONGEST = 65_536;

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐朱胡郭何高罗郑'];
const GIVEN = ['建国', '志强', '海燕', '晓东', '文博', '丽娟', '国栋', '雪梅', '永刚', '春华', '德明', '立军'];
const MEETINGS = ['防汛工作会议', '教育工作会议', '安全生产工作会议', '招商引资工作推进会', '信访工作会议'];
const of = (list, index) => list[index % list.length];

const good = (index) => {
  const host = of(SURNAMES, index) + of(GIVEN, index * 7);
  const speaker = of(SURNAMES, index * 5 + 3) + of(GIVEN, index * 11 + 1);
  return JSON.stringify({
    id: `a${index}`,
    published: `20${10 + (index % 15)}-0${(index % 9) + 1}-1${index % 9}`,
    text: `${(index % 9) + 1}月1${index % 9}日，青石县召开${of(MEETINGS, index)}。县委书记${host}主持会议，县长${speaker}出席会议并讲话。会议强调，一是要加强组织领导${index}；二是要抓好隐患排查。`,
  });
};

/** One line each of everything that a line can be and should not, none of which is an article. */
const POISON = [
  () => '{"id":1,"text":"会议',
  () => '[1,2,3]',
  () => '"会议"',
  () => '{"id":"no text"}',
  () => '{"text":7}',
  () => '{"text":""}',
  () => '{"text":" \\n"}',
  () => Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]),
  () => '['.repeat(20_000),
  () => `{"text":"${'会'.repeat(LONGEST)}"}`,
  () => '\u0000\u0000\u0000',
];
const isPoisoned = (index) => index % 20 === 13;

async function written(name, lines) {
  const stream = createWriteStream(join(folder, name));
  for (const line of lines) {
    if (!stream.write(line)) await new Promise((resolve) => stream.once('drain', resolve));
    stream.write('\n');
  }
  await new Promise((resolve) => stream.end(resolve));
}

function* lines(poisoned) {
  for (let index = 0; index < count; index++) {
    if (!isPoisoned(index)) yield good(index);
    else if (poisoned) yield of(POISON, Math.floor(index / 20))();
  }
}

function extracted(name) {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, 'extract', `${name}.jsonl`, '-o', `${name}.out.jsonl`, '--max-line-size', String(LONGEST)],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const told = /(?<ok>\d+) ok, (?<failed>\d+) failed, (?<skipped>\d+) skipped/u.exec(stderr)?.groups ?? {};
  const [ok, failed, skipped] = [told.ok, told.failed, told.skipped].map(Number);
  process.stdout.write(
    `${name}: ${ok} ok, ${failed} failed, ${skipped} skipped, exit code ${status}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
  );
  return { status, ok, failed, skipped };
}

async function* recordsOf(name) {
  for await (const line of createInterface({ input: createReadStream(join(folder, `${name}.out.jsonl`)) })) {
    const record = JSON.parse(line);
    // The line is the one thing that poison before it may change.
    record.document.line = null;
    record.document.path = null;
    yield JSON.stringify(record);
  }
}

try {
  await written('clean.jsonl', lines(false));
  await written('poisoned.jsonl', lines(true));
  const clean = extracted('clean');
  const poisoned = extracted('poisoned');
  const others = recordsOf('poisoned');
  let different = 0;
  for await (const record of recordsOf('clean')) if (record !== (await others.next()).value) different++;
  const more = (await others.next()).done !== true;
  const poison = Array.from({ length: count }, (_, index) => index).filter(isPoisoned).length;
  const isSound =
    clean.status === 0 &&
    poisoned.status === 1 &&
    poisoned.ok === clean.ok &&
    poisoned.failed === poison &&
    poisoned.ok + poisoned.failed + poisoned.skipped === count &&
    different === 0 &&
    !more;
  process.stdout.write(
    `in ${count}, of which ${poison} poisoned; ${different} good records differ; ${isSound ? 'sound' : 'NOT SOUND'}\n`,
  );
  process.exitCode = isSound ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
