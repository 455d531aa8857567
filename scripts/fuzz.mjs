// Fuzzes for a number of minutes: npm run fuzz -- --minutes 60 [--seed 7]. A fault is printed with the seed that gives it again.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, HUIYAO_FUZZ_MINUTES: values.minutes, HUIYAO_FUZZ_SEED: values.seed },
});
process.exitCode = status ?? 1;
