// Measures what each dependency costs when it is first imported: milliseconds and megabytes of memory, the median of seven
// processes. The table of docs/dependencies.md holds these figures: npm run build && npm run weights
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const { dependencies, devDependencies } = read('package.json');
/** What is installed with the program, and what it carries in itself; each as it is by itself. */
const names = [...Object.keys(dependencies), ...read('dist/bundle/packages.json').map(({ name }) => name)];
const direct = [...new Set(names)].filter((name) => name in { ...dependencies, ...devDependencies }).sort();
const ATTEMPTS = 7;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const name of direct) {
  const code = `const { rss } = process.memoryUsage();
    const start = performance.now();
    await import(${JSON.stringify(name)});
    const taken = performance.now() - start;
    process.stdout.write(JSON.stringify([taken, (process.memoryUsage().rss - rss) / 1e6]));`;
  const runs = Array.from({ length: ATTEMPTS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${name} cannot be imported: ${stderr}`);
    return JSON.parse(stdout);
  });
  const [time, memory] = [0, 1].map((column) => median(runs.map((run) => run[column])));
  process.stdout.write(`${name.padEnd(30)} ${time.toFixed(0).padStart(4)} ms ${memory.toFixed(1).padStart(6)} MB\n`);
}
