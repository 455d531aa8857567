import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { byCodePoint } from '../batch/walk.ts';
import { inEnglish, type Phrase, say } from '../model/phrase.ts';
import type { Answer } from './measures.ts';

/** A file of answers that cannot be read as such. */
export class BadAnswers extends Error {
  readonly path: string;
  readonly line: number | null;
  readonly said: Phrase;

  constructor(path: string, line: number | null, said: Phrase) {
    super(`${path}${line === null ? '' : `:${line}`}: ${inEnglish(said)}`);
    this.name = 'BadAnswers';
    this.path = path;
    this.line = line;
    this.said = said;
  }
}

function parse(text: string, path: string, line: number | null): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadAnswers(path, line, say`no JSON: ${(error as Error).message}`);
  }
  return answerOf(value, path, line);
}

function answerOf(value: unknown, path: string, line: number | null, entry: number | null = null): Answer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadAnswers(
      path,
      line,
      entry === null ? say`a JSON object is wanted` : say`entry ${entry}: a JSON object is wanted`,
    );
  }
  return value;
}

/** The JSON objects of a file of JSON Lines, or of one JSON array. @throws BadAnswers */
export function answersIn(path: string): readonly Answer[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new BadAnswers(path, null, say`${(error as Error).message}`);
  }
  if (text.trimStart().startsWith('[')) {
    let list: readonly unknown[];
    try {
      list = JSON.parse(text) as readonly unknown[];
    } catch (error) {
      throw new BadAnswers(path, null, say`no JSON: ${(error as Error).message}`);
    }
    return list.map((value, i) => answerOf(value, path, null, i + 1));
  }
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, path, i + 1)]));
}

/**
 * Gold answers: a file of JSON Lines, a folder of `<id>.gold.json`, or a folder of folders with a `truth.json` each, whose
 * id is then the folder's name. @throws BadAnswers
 */
export function goldIn(path: string): readonly Answer[] {
  if (!existsSync(path)) throw new BadAnswers(path, null, say`there is no such file or folder`);
  if (!statSync(path).isDirectory()) return answersIn(path);
  const names = readdirSync(path).sort(byCodePoint);
  const gold = names.filter((name) => name.endsWith('.gold.json'));
  const read = (file: string): Answer => parse(readFileSync(file, 'utf8'), file, null);
  if (gold.length > 0) return gold.map((name) => read(join(path, name)));
  return names
    .filter((name) => existsSync(join(path, name, 'truth.json')))
    .map((name) => ({ ...read(join(path, name, 'truth.json')), id: name }));
}

/** The id by which a record belongs to a gold answer: its own, or its file's name; a file named article has its folder's. */
export function idOf({ document }: Answer): string | number {
  if (document?.id !== undefined && document.id !== null) return document.id;
  const path = document?.path ?? '';
  const name = basename(path).replace(/\.[^.]+$/u, '');
  return name === 'article' ? basename(dirname(path)) : name;
}

/** Finds the record that belongs to a gold answer. The last one wins when several do. */
export function recordsById(records: readonly Answer[]): (answer: Answer) => Answer | undefined {
  const byId = new Map(records.map((record) => [idOf(record), record]));
  return ({ id }) => (id === undefined || id === null ? undefined : byId.get(id));
}
