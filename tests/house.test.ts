import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

const sources = filesUnder('src').filter((path) => path.endsWith('.ts'));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** import … from 'x' · export … from 'x' · import('x') · require('x'), and whether it is for types alone. */
const IMPORT =
  /(?:^(?:import|export)(?<type> type)?\b[^';]{0,2000}?\bfrom\s+|\bimport\(|\brequire\(|^import\s+)'(?<from>[^']+)'/gmu;

const importsOf = (path: string, which: 'all' | 'values' = 'all'): readonly string[] =>
  [...textOf(path).matchAll(IMPORT)]
    .filter(({ groups }) => which === 'all' || groups?.type === undefined)
    .map(({ groups }) => groups?.from as string);

/** The part of the house in which a file lives: its folder in src, or its own name. */
const partOf = (path: string): string => {
  const [, first = ''] = path.split('/');
  return first;
};

/** Which parts a part may import, beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lexicon: ['model'],
  decode: ['model', 'lexicon'],
  restore: ['model', 'lexicon'],
  segment: ['model', 'lexicon'],
  recognise: ['model', 'lexicon'],
  fields: ['model', 'lexicon'],
  // The schema of a record is made from the list of fields.
  emit: ['model', 'lexicon', 'fields'],
  'pipeline.ts': ['model', 'lexicon', 'decode', 'restore', 'segment', 'recognise', 'fields', 'emit'],
  batch: ['model', 'emit', 'pipeline.ts'],
  evaluate: ['model', 'emit', 'pipeline.ts', 'batch'],
  view: ['model', 'emit', 'pipeline.ts', 'batch', 'evaluate'],
  explain: ['model'],
  database: ['model', 'emit'],
  cli: ['model', 'emit', 'pipeline.ts', 'batch', 'evaluate', 'view', 'explain', 'database'],
  'cli.ts': ['cli', 'emit'],
  'index.ts': ['model', 'emit', 'pipeline.ts'],
};

/** A definition that others may use; `export { … } from` passes on what has its comment elsewhere. */
const EXPORT = /^export (?:async )?(?:const|function\*?|class|interface|type|abstract class) \w/u;

describe('the house', () => {
  test('every part imports only what is below it', () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter((from) => from.startsWith('.'))
        .map((from) => relative(root, join(root, dirname(path), from)).replaceAll('\\', '/'))
        .filter((target) => target.startsWith('src/'))
        .filter((target) => partOf(target) !== partOf(path))
        .filter((target) => !(MAY_IMPORT[partOf(path)] ?? []).includes(partOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every part of src has its place in the order', () => {
    expect([...new Set(sources.map(partOf))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  test('no two files import each other, at any distance', () => {
    const graph = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          .filter((from) => from.startsWith('.'))
          .map((from) => relative(root, join(root, dirname(path), from)).replaceAll('\\', '/')),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('a package of others is imported by one file, or by one file and the folder of its parts', () => {
    const importers = new Map<string, Set<string>>();
    for (const path of sources) {
      for (const from of importsOf(path, 'values')) {
        if (from.startsWith('.') || from.startsWith('node:')) continue;
        const [scope = '', name = ''] = from.split('/');
        const key = scope.startsWith('@') ? `${scope}/${name}` : scope;
        const place = path.replace(/\.ts$/u, '');
        const places = importers.get(key) ?? new Set();
        if (![...places].some((known) => place.startsWith(`${known}/`))) places.add(place);
        importers.set(key, places);
      }
    }
    const shared = [...importers].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places]);
    expect(shared).toEqual([]);
  });

  test('files are named for what they find or do', () => {
    const all = [...sources, ...filesUnder('tests'), ...filesUnder('scripts'), ...filesUnder('bench')];
    const names = all.map((path) => [path, path.slice(path.lastIndexOf('/') + 1)] as const);
    expect(names.filter(([, name]) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)+$/u.test(name))).toEqual([]);
    expect(names.filter(([, name]) => /\b(?:utils?|helpers?|common|manager|impl|misc)\b/u.test(name))).toEqual([]);
  });

  test('nothing is left open, and output goes one way', () => {
    const open = ['TO' + 'DO', 'FIX' + 'ME', 'process' + '.exit(', 'console' + '.log('];
    const found = sources.flatMap((path) =>
      open.filter((word) => textOf(path).includes(word)).map((word) => [path, word]),
    );
    expect(found).toEqual([]);
  });

  test('no list becomes the arguments of a call, of which there may only be some hundred thousand', () => {
    const pushing = sources.filter(
      (path) => !path.startsWith('src/view/page/') && /\.push\(\.\.\./u.test(textOf(path)),
    );
    expect(pushing).toEqual([]);
  });

  test('regular expressions know Unicode', () => {
    const literal =
      /(?:^|[=(,:?&|[]|return)\s*(?<body>\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/)(?<flags>[a-z]*)(?=[\s.,;)\]])/gmu;
    const found = sources.flatMap((path) =>
      [...textOf(path).matchAll(literal)]
        .filter(({ groups }) => !/[uv]/u.test(groups?.flags ?? ''))
        .map(({ groups }) => `${path}: ${groups?.body}${groups?.flags}`),
    );
    expect(found).toEqual([]);
  });

  test('every export says what it means', () => {
    const bare = sources.flatMap((path) => {
      const lines = textOf(path).split('\n');
      const isExport = (i: number): boolean => EXPORT.test(lines[i] ?? '');
      // Exports on consecutive lines share the comment above the first.
      const firstOf = (i: number): number => (isExport(i - 1) ? firstOf(i - 1) : i);
      return lines.flatMap((_line, i) =>
        !isExport(i) || /\*\/\s*$/u.test(lines[firstOf(i) - 1] ?? '') ? [] : [`${path}:${i + 1}`],
      );
    });
    expect(bare).toEqual([]);
  });
});
