import { resolve } from 'node:path';
import type { Raw } from '../model/document.ts';
import { articleOf, BadLine, type LineFields, readLine } from '../pipeline.ts';
import { matcherOf } from './glob.ts';
import { linesOf } from './lines.ts';
import { InputProblem, problemOf } from './problem.ts';
import { openStream, readStream, readWhole } from './read-file.ts';
import { type InputKind, kindOf, walk } from './walk.ts';

/** How inputs are found and read. */
export interface InputOptions {
  /** Overrules what the name of a file says about it. */
  readonly kind?: InputKind | undefined;
  readonly published?: string | undefined;
  readonly names: LineFields;
  /** Most bytes of one article. */
  readonly maxFileSize: number;
  /** Most bytes of one line of a JSON Lines input. */
  readonly maxLineSize: number;
  /** Patterns of paths that are left out. */
  readonly exclude: readonly string[];
  /** A file that is not read even when a folder holds it: where the records go. */
  readonly except?: string | undefined;
}

/** One input: an article to read, a file that is left out, or what is in the way of reading one. */
export type Input =
  | { readonly kind: 'article'; readonly raw: Raw }
  | { readonly kind: 'skipped'; readonly path: string }
  | { readonly kind: 'failed'; readonly problem: InputProblem };

/** The path that means standard input. */
export const STDIN = '-';

/** The inputs behind paths (files, folders, `-`), in the order in which they are given. */
export async function* inputsOf(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: InputOptions,
): AsyncGenerator<Input> {
  const patterns = options.exclude.map(matcherOf);
  const leftOut = (path: string): boolean => patterns.some((matches) => matches(path));
  for (const path of paths) {
    if (path === STDIN) {
      yield* inStdin(stdin, options);
      continue;
    }
    for await (const step of walk(path, leftOut)) {
      if (step.step === 'problem') yield { kind: 'failed', problem: step.problem };
      else if (step.step === 'skipped') yield { kind: 'skipped', path: step.path };
      else if (options.except === undefined || resolve(step.path) !== resolve(options.except))
        yield* inFile(step.path, options);
    }
  }
}

async function* inFile(path: string, options: InputOptions): AsyncGenerator<Input> {
  const kind = options.kind ?? kindOf(path);
  try {
    if (kind === 'jsonl') {
      yield* inLines(await openStream(path), path, options);
      return;
    }
    const content = await readWhole(path, options.maxFileSize);
    yield { kind: 'article', raw: articleOf(content, articleOptions(path, kind, options)) };
  } catch (error) {
    yield { kind: 'failed', problem: problemOf(error, path) };
  }
}

async function* inStdin(stdin: AsyncIterable<Uint8Array>, options: InputOptions): AsyncGenerator<Input> {
  const kind = options.kind ?? null;
  try {
    if (kind === 'jsonl') {
      yield* inLines(stdin, null, options);
      return;
    }
    const content = await readStream(stdin, '<stdin>', options.maxFileSize);
    yield { kind: 'article', raw: articleOf(content, articleOptions(null, kind, options)) };
  } catch (error) {
    yield { kind: 'failed', problem: problemOf(error, '<stdin>') };
  }
}

const articleOptions = (path: string | null, kind: InputKind | null, { published }: InputOptions) => ({
  path,
  published,
  format: kind === 'html' ? ('html' as const) : kind === 'text' && path === null ? ('text' as const) : undefined,
});

async function* inLines(
  stream: AsyncIterable<Uint8Array>,
  path: string | null,
  options: InputOptions,
): AsyncGenerator<Input> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  for await (const { number, bytes } of linesOf(stream, options.maxLineSize)) {
    const at = { path: path ?? '<stdin>', line: number };
    const failed = (code: string, text: string, more: { help?: string; column?: number | null } = {}): Input => ({
      kind: 'failed',
      problem: new InputProblem(code, text, { ...at, ...more }),
    });
    if (bytes === null) {
      yield failed('line-too-long', `longer than ${options.maxLineSize} bytes, the limit for one line`);
      continue;
    }
    let line: string;
    try {
      line = utf8.decode(bytes);
    } catch {
      yield failed('undecodable', 'this line is no UTF-8, and JSON Lines must be', {
        help: 'convert the file, e.g. with iconv -f gb18030 -t utf-8',
      });
      continue;
    }
    if (line.trim() === '') continue;
    try {
      const raw = readLine(line, options.names, { path, line: number });
      const published = raw.origin.published ?? options.published ?? null;
      yield { kind: 'article', raw: { ...raw, origin: { ...raw.origin, published } } };
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      yield failed(error.code, error.message, { column: error.column });
    }
  }
}
