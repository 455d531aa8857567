import { resolve } from 'node:path';
import type { Raw } from '../model/document.ts';
import { say } from '../model/phrase.ts';
import { articleOf } from '../pipeline.ts';
import { disk, type Files } from './files.ts';
import { matcherOf } from './glob.ts';
import { linesOf } from './lines.ts';
import type { Failure } from './outcome.ts';
import { InputProblem, problemOf } from './problem.ts';
import { openStream, readStream, readWhole } from './read-file.ts';
import { type InputKind, kindOf, walk } from './walk.ts';

/** How inputs are found and read. */
export interface InputOptions {
  /** Overrules what the name of a file says about it. */
  readonly kind?: InputKind | undefined;
  readonly published?: string | undefined;
  /** Most bytes of one article. */
  readonly maxFileSize: number;
  /** Most bytes of one line of a JSON Lines input. */
  readonly maxLineSize: number;
  /** Patterns of paths that are left out. */
  readonly exclude: readonly string[];
  /** Files that are passed over even when a folder holds them: where the records go. */
  readonly except: readonly string[];
}

/** A whole article as it came. */
export interface Article {
  readonly kind: 'article';
  readonly raw: Raw;
}

/** A line of a JSON Lines input, not yet looked into. */
export interface ArticleLine {
  readonly kind: 'line';
  readonly path: string | null;
  /** 1-based; null where a line's number means nothing. */
  readonly line: number | null;
  readonly bytes: Uint8Array;
}

/** An input that is there to be read. */
export type Readable = Article | ArticleLine;

/** How many bytes an input takes. */
export const sizeOf = (input: Readable): number =>
  input.kind === 'line' ? input.bytes.length : input.raw.content.length;

/** One input: something to read, a file that is left out, or what is in the way of reading one. */
export type Input =
  | Readable
  | { readonly kind: 'skipped'; readonly path: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

const failedBy = (problem: InputProblem): Input => ({
  kind: 'failed',
  failure: { message: problem.told, id: null, bug: false },
});

/** The path that means standard input. */
export const STDIN = '-';

/** The inputs behind paths (files, folders, `-`), in the order in which they are given. */
export async function* inputsOf(
  paths: Iterable<string> | AsyncIterable<string | InputProblem>,
  stdin: AsyncIterable<Uint8Array>,
  options: InputOptions,
  files: Files = disk,
): AsyncGenerator<Input> {
  const patterns = options.exclude.map(matcherOf);
  const leftOut = (path: string): boolean => patterns.some((matches) => matches(path));
  const except = new Set(options.except.map((path) => resolve(path)));
  for await (const path of paths) {
    if (path instanceof InputProblem) {
      yield failedBy(path);
      continue;
    }
    if (path === STDIN) {
      yield* inStdin(stdin, options);
      continue;
    }
    for await (const step of walk(path, leftOut, files)) {
      if (step.step === 'problem') yield failedBy(step.problem);
      else if (except.has(resolve(step.path))) continue;
      else if (step.step === 'skipped') yield { kind: 'skipped', path: step.path };
      else yield* inFile(step.path, options, files);
    }
  }
}

async function* inFile(path: string, options: InputOptions, files: Files): AsyncGenerator<Input> {
  const kind = options.kind ?? kindOf(path);
  try {
    if (kind === 'jsonl') {
      yield* inLines(await openStream(path, files), path, options);
      return;
    }
    const content = await readWhole(path, options.maxFileSize, files);
    yield { kind: 'article', raw: articleOf(content, articleOptions(path, kind, options)) };
  } catch (error) {
    yield failedBy(problemOf(error, path));
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
    yield failedBy(problemOf(error, '<stdin>'));
  }
}

const articleOptions = (path: string | null, kind: InputKind | null, { published }: InputOptions) => ({
  path,
  published,
  format: kind === 'html' ? ('html' as const) : kind === 'text' && path === null ? ('text' as const) : undefined,
});

/** The articles of a JSON Lines input. Blank lines hold none and are passed over. */
async function* inLines(
  stream: AsyncIterable<Uint8Array>,
  path: string | null,
  { maxLineSize }: InputOptions,
): AsyncGenerator<Input> {
  for await (const { number: line, bytes } of linesOf(stream, maxLineSize)) {
    if (bytes === null) yield failedBy(tooLong(maxLineSize, { path: path ?? '<stdin>', line }));
    else if (!isBlank(bytes)) yield { kind: 'line', path, line, bytes };
  }
}

/**
 * The lines of a stream that is answered line by line: one input a line, blank ones too. They have no number: it would
 * tell where a line stood in one part of the data, and the same line must be answered with the same bytes in whatever
 * part it comes.
 */
export async function* everyLine(stream: AsyncIterable<Uint8Array>, maxLineSize: number): AsyncGenerator<Input> {
  for await (const { bytes } of linesOf(stream, maxLineSize)) {
    if (bytes === null) yield failedBy(tooLong(maxLineSize));
    else if (isBlank(bytes)) yield failedBy(new InputProblem('empty', say`there is nothing on this line`));
    else yield { kind: 'line', path: null, line: null, bytes };
  }
}

const tooLong = (limit: number, at: { path?: string; line?: number } = {}): InputProblem =>
  new InputProblem('line-too-long', say`longer than ${limit} bytes, the limit for one line`, {
    ...at,
    help: say`raise the limit with --max-line-size`,
  });

/** Whether a line is nothing but space: tab, vertical tab, form feed, carriage return, blank. */
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
