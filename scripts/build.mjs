// Builds dist: the compiled sources and the tables of the lexicon beside them.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

rmSync(at('dist'), { recursive: true, force: true });
execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.build.json')], {
  stdio: 'inherit',
});
for (const name of readdirSync(at('src/lexicon'))) {
  if (name.endsWith('.tsv')) cpSync(at(`src/lexicon/${name}`), at(`dist/lexicon/${name}`));
}
