import type { Message } from '../emit/messages.ts';
import type { Raw } from '../model/document.ts';
import { say } from '../model/phrase.ts';
import { BadLine, type LineFields, type ReadingOptions, readArticle, readLine, UnreadableInput } from '../pipeline.ts';
import type { Article, ArticleLine } from './inputs.ts';
import type { Outcome } from './outcome.ts';

/** What is to be known to read an input, beside the input. */
export interface ReadInputOptions extends ReadingOptions {
  readonly names: LineFields;
  /** The day of publication of lines that have none of their own. */
  readonly published?: string | undefined;
}

/** Reads one input to its end, whatever it is: nothing is thrown, and nothing but the outcome is left behind. */
export function readInput(input: Article | ArticleLine, options: ReadInputOptions): Outcome {
  const path = (input.kind === 'line' ? input.path : input.raw.origin.path) ?? '<stdin>';
  const line = input.kind === 'line' ? input.line : null;
  let id: string | number | null = null;
  try {
    const raw = input.kind === 'line' ? rawOf(input, options) : input.raw;
    id = raw.origin.id;
    return { outcome: 'ok', json: JSON.stringify(readArticle(raw, options)) };
  } catch (error) {
    const bug = !(error instanceof UnreadableInput || error instanceof BadLine);
    if (error instanceof BadLine) id = error.id;
    return { outcome: 'failed', failure: { message: troubleOf(error, path, line), id, bug } };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The article of a line. @throws BadLine or UnreadableInput when it holds none */
function rawOf({ bytes, path, line }: ArticleLine, { names, published = undefined }: ReadInputOptions): Raw {
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
