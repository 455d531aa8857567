import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const { dependencies, devDependencies, publishConfig } = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly provenance?: boolean };
};
const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
const all = Object.entries(packages).filter(([path]) => path !== '');
/** The packages that the built program carries in itself. */
const bundled = JSON.parse(read('dist/bundle/packages.json')) as readonly {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}[];
const isBundled = (path: string, { version }: Locked): boolean =>
  bundled.some((one) => path.endsWith(`node_modules/${one.name}`) && one.version === version);
/** What somebody gets who installs the program: beside it, or in it. */
const installed = all.filter(([path, one]) => one.dev !== true || isBundled(path, one));

/** Licences that ask for no more than to be named. */
const FREE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MIT AND Apache-2.0'];

describe('what the program is built on', () => {
  test('runs no script when it is installed', () => {
    expect(installed.length).toBeGreaterThan(bundled.length);
    expect(installed.filter(([, one]) => one.hasInstallScript === true).map(([path]) => path)).toEqual([]);
  });

  test('has a licence that MIT can build on', () => {
    const others = installed.filter(([, { license }]) => !FREE.includes(license ?? ''));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test('has exact versions, and a checksum each', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, range]) => !/^\d[\w.+-]*$/u.test(range),
    );
    expect(loose).toEqual([]);
    expect(all.filter(([, { integrity }]) => !/^sha512-/u.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
  });

  test('is justified, each package in its row', () => {
    const rows = [...read('docs/dependencies.md').matchAll(/^\| (?<name>[@a-z][^ ]*) \|(?<rest>.*)\|$/gmu)];
    const said = rows
      .filter(({ groups }) => groups?.rest?.includes(' MB |') === true)
      .map(({ groups }) => groups?.name);
    const direct = new Set([...bundled.map(({ name }) => name), ...Object.keys(dependencies)]);
    expect(said.sort()).toEqual([...direct].filter((name) => name in { ...dependencies, ...devDependencies }).sort());
    for (const { groups } of rows) {
      const licence = packages[`node_modules/${groups?.name}`]?.license;
      if (licence !== undefined) expect(groups?.rest).toContain(`| ${licence} |`);
    }
  });

  test('is named with its licence where the program carries it', () => {
    const notices = read('THIRD-PARTY-NOTICES.md');
    const unnamed = bundled.filter(
      ({ name, version, license }) => !notices.includes(`\n## ${name} ${version}\n\n${license}`),
    );
    expect(unnamed).toEqual([]);
    const missing = all.filter(([path, one]) => isBundled(path, one)).length;
    expect(missing).toBe(bundled.length);
  });

  test('is published from where it can be proved to come from', () => {
    expect(publishConfig?.provenance).toBe(true);
  });
});
