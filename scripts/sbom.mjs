// Writes dist/huiyao.cdx.json, the bill of materials of the package (CycloneDX): what is installed with it, and what it
// carries in itself. npm knows the latter only as what the program was built with. Build first.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const bundled = new Set(
  JSON.parse(readFileSync(at('dist/bundle/packages.json'), 'utf8')).map(({ name, version }) => `${name}@${version}`),
);
const bill = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: at(''), encoding: 'utf8', maxBuffer: 2 ** 28 }),
);

/** How npm marks what only those install who work on the program. */
const DEVELOPMENT = 'cdx:npm:package:development';
const isForDevelopment = ({ properties }) => properties.some(({ name }) => name === DEVELOPMENT);

bill.components = bill.components.filter((one) => !isForDevelopment(one) || bundled.has(`${one.name}@${one.version}`));
for (const one of bill.components) one.properties = one.properties.filter(({ name }) => name !== DEVELOPMENT);
const kept = new Set([bill.metadata.component, ...bill.components].map((one) => one['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
writeFileSync(at('dist/huiyao.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
