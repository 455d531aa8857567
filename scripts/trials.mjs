// Reads the trial tables that lie beside the project and lists every row: right (+) or not (-), with what was read.
//
//   node scripts/trials.mjs
import { readFileSync } from 'node:fs';
import { extract } from '../dist/index.js';

/** The rows of a table of tab-separated values, by the names in its first line. */
function rowsOf(name) {
  const text = readFileSync(new URL(`../../shared/trials/${name}`, import.meta.url), 'utf8');
  const [head, ...lines] = text.split('\n').filter((line) => line !== '');
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i], cell])));
}

function list(title, rows) {
  process.stdout.write(`${title}: ${rows.filter(({ right }) => right).length} of ${rows.length}\n`);
  for (const { right, wanted, found, text } of rows) {
    process.stdout.write(`  ${right ? '+' : '-'} ${text}\n${right ? '' : `      wanted ${wanted}, found ${found}\n`}`);
  }
}

list(
  'dates',
  rowsOf('dates.tsv').map(({ text, published, start, end }) => {
    const { date } = extract(text, { published: published || undefined });
    const wanted = [start, end].filter(Boolean).join('/') || 'nothing';
    const found = [date?.start, date?.end].filter(Boolean).join('/') || 'nothing';
    return { text, wanted, found, right: wanted === found };
  }),
);
list(
  'names',
  rowsOf('names.tsv').map(({ text, names = '' }) => {
    const wanted = names.split(' ').filter(Boolean).join(' ') || 'nobody';
    const found =
      extract(text)
        .officials.map(({ name }) => name)
        .join(' ') || 'nobody';
    return { text, wanted, found, right: wanted === found };
  }),
);
