import { dirname, relative, resolve } from 'node:path';
import { evaluate, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { InputProblem } from '../batch/problem.ts';
import { readWhole } from '../batch/read-file.ts';
import { lineColumnsOf } from '../emit/line-column.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { type OptionRow, type Table, UsageError, WrongValue } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { complaintIn } from './option-value.ts';
import { keyOf, settings } from './settings.ts';

/** The values of a configuration by the key of the option that each is for, read as the option itself would read them. */
export type Configuration = Readonly<Record<string, unknown>>;

/** The key that tells an editor the form of the file. */
const SCHEMA = '$schema';

/** A member of the file and where it stands. */
interface Setting {
  readonly key: string;
  readonly name: MemberNode['name'];
  readonly value: ValueNode;
}

/** A configuration is small; a larger file is something else. */
const MOST_BYTES = 1e6;

/**
 * Reads a configuration. It is data: nothing in it is run. Paths in it start from its folder.
 * @throws UsageError with its place when it cannot be read, is not JSON, or has a key or a value that no option has.
 */
export async function configurationIn(path: string, table: Table): Promise<Configuration> {
  // As it would be written in the working directory, in which people look for it.
  const shown = relative(process.cwd(), path);
  let text: string;
  try {
    // As an article is read: a named pipe of that name would keep every command waiting.
    text = new TextDecoder().decode(await readWhole(path, MOST_BYTES));
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    throw new UsageError(error.said, null, 'config-file', { path: shown });
  }
  const wrong = (code: 'config-file' | 'config-key' | 'config-value', offset: number, length: number) => {
    const { line, column } = lineColumnsOf(text)(offset);
    const excerpt = { text: text.split('\n')[line - 1]?.replace(/\r$/u, '') ?? '', length: Math.max(1, length) };
    return (said: Phrase, help: Phrase | null): UsageError =>
      new UsageError(said, help, code, { path: shown, line, column, excerpt });
  };
  const at = (code: 'config-key' | 'config-value', { loc }: Pick<ValueNode, 'loc'>) =>
    wrong(code, loc.start.offset, [...text.slice(loc.start.offset, loc.end.offset)].length);
  const known = settings(table);
  const values: Record<string, unknown> = {};
  for (const { key, name, value } of settingsIn(text, wrong)) {
    if (key === SCHEMA) continue;
    const row = known.find((option) => keyOf(option) === key);
    if (row === undefined) {
      const keys = known.map(keyOf);
      const meant = didYouMean(key, keys);
      const help = meant === null ? say`the keys are: ${keys.join(', ')}` : say`did you mean '${meant}'?`;
      throw at('config-key', name)(say`unknown key '${key}'`, help);
    }
    try {
      values[key] = settingOf(row, evaluate(value), dirname(path));
    } catch (error) {
      const complaint = complaintIn(error);
      if (complaint === null) throw error;
      throw at('config-value', value)(say`${key}: ${complaint}`, say`huiyao COMMAND --help tells what it sets`);
    }
  }
  return values;
}

/** The members of the one object that a configuration is. */
function settingsIn(
  text: string,
  wrong: (code: 'config-file', offset: number, length: number) => (said: Phrase, help: Phrase | null) => UsageError,
): readonly Setting[] {
  const help = say`it must be one JSON object`;
  try {
    const { body } = parse(text, { mode: 'json' });
    if (body.type === 'Object') {
      return body.members.map(({ name, value }) => ({
        key: name.type === 'String' ? name.value : name.name,
        name,
        value,
      }));
    }
    throw wrong('config-file', body.loc.start.offset, 1)(say`no JSON object`, help);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { message, offset = text.length } = error as Error & { readonly offset?: number };
    throw wrong('config-file', offset, 1)(say`no JSON: ${message.replace(/ ?\(\d+:\d+\)$/u, '')}`, help);
  }
}

/** A value as the option would have read it from the command line. @throws WrongValue */
function settingOf({ setting, choices, parse: read }: OptionRow, value: unknown, folder: string): unknown {
  const text = (one: unknown): string => {
    if (typeof one !== 'string' || one === '') throw new WrongValue(say`a string is wanted`);
    return one;
  };
  switch (setting) {
    case 'choice':
      if (choices?.includes(value as string) !== true) {
        throw new WrongValue(say`one of these is wanted: ${choices?.join(', ') ?? ''}`);
      }
      return value;
    case 'path':
      return relative(process.cwd(), resolve(folder, text(value)));
    case 'texts':
      if (!Array.isArray(value)) throw new WrongValue(say`a list of strings is wanted`);
      return value.map(text);
    case 'number':
      if (typeof value !== 'number') throw new WrongValue(say`a number is wanted`);
      return read?.(String(value), undefined);
    case 'jobs':
    case 'size':
    case 'time':
      return read?.(typeof value === 'number' ? String(value) : text(value), undefined);
    case 'floors':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new WrongValue(say`an object is wanted, of fields and the least F1 of each`);
      }
      return Object.entries(value).reduce<unknown>(
        (floors, [field, least]) => read?.(`${field}=${least}`, floors),
        undefined,
      );
    default:
      return text(value);
  }
}
