// Measures how far memory rises above what it was with the text alone, in bytes a character, while one long text is
// restored: the highest resident set of this process less the one before. Run by bench.mjs, in a process of its own.
//
//   node --expose-gc bench/restore-memory.mjs clean.txt
import { readFileSync } from 'node:fs';
import { restore } from '../dist/index.js';

/** So long a text makes what the runtime needs for itself small beside it. */
const LENGTH = 4e6;

const article = readFileSync(process.argv[2], 'utf8');
// What is loaded once, and the code that is compiled, is no matter of the length.
for (let i = 0; i < 20; i++) restore(article.slice(0, 20_000));
const text = Buffer.from(article.repeat(Math.ceil(LENGTH / article.length)).slice(0, LENGTH), 'utf16le').toString(
  'utf16le',
);
globalThis.gc();
const before = process.memoryUsage().rss;
const { clean } = restore(text);
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${(Math.max(0, peak - before) / text.length).toFixed(1)} ${clean.length}\n`);
