import type { Message } from '../emit/messages.ts';
import type { Raw } from '../model/document.ts';
import { say } from '../model/phrase.ts';
import {
  additionsOf,
  BadLine,
  type LineFields,
  type ReadingOptions,
  readArticle,
  readLine,
  type SegmenterName,
  UnreadableInput,
} from '../pipeline.ts';
import type { ArticleLine, Readable } from './inputs.ts';
import type { Outcome } from './outcome.ts';

/** What is to be known to read inputs. It is plain data, so that it can be handed to another thread. */
export interface Setup {
  readonly segmenter?: SegmenterName | undefined;
  /** The table of a user's words, as text; `additionsOf` must be able to read it. */
  readonly lexicon?: string | undefined;
  readonly names: LineFields;
  /** The day of publication of lines that have none of their own. */
  readonly published?: string | undefined;
}

/** What reads inputs to their end, whatever they are: nothing is thrown, and nothing but the outcome is left behind. */
export function readerOf({ segmenter, lexicon, ...lines }: Setup): (input: Readable) => Outcome {
  const options: ReadingOptions = { segmenter, lexicon: lexicon === undefined ? undefined : additionsOf(lexicon) };
  return (input) => readInput(input, lines, options);
}

/** How a line of JSON Lines is read. */
export type LineOptions = Pick<Setup, 'names' | 'published'>;

function readInput(input: Readable, lines: LineOptions, options: ReadingOptions): Outcome {
  let id: string | number | null = null;
  try {
    const raw = input.kind === 'line' ? rawOf(input, lines) : input.raw;
    id = raw.origin.id;
    return { outcome: 'ok', json: encoder.encode(JSON.stringify(readArticle(raw, options))) };
  } catch (error) {
    const bug = !(error instanceof UnreadableInput || error instanceof BadLine);
    if (error instanceof BadLine) id = error.id;
    const { path, line } = placeOf(input);
    return { outcome: 'failed', failure: { message: troubleOf(error, path, line), id, bug } };
  }
}

/** Where an input came from, as messages tell it. */
export const placeOf = (input: Readable): { readonly path: string; readonly line: number | null } => {
  const { path, line } = input.kind === 'line' ? input : input.raw.origin;
  return { path: path ?? '<stdin>', line };
};

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The article of a line. @throws BadLine or UnreadableInput when it holds none */
export function rawOf({ bytes, path, line }: ArticleLine, { names, published }: LineOptions): Raw {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new UnreadableInput(
      'undecodable',
      say`this line is no UTF-8, and JSON Lines must be`,
      say`convert the file, e.g. with iconv -f gb18030 -t utf-8`,
    );
  }
  const raw = readLine(text, names, { path, line });
  return { ...raw, origin: { ...raw.origin, published: raw.origin.published ?? published ?? null } };
}

/** What to tell of an article that could not be read. */
export function troubleOf(error: unknown, path: string, line: number | null): Message {
  if (error instanceof UnreadableInput) {
    return { severity: 'error', code: error.code, path, line, text: error.said, help: error.advice };
  }
  if (error instanceof BadLine) {
    return {
      severity: 'error',
      code: error.code,
      path,
      line,
      column: error.column,
      text: error.said,
      excerpt: error.text === null ? null : { text: error.text, length: 1 },
    };
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const place = error instanceof Error ? / at (?<place>.+)/u.exec(error.stack ?? '')?.groups?.place : undefined;
  return {
    severity: 'error',
    code: 'bug',
    path,
    line,
    text: say`this is a bug in huiyao: ${text}`,
    help:
      place === undefined
        ? say`please report it with the article`
        : say`please report it with the article (at ${place})`,
  };
}
