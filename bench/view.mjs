// Measures the report page in Chromium: a page of 1,000 records made from the fixtures, the time to its first paint and to
// its whole list, and how long a filter takes until the page is laid out again. Build first; CHROMIUM names the browser.
//
//   node bench/view.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { needChromium } from '../scripts/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const RECORDS = 1000;
const ROUNDS = 7;
const WANTED = { paint: 1500, filter: 100 };

const executablePath = needChromium();

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const huiyao = (...args) =>
  execFileSync(process.execPath, [join(root, 'bin/huiyao.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });

const folder = mkdtempSync(join(tmpdir(), 'huiyao-bench-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const lines = huiyao('extract', 'fixtures/articles', '--exclude', 'note.md', '-q').trimEnd().split('\n');
  const records = Array.from({ length: RECORDS }, (_, i) => lines[i % lines.length]);
  writeFileSync(join(folder, 'records.jsonl'), `${records.join('\n')}\n`);
  const file = join(folder, 'report.html');
  const start = process.hrtime.bigint();
  huiyao('view', join(folder, 'records.jsonl'), '-o', file, '-q');
  const made = Number(process.hrtime.bigint() - start) / 1e9;

  const paints = [];
  const lists = [];
  const filters = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const { paint, list, rows, filtered } = await page.evaluate(async () => {
      const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const box = document.querySelector('[name=q]');
      const took = [];
      for (const words of ['会', '会议', '省侨联', '没有这样的话', '主持 讲话', '']) {
        await settled();
        const from = performance.now();
        box.value = words;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        await settled();
        took.push(performance.now() - from);
      }
      return {
        paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        list: performance.getEntriesByName('huiyao-drawn')[0].startTime,
        rows: document.querySelectorAll('.rows > li').length,
        filtered: took,
      };
    });
    if (rows !== RECORDS) throw new Error(`${rows} rows instead of ${RECORDS}`);
    paints.push(paint);
    lists.push(list);
    filters.push(...filtered);
    await context.close();
  }
  const figures = [
    ['page', `${(statSync(file).size / 1e6).toFixed(1)} MB, made in ${made.toFixed(1)} s`],
    ['first paint, median', `${median(paints).toFixed(0)} ms`],
    ['first paint, slowest', `${Math.max(...paints).toFixed(0)} ms (wanted: ${WANTED.paint})`],
    ['list drawn, median', `${median(lists).toFixed(0)} ms`],
    ['filter until laid out, median', `${median(filters).toFixed(0)} ms`],
    ['filter until laid out, slowest', `${Math.max(...filters).toFixed(0)} ms (wanted: ${WANTED.filter})`],
  ];
  process.stdout.write(
    `node ${process.version} · Chromium ${browser.version()} · ${cpus()[0].model.trim()} × ${cpus().length}\n` +
      `${RECORDS} records, ${ROUNDS} rounds\n\n${figures.map(([name, value]) => `${name.padEnd(34)}${value}`).join('\n')}\n`,
  );
  if (median(paints) > WANTED.paint || median(filters) > WANTED.filter) process.exitCode = 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
