// The metamorphic law: an article says the same whatever was done to it. Damages every article in every way, reads it, and
// tells for each way how many articles give the values of the undamaged one. Build first.
//
//   node scripts/metamorphic.mjs [articles.jsonl] [--seeds 1] [--only radicals] [--misses]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { extract, restore } from '../dist/index.js';
import { damagesOf, valuesOf } from './damage.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1' },
    only: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
const seeds = Number(options.seeds);
const dev = at('../shared/corpus/dev/articles.jsonl');
const path = positionals[0] ?? (existsSync(dev) ? dev : undefined);

/** Articles as people wrote them; in the fixtures some lie damaged. */
function articles() {
  if (path !== undefined) {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line));
  }
  return readdirSync(at('fixtures/articles')).flatMap((id) =>
    readdirSync(at(`fixtures/articles/${id}`))
      .filter((name) => /^article\.(?:txt|html)$/u.test(name))
      .map((name) => ({ id, text: readFileSync(at(`fixtures/articles/${id}/${name}`)) })),
  );
}

const rows = new Map();
for (const { id, text, published } of articles()) {
  const given = { published, format: undefined };
  const { clean } = restore(text);
  const wanted = extract(text, given);
  const values = JSON.stringify(valuesOf(wanted));
  const people = wanted.attendees.filter((one) => one.kind === 'person').map((one) => one.text);
  const names = [...wanted.officials.map(({ name }) => name), ...people];
  for (const [kind, { damage, lossy }] of Object.entries(damagesOf(names))) {
    if (options.only !== undefined && !kind.includes(options.only)) continue;
    const row = rows.get(kind) ?? { articles: 0, same: 0, text: 0, told: 0, misses: [] };
    rows.set(kind, row);
    for (let seed = 0; seed < seeds; seed++) {
      const damaged = damage(clean, seed);
      const found = extract(damaged, given);
      row.articles++;
      if (found.id === wanted.id) row.text++;
      if (JSON.stringify(valuesOf(found)) === values) row.same++;
      else if (lossy && found.findings.some(({ code }) => code === 'restore-undetermined')) row.told++;
      else row.misses.push({ id, seed });
    }
  }
}

const say = (line) => process.stdout.write(`${line}\n`);
say(`${path === undefined ? 'fixtures' : 'articles'} × ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`);
say('');
say('| damage | same values | lost, and told so | differ | of | same text |');
say('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const [kind, { articles: all, same, told, text, misses }] of rows) {
  say(`| ${kind} | ${same} | ${told} | ${misses.length} | ${all} | ${text} |`);
}
if (options.misses) {
  for (const [kind, { misses }] of rows) {
    for (const { id, seed } of misses) say(`${kind}: ${id}, seed ${seed}`);
  }
}
if ([...rows.values()].some(({ misses }) => misses.length > 0)) process.exitCode = 1;
