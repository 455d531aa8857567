// Joins what the program runs, its own modules and those of the packages it is built on, into a few files: opening and
// resolving each of some four hundred takes longer than reading an article. What is imported lazily stays apart and lazy.
// The files lie one folder below dist, as the modules do that look for something beside themselves, so that the same
// relative paths lead to the same things.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A package that is installed for its types, and runs as part of the bundle. */
const TYPES_ALONE = ['zod'];
/** Packages that stay outside: those with native code or threads of their own, and those that may be missing. */
const outside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter(
  (name) => !TYPES_ALONE.includes(name),
);
const packageIn = (specifier) => /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)[0];
const isOutside = (specifier) => !/^[./\0]/u.test(specifier) && outside.includes(packageIn(specifier));

/** Where each way into the program starts. */
const ENTRIES = { cli: 'cli.js', index: 'index.js', worker: 'batch/worker.js' };

/** The name of the file in the bundle for a package that is loaded where it is needed, in the middle of a function. */
const lazyFileOf = (specifier) =>
  specifier.endsWith('.json') ? basename(specifier) : `${specifier.replace('@', '').replaceAll('/', '-')}.cjs`;

/** Makes `require('package')` ask for the file of the bundle, and notes which packages are asked for so. */
const lazyPackages = (found) => ({
  name: 'lazy-packages',
  transform: {
    filter: { code: /createRequire\(import\.meta\.url\)/u },
    handler: (code) =>
      code.replaceAll(/\brequire\('(?<specifier>[^']+)'\)/gu, (call, specifier) => {
        if (isOutside(specifier)) return call;
        found.add(specifier);
        return `require('./${lazyFileOf(specifier)}')`;
      }),
  },
});

/**
 * In which file a module goes, of those that most runs need: `start` for what every call loads, `command-line` for what
 * every command does, `reading` for what reads articles in a worker as in the main thread, `extract` for a run over many.
 * Everything else is cut by the bundler, so that nobody loads what he does not need.
 */
function chunks() {
  let graph = null;
  const closureOf = (file, context) => {
    const closure = new Set();
    const visit = (id) => {
      if (closure.has(id)) return;
      closure.add(id);
      for (const next of context.getModuleInfo(id)?.importedIds ?? []) visit(next);
    };
    visit(join(dist, file));
    // What starts the program or a worker is done where it is loaded, so that it keeps a file of its own.
    for (const entry of Object.values(ENTRIES)) closure.delete(join(dist, entry));
    return closure;
  };
  const load = (context) => {
    graph ??= Object.fromEntries(
      ['cli.js', 'cli/command-line.js', 'batch/worker.js', 'index.js', 'cli/extract.js'].map((file) => [
        file,
        closureOf(file, context),
      ]),
    );
    return graph;
  };
  const group = (debugName, holds) => ({
    debugName,
    name: (id, context) => (holds(id, load(context)) ? debugName : null),
  });
  const reads = (id, of) => of['batch/worker.js'].has(id) || of['index.js'].has(id);
  return [
    group('start', (id, of) => of['cli.js'].has(id) || (of['cli/command-line.js'].has(id) && reads(id, of))),
    group('command-line', (id, of) => of['cli/command-line.js'].has(id)),
    group('reading', reads),
    group('extract', (id, of) => of['cli/extract.js'].has(id)),
  ].map((one, index) => ({ ...one, priority: 10 - index }));
}

/**
 * Writes the bundle into a folder, which is made anew, and gives the packages that are in it: name, version, licence and
 * folder, in the order of their names. The same sources give the same bytes.
 */
export async function bundle(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lazy = new Set();
  const modules = await written(folder, 'es', ENTRIES, {
    plugins: [lazyPackages(lazy)],
    codeSplitting: { groups: chunks() },
  });
  const lazily = [...lazy].sort();
  for (const specifier of lazily.filter((one) => one.endsWith('.json'))) {
    const path = require.resolve(specifier);
    modules.push(path);
    cpSync(path, join(folder, lazyFileOf(specifier)));
  }
  const code = lazily.filter((one) => !one.endsWith('.json'));
  const inputs = Object.fromEntries(code.map((specifier) => [lazyFileOf(specifier).replace(/\.cjs$/u, ''), specifier]));
  modules.push(...(await written(folder, 'cjs', inputs, {})));
  for (const name of readdirSync(join(dist, 'lexicon'))) {
    if (name.endsWith('.tsv')) cpSync(join(dist, 'lexicon', name), join(folder, name));
  }
  for (const name of readdirSync(join(dist, 'view/page'))) {
    if (/\.(?:css|js)$/u.test(name)) cpSync(join(dist, 'view/page', name), join(folder, 'page', name));
  }
  declarations(join(folder, 'types'));
  return packagesOf(modules);
}

/** Copies the declarations of the library, and of what they name, into a folder. */
function declarations(folder) {
  const done = new Set();
  const visit = (path) => {
    if (done.has(path)) return;
    done.add(path);
    const text = readFileSync(join(dist, path), 'utf8');
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    for (const { groups } of text.matchAll(/(?:\bfrom |\bimport\()['"](?<from>[^'"]+)['"]/gu)) {
      if (groups.from.startsWith('.')) visit(join(dirname(path), groups.from.replace(/\.[jt]s$/u, '.d.ts')));
      else if (dependencies[packageIn(groups.from)] === undefined) {
        throw new Error(`${path} names types of ${groups.from}, which nobody gets who installs the program`);
      }
    }
  };
  visit('index.d.ts');
}

/** Writes the files of one format, and gives the paths of the modules that are in them. */
async function written(folder, format, inputs, { plugins = [], codeSplitting }) {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      Object.entries(inputs).map(([name, file]) => [name, format === 'es' ? join(dist, file) : file]),
    ),
    platform: 'node',
    external: isOutside,
    plugins,
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name].${extension}`,
    comments: false,
    exports: 'named',
    ...(codeSplitting === undefined ? {} : { codeSplitting }),
  });
  await build.close();
  return output.flatMap(({ modules = {} }) => Object.keys(modules));
}

/** The packages whose files are in a list of paths: name, version, licence and folder, in the order of their names. */
function packagesOf(paths) {
  const found = new Map();
  for (const path of paths) {
    if (!path.includes('node_modules')) continue;
    let folder = dirname(path);
    while (!isPackage(folder)) folder = dirname(folder);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    found.set(`${name}@${version}`, { name, version, license, folder });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a folder is that of a package, and not one inside that only says of which kind its modules are. */
function isPackage(folder) {
  const path = resolve(folder, 'package.json');
  return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).version !== undefined;
}
