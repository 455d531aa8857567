import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bin, scratch } from '../scratch.ts';

const { folder, given } = scratch();
const ARTICLE = '7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话。\n';
for (let index = 0; index < 100; index++) given(`many/${index}.txt`, ARTICLE);
const one = given('one.txt', ARTICLE);

const can = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const run = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } });
const plain = run(process.execPath, [bin, 'extract', one]);

describe.runIf(process.platform === 'linux')('a machine', () => {
  test.runIf(can('unshare', '-rn', 'true'))('without a network gives the same bytes', () => {
    const { stdout, status } = run('unshare', ['-rn', process.execPath, bin, 'extract', one]);
    expect(status).toBe(0);
    expect(stdout).toBe(plain.stdout);
  });

  test('that lets 64 files be open reads a folder of more articles, with all its workers', () => {
    const command = `ulimit -n 64; "${process.execPath}" "${bin}" extract many many many >/dev/null`;
    const { stderr, status } = run('bash', ['-c', command]);
    expect(stderr).toContain('300 ok, 0 failed, 0 skipped');
    expect(status).toBe(0);
  });

  test.runIf(can('unshare', '-rm', 'bash', '-c', 'mount -t tmpfs -o size=1m none /mnt'))(
    'whose disk is full at a megabyte ends with 74, and leaves what a further run goes on from',
    () => {
      const lines = given('long.jsonl', `${JSON.stringify({ text: ARTICLE })}\n`.repeat(1_500));
      const { stdout, stderr } = run('unshare', [
        '-rm',
        'bash',
        '-c',
        `mount -t tmpfs -o size=1m none /mnt; "${process.execPath}" "${bin}" extract ${lines} -o /mnt/out.jsonl; echo "ended $?"; ls -A /mnt`,
      ]);
      expect(stderr).toContain('no space left on the device');
      // The named output appears when it is complete, and not before.
      expect(stdout).toBe('ended 74\nout.jsonl.journal\nout.jsonl.partial\n');
    },
  );

  test('whose home cannot be written, or is not there, gives the same bytes', () => {
    for (const HOME of ['/proc', '/nowhere']) {
      const { stdout, status } = run(process.execPath, [bin, 'extract', one], { HOME, TMPDIR: '/nowhere' });
      expect(status).toBe(0);
      expect(stdout).toBe(plain.stdout);
    }
  });

  test('that forbids all but reading gives the same bytes', () => {
    const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
    const allowed = [flag, '--allow-fs-read=*', '--allow-addons'];
    if (spawnSync(process.execPath, [...allowed, '-e', '']).status !== 0) allowed.pop();
    const { stdout, status } = run(process.execPath, [...allowed, bin, 'extract', '-j', '1', one]);
    expect(status).toBe(0);
    expect(stdout).toBe(plain.stdout);
    expect(existsSync(`${folder}/huiyao.jsonl`)).toBe(false);
  });

  test('in another time zone, locale and terminal gives the same bytes', () => {
    const { stdout, status } = run(process.execPath, [bin, 'extract', one], {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'C',
      LANG: 'tr_TR.UTF-8',
      TERM: 'dumb',
    });
    expect(status).toBe(0);
    expect(stdout).toBe(plain.stdout);
  });
});
