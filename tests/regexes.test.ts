import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

interface Listed {
  readonly literals: readonly Expression[];
  /** Where `new RegExp` or `RegExp(…)` stands, by file. */
  readonly built: readonly string[];
}

/** Every regular expression of the source, by a parser: what a search for slashes finds depends on the code around them. */
function listed(): Listed {
  const literals: Expression[] = [];
  const built: string[] = [];
  for (const path of FILES) {
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) for (const one of node) visit(one);
      if (typeof node !== 'object' || node === null || !('type' in node)) return;
      const { type, pattern, flags, callee, loc } = node as unknown as {
        readonly type: string;
        readonly pattern: string;
        readonly flags: string;
        readonly callee?: { readonly name?: string };
        readonly loc: { readonly start: { readonly line: number } };
      };
      if (type === 'RegExpLiteral') literals.push({ place: `${path}:${loc.start.line}`, source: pattern, flags });
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') built.push(path);
      for (const [key, inner] of Object.entries(node)) if (key !== 'loc') visit(inner);
    };
    const code = readFileSync(`${SRC}${path}`, 'utf8');
    visit(parse(code, { sourceType: 'module', plugins: ['typescript'] }).program.body);
  }
  return { literals, built };
}

/** Every regular expression that the source builds when it is loaded. */
async function builtOnLoading(paths: readonly string[]): Promise<readonly Expression[]> {
  const found: Expression[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags = ''], asked) {
      if (typeof source === 'string') found.push({ place: 'built', source, flags });
      return Reflect.construct(target, [source, flags], asked);
    },
  });
  try {
    for (const path of paths) await import(`${SRC}${path}`);
  } finally {
    globalThis.RegExp = Plain;
  }
  return found;
}

/** What the checker has against an expression: that some string takes it more than linear time. */
const faultsOf = ({ place, source, flags }: Expression): readonly string[] =>
  analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.map(
    ({ type, exponential, character }) =>
      `${place} ${exponential ? 'exponential' : type} on ${character.literal.source}: ${source}`,
  );

/** Strings on which an expression may try one start after another: its own characters, repeated, with nothing to end them. */
function hardStringsOf({ source }: Expression): readonly string[] {
  const plain = source.replace(/\(\?<?[=!]|\(\?<\w+>|\(\?:|\\p\{[^}]+\}|\\[a-zA-Z]|\{\d*,?\d*\}|[[\]()|?*+^$\\]/gu, '');
  const characters = [...new Set([...plain.slice(0, 40), '1', 'a', ' ', '会', '?', '(', '、'])];
  const units = [plain.slice(0, 12), plain.slice(0, 4), ...characters.slice(0, 12)].filter((unit) => unit !== '');
  return [...new Set(units)].slice(0, 6);
}

/** As the source uses it: a global expression goes through the text, any other looks for its first match. */
const milliseconds = (form: RegExp, text: string): number => {
  const start = performance.now();
  if (form.global) for (const _ of text.matchAll(form));
  else form.exec(text);
  form.lastIndex = 0;
  return performance.now() - start;
};

const LENGTH = 3_000;
/** Four times the text takes four times as long; sixteen times as long is quadratic. */
const MOST = 9;
/** Milliseconds below which a figure is noise; a quadratic expression takes the long text well over a hundred. */
const NOISE = 40;

describe('every regular expression of the source', async () => {
  const { literals, built } = listed();
  const made = await builtOnLoading([...new Set(built)]);

  test('is found: the literals by a parser, and those that are built when their file is loaded', () => {
    expect(literals.length).toBeGreaterThan(400);
    // Files may build several by one call; none may build them where this test cannot see them.
    expect(made.length).toBeGreaterThanOrEqual(built.length);
  });

  test('takes linear time, says a checker that knows why one would not', () => {
    expect([...literals, ...made].flatMap(faultsOf)).toEqual([]);
  });

  test('takes linear time on strings of its own characters', () => {
    const slow: string[] = [];
    for (const expression of [...literals, ...made]) {
      const { place, source, flags } = expression;
      const form = new RegExp(source, flags);
      for (const unit of hardStringsOf(expression)) {
        const of = (length: number): string => `${unit.repeat(Math.ceil(length / unit.length))}\u0001`;
        const grows = (): number => {
          const long = milliseconds(form, of(LENGTH * 4));
          return long < NOISE ? 1 : long / milliseconds(form, of(LENGTH));
        };
        if (grows() > MOST && grows() > MOST && grows() > MOST) slow.push(`${place} on ${unit}: ${source}`);
      }
    }
    expect(slow).toEqual([]);
  });

  test('takes a short text no time, however its words are put together', () => {
    const slow: string[] = [];
    for (const expression of [...literals, ...made]) {
      const form = new RegExp(expression.source, expression.flags.replace('g', ''));
      const units = hardStringsOf(expression);
      for (const text of units.flatMap((unit, at) => [unit, unit + units[(at * 7 + 1) % units.length]])) {
        const short = text.repeat(Math.ceil(200 / text.length));
        const isSlow = (): boolean => milliseconds(form, short) > 50;
        if (isSlow() && isSlow() && isSlow()) slow.push(`${expression.place} on ${text}: ${expression.source}`);
      }
    }
    expect(slow).toEqual([]);
  });

  test('the checker finds what is wrong', () => {
    const faults = (source: string): number => faultsOf({ place: 'here', source, flags: 'u' }).length;
    expect(faults('\\?{3,}(?=\\p{Script=Han})')).toBeGreaterThan(0);
    expect(faults('(?:a+)+b')).toBeGreaterThan(0);
    expect(faults('^a{1,3}b')).toBe(0);
  });
});
