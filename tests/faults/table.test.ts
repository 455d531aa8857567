import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { describe, expect, test } from 'vitest';
import { root } from '../scratch.ts';

/** A row of the table of faults. */
interface Row {
  readonly fault: string;
  readonly effect: string;
  /** The path of a file of tests. */
  readonly path: string;
  /** The name of a test in it as the source has it and, where it goes through several, of the case. */
  readonly names: readonly string[];
}

const rows: readonly Row[] = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| fault |'))
  .map((line) => {
    const [fault = '', effect = '', shown = '', ...more] = line.slice(2, -2).split(' | ');
    if (more.length > 0) throw new Error(`more than three cells: ${line}`);
    const [path = '', ...names] = shown.split(' › ');
    return { fault, effect, path: path.replaceAll('`', ''), names };
  });

/** What a file of tests says: the names of its tests, and every string in it. */
interface Tests {
  readonly names: ReadonlySet<string>;
  readonly strings: ReadonlySet<string>;
}

const read = new Map<string, Tests>();

function testsIn(path: string): Tests {
  const known = read.get(path);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const strings = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (typeof node === 'object' && node !== null) {
      const { type, callee, arguments: given } = node as { type?: string; callee?: unknown; arguments?: unknown[] };
      const text = textOf(node);
      if (text !== null) strings.add(text);
      const name = textOf(given?.[0]);
      if (type === 'CallExpression' && name !== null && /^(?:test|it|describe)$/u.test(rootOf(callee))) names.add(name);
      for (const child of Object.values(node)) visit(child);
    }
  };
  visit(parse(readFileSync(join(root, path), 'utf8'), { sourceType: 'module', plugins: ['typescript'] }).program);
  const tests = { names, strings };
  read.set(path, tests);
  return tests;
}

/** The text of a string without gaps; null for anything else. */
function textOf(node: unknown): string | null {
  const { type, value, quasis } = (node ?? {}) as {
    type?: string;
    value?: unknown;
    quasis?: { value: { cooked: string } }[];
  };
  if (type === 'StringLiteral') return value as string;
  return type === 'TemplateLiteral' && quasis?.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}

/** The name that an expression starts with: `test` of `test.runIf(…)('…')`. */
function rootOf(node: unknown): string {
  const { type, name, callee, object } = node as { type: string; name?: string; callee?: unknown; object?: unknown };
  if (type === 'Identifier') return name ?? '';
  const inner = callee ?? object;
  return inner === undefined ? '' : rootOf(inner);
}

describe('the table of faults', () => {
  test('has at least 75 faults, none of them twice', () => {
    const faults = rows.map(({ fault }) => fault);
    expect(faults.filter((fault, i) => faults.indexOf(fault) !== i)).toEqual([]);
    expect(faults.length).toBeGreaterThanOrEqual(75);
  });

  test.each(rows.map((row) => [row.fault, row] as const))(
    '%s: is shown by a test',
    (_fault, { effect, path, names }) => {
      expect(effect).not.toBe('');
      const tests = testsIn(path);
      const [name = '', ...cases] = names;
      expect([...tests.names]).toContain(name);
      for (const one of cases) expect([...tests.strings]).toContain(one);
    },
  );
});
