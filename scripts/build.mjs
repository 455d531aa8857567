// Builds dist: the tables of the lexicon, the compiled sources beside them, what the report page runs in a browser, the form
// of huiyao.config.json for editors, and in dist/bundle the program as it is run and published; man/huiyao.1, the manual
// page; and THIRD-PARTY-NOTICES.md.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { notices } from './notices.mjs';

const root = new URL('../', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

rmSync(at('dist'), { recursive: true, force: true });
for (const name of readdirSync(at('src/lexicon'))) {
  if (name.endsWith('.tsv')) cpSync(at(`src/lexicon/${name}`), at(`dist/lexicon/${name}`));
}
cpSync(at('src/view/page/report.css'), at('dist/view/page/report.css'));
// The second gives the modules that pages carry without their comments; their declarations come from the first.
for (const project of ['tsconfig.build.json', 'tsconfig.page.json']) {
  const tsc = [at('node_modules/typescript/bin/tsc'), '-p', at(project)];
  process.exitCode ||= spawnSync(process.execPath, tsc, { stdio: 'inherit' }).status ?? 1;
}
if (process.exitCode === 0) {
  const { manPage } = await import('../dist/cli/man-page.js');
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  mkdirSync(at('man'), { recursive: true });
  writeFileSync(at('man/huiyao.1'), manPage(version));
  const packages = await bundle(at('dist/bundle'));
  const named = packages.map(({ name, version, license }) => ({ name, version, license }));
  writeFileSync(at('dist/bundle/packages.json'), `${JSON.stringify(named, null, 2)}\n`);
  writeFileSync(at('THIRD-PARTY-NOTICES.md'), notices(packages));
  const { configurationSchema } = await import('../dist/cli/configuration-schema.js');
  writeFileSync(at('dist/huiyao.config.schema.json'), `${JSON.stringify(configurationSchema(), null, 2)}\n`);
}
