// The tests as plain functions, and the modules they test evaluated anew as often as asked for, all in one process: what a
// run with one mutant costs is then its tests, and no start of a process or of a worker.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import vm from 'node:vm';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';
import fc from 'fast-check';
import { rolldown } from 'rolldown';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
// What vitest writes and compares, is only compared here.
chai.use(({ Assertion }) => {
  Assertion.addMethod('toMatchFileSnapshot', function (path) {
    new Assertion(this._obj).toBe(readFileSync(path, 'utf8'));
  });
});
// What is random is the same for every mutant.
fc.configureGlobal({ seed: 2026 });

/** The tests of the files that are being evaluated. */
let collected = [];
/** The names of the groups around the test that is being collected. */
let groups = [];

const test = (name, run) => collected.push({ name: [...groups, name].join(' > '), run });
const describe = (name, collect) => {
  groups.push(name);
  collect();
  groups.pop();
};

/** A row of a table is one argument, or as many as it has cells. */
const each = (add) => (rows) => (name, run) => {
  for (const [index, row] of [...rows].entries()) {
    const cells = Array.isArray(row) ? row : [row];
    add(`${name} [${index}]`, () => run(...cells));
  }
};
for (const add of [test, describe]) {
  add.each = each(add);
  add.runIf = (condition) => (condition ? add : () => undefined);
  add.skipIf = (condition) => add.runIf(!condition);
}

/** What the test files import from vitest: as much of it as they use. */
const vitest = {
  describe,
  test,
  it: test,
  expect: (value, message) => chai.expect(value, message),
};

/**
 * Reads test files and all they import.
 * @param entries paths of test files, from the current folder
 * @returns what evaluates all of them, or those that are named: `(files?: Set<string>) => { id, file, name, run }[]`
 */
export async function loadTests(entries) {
  const bundle = await rolldown({
    input: entries,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    treeshake: false,
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    preserveModules: true,
    exports: 'named',
    sourcemap: false,
  });
  await bundle.close();
  const chunks = new Map(
    output.map((chunk) => {
      const names = ['exports', 'require', 'module', '__filename', '__dirname'];
      return [
        chunk.fileName,
        { ...chunk, evaluate: vm.compileFunction(chunk.code, names, { filename: chunk.fileName }) },
      ];
    }),
  );

  /** Whether a module is the same whichever mutant is active: it imports none that has any. */
  const changes = new Map();
  const isFixed = (fileName) => {
    if (!changes.has(fileName)) {
      const { code, imports } = chunks.get(fileName);
      changes.set(fileName, false);
      const own = code.includes('stryMutAct_') || fileName.endsWith('.test.cjs') || fileName.endsWith('.test.js');
      changes.set(fileName, own || imports.some((other) => chunks.has(other) && !isFixed(other)));
    }
    return !changes.get(fileName);
  };

  const fixed = new Map();
  return (files) => {
    const evaluated = new Map();
    const load = (fileName) => {
      const modules = isFixed(fileName) ? fixed : evaluated;
      const known = modules.get(fileName);
      if (known !== undefined) return known.exports;
      const { evaluate, facadeModuleId } = chunks.get(fileName);
      const module = { exports: {} };
      modules.set(fileName, module);
      // A module lies where it was written: the tables beside it are found.
      const path = resolve(facadeModuleId?.startsWith('/') ? facadeModuleId : fileName);
      const outside = createRequire(path);
      const require = (id) => {
        if (id === 'vitest') return vitest;
        if (!id.startsWith('.')) return outside(id);
        return load(relative('/', resolve('/', dirname(fileName), id)));
      };
      evaluate(module.exports, require, module, path, dirname(path));
      return module.exports;
    };
    const tests = [];
    for (const [fileName, { isEntry, facadeModuleId }] of chunks) {
      const file = isEntry ? relative('', facadeModuleId) : undefined;
      if (file === undefined || files?.has(file) === false) continue;
      collected = [];
      groups = [];
      load(fileName);
      tests.push(...collected.map(({ name, run }, index) => ({ id: `${file}#${index} ${name}`, file, name, run })));
    }
    return tests;
  };
}
