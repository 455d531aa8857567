import type { Files } from '../batch/files.ts';
import { type InputOptions, inputsOf, STDIN } from '../batch/inputs.ts';
import { linesOf } from '../batch/lines.ts';
import { InputProblem } from '../batch/problem.ts';
import { openStream, readStream, readWhole } from '../batch/read-file.ts';
import { type LineOptions, rawOf, troubleOf } from '../batch/read-input.ts';
import { kindOf, walk } from '../batch/walk.ts';
import type { Message } from '../emit/messages.ts';
import { FORM, type MeetingRecord, schema } from '../emit/schema.ts';
import type { Sources } from '../evaluate/sources.ts';
import { say } from '../model/phrase.ts';
import { BadLine, type ReadingOptions, readArticle, restoreArticle, UnreadableInput } from '../pipeline.ts';
import type { Found } from './entry.ts';

/** A record with its article, or something to tell. */
export type Loaded = { readonly record: MeetingRecord; readonly found: Found } | { readonly told: Message };

/** How records and articles are found and read. */
export interface LoadOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly inputs: InputOptions;
  readonly reading: ReadingOptions;
  readonly lines: LineOptions;
  readonly files: Files;
  readonly sources: Sources;
}

const MOST_BYTES = 2 ** 31 - 1;

/**
 * Loads what paths lead to: records, whose articles are looked for where the records say, or articles, which are read on
 * the spot. Which of the two a file of JSON holds, its first object says.
 */
export async function* load(paths: readonly string[], options: LoadOptions): AsyncGenerator<Loaded> {
  for (const path of paths) {
    try {
      if (await holdsRecords(path, options.files)) yield* loadRecords(path, options);
      else yield* loadArticles(path, options);
    } catch (error) {
      if (!(error instanceof InputProblem)) throw error;
      yield { told: error.told };
    }
  }
}

/** How a file of records starts, without its space: {"schema":"huiyao/1" …, in an array or not. */
const isRecords = (start: string): boolean =>
  start
    .replace(/[\s\uFEFF]/gu, '')
    .replace(/^\[/u, '')
    .startsWith(`{"schema":"${FORM}"`);

async function holdsRecords(path: string, files: Files): Promise<boolean> {
  if (path === STDIN) return true;
  const kind = kindOf(path);
  if (kind === 'text' || kind === 'html') return false;
  for await (const step of walk(path, undefined, files)) {
    if (step.step !== 'file' || step.path !== path) return false;
  }
  let start = '';
  for await (const chunk of await openStream(path, files)) {
    start += new TextDecoder().decode(chunk);
    if (start.length > 200) break;
  }
  return isRecords(start) || kind !== 'jsonl';
}

async function* loadRecords(path: string, { stdin, sources, files }: LoadOptions): AsyncGenerator<Loaded> {
  const name = path === STDIN ? '<stdin>' : path;
  const bytes = path === STDIN ? await readStream(stdin, name, MOST_BYTES) : await readWhole(path, MOST_BYTES, files);
  for await (const { line, value, fault } of valuesIn(bytes)) {
    const at = { severity: 'error', path: name, line } as const;
    if (fault !== null) {
      yield { told: { ...at, code: 'bad-json', text: say`${fault}` } };
      continue;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = issue?.path.join('.') || 'record';
      const text = say`no record of the form ${FORM}: ${place}: ${issue?.message ?? ''}`;
      yield { told: { ...at, code: 'invalid-record', text, help: say`huiyao validate tells all` } };
      continue;
    }
    yield { record: parsed.data, found: await articleOf(parsed.data, sources) };
  }
}

interface JsonValue {
  /** 1-based; null in an array. */
  readonly line: number | null;
  readonly value: unknown;
  readonly fault: string | null;
}

/** The values of JSON Lines, or of one JSON array. */
async function* valuesIn(bytes: Uint8Array): AsyncGenerator<JsonValue> {
  const parse = (text: string, line: number | null): JsonValue => {
    try {
      return { line, value: JSON.parse(text.replace(/^\uFEFF/u, '')), fault: null };
    } catch (error) {
      return { line, value: null, fault: (error as Error).message };
    }
  };
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('[')) {
    const { value, fault } = parse(new TextDecoder().decode(bytes), null);
    if (fault !== null) yield { line: null, value, fault };
    else for (const one of value as readonly unknown[]) yield { line: null, value: one, fault: null };
    return;
  }
  for await (const { number, bytes: line } of linesOf(only(bytes), MOST_BYTES)) {
    const text = line === null ? '' : new TextDecoder().decode(line);
    if (text.trim() !== '') yield parse(text, number);
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The article of a record, found by the path that the record names. */
async function articleOf({ document }: MeetingRecord, sources: Sources): Promise<Found> {
  const { path, line, sha256 } = document;
  if (path === null) return { trouble: { code: 'no-path', reason: '' } };
  try {
    const article = await sources.article(path, line);
    if (article === null) return { trouble: { code: 'unreadable', reason: `${path}:${line}` } };
    return article.sha256 === sha256 ? { article } : { trouble: { code: 'changed', reason: path } };
  } catch (error) {
    if (!(error instanceof InputProblem || error instanceof UnreadableInput || error instanceof BadLine)) throw error;
    return { trouble: { code: 'unreadable', reason: `${path}: ${error.message}` } };
  }
}

async function* loadArticles(
  path: string,
  { stdin, inputs, reading, lines, files }: LoadOptions,
): AsyncGenerator<Loaded> {
  for await (const input of inputsOf([path], stdin, inputs, files)) {
    if (input.kind === 'skipped') continue;
    if (input.kind === 'failed') {
      yield { told: input.failure.message };
      continue;
    }
    const { path: from, line } = input.kind === 'line' ? input : input.raw.origin;
    try {
      const raw = input.kind === 'line' ? rawOf(input, lines) : input.raw;
      yield { record: readArticle(raw, reading), found: { article: restoreArticle(raw) } };
    } catch (error) {
      yield { told: troubleOf(error, from ?? '<stdin>', line) };
    }
  }
}
