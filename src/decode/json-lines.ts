import type { Raw } from '../model/document.ts';
import { inEnglish, type Phrase, say } from '../model/phrase.ts';

/** Why a line is no article. */
export type BadLineCode = 'json-invalid' | 'json-not-object' | 'text-missing';

/**
 * A line of a JSON Lines input that holds no article. `column` counts code points from 1; null when it has no place.
 * `id` is what the line says of itself; null when it says nothing that can be read.
 */
export class BadLine extends Error {
  readonly code: BadLineCode;
  readonly column: number | null;
  readonly id: string | number | null;
  readonly said: Phrase;
  /** The line, when a place in it is wrong and it is short enough to be shown. */
  readonly text: string | null;

  constructor(
    code: BadLineCode,
    said: Phrase,
    at: { readonly column?: number | null; readonly id?: string | number | null; readonly text?: string | null } = {},
  ) {
    super(inEnglish(said));
    this.said = said;
    this.name = 'BadLine';
    this.code = code;
    this.column = at.column ?? null;
    this.id = at.id ?? null;
    this.text = at.text ?? null;
  }
}

/** The names of the fields of a JSON Lines input. */
export interface LineFields {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

/** The article of one line of a JSON Lines input; fields that nobody named are ignored. @throws BadLine */
export function readLine(
  line: string,
  names: LineFields,
  origin: { readonly path: string | null; readonly line: number | null },
): Raw {
  const value = parse(line.startsWith('\uFEFF') ? line.slice(1) : line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadLine('json-not-object', say`a line must hold an object, this one holds ${kindOf(value)}`);
  }
  const id = idOf(own(value, names.id));
  const text = own(value, names.text);
  if (typeof text !== 'string') {
    const found = text === undefined ? say`there is none` : say`it is ${kindOf(text)}`;
    throw new BadLine('text-missing', say`the field "${names.text}" must hold the text, but ${found}`, { id });
  }
  return {
    origin: {
      path: origin.path,
      line: origin.line,
      id,
      title: textOf(own(value, names.title)),
      published: textOf(own(value, names.date)),
    },
    content: text,
    format: null,
  };
}

/** The field itself, never one that every object inherits: a line may be named `constructor` or `__proto__`. */
function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

const idOf = (value: unknown): string | number | null =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;

const textOf = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

const kindOf = (value: unknown): Phrase => {
  if (value === null) return say`null`;
  if (Array.isArray(value)) return say`an array`;
  switch (typeof value) {
    case 'string':
      return say`a string`;
    case 'number':
      return say`a number`;
    case 'boolean':
      return say`a boolean`;
    default:
      return say`an object`;
  }
};

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = POSITION.exec(error.message)?.groups?.at;
    // The parser names no place when the line ends too early, nor when it names the wrong letter of a short one.
    const at = place !== undefined ? Number(place) : ENDED.test(error.message) ? line.length : null;
    const column = at === null ? null : [...line.slice(0, at)].length + 1;
    throw new BadLine('json-invalid', column === null ? say`no valid JSON` : say`no valid JSON from column ${column}`, {
      column,
      text: line.length > MOST_SHOWN ? null : line,
    });
  }
}
const MOST_SHOWN = 100_000;
/** Unexpected token } in JSON at position 12 */
const POSITION = /at position (?<at>\d{1,10})/u;
/** Unexpected end of JSON input */
const ENDED = /end of JSON input/u;
