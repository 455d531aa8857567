import { Chalk, type ChalkInstance } from 'chalk';
import type { MessageCode } from '../model/message-code.ts';
import { type Catalogue, type Phrase, phraseIn } from '../model/phrase.ts';
import { harmless } from './harmless.ts';

export { harmless };

/** Something to tell the person at the terminal: what was found, where, and what to do about it. */
export interface Message {
  readonly severity: 'error' | 'warning' | 'note';
  /** Stable, so that scripts can look for it (`not-text`). */
  readonly code: MessageCode;
  readonly path?: string | null;
  /** 1-based. */
  readonly line?: number | null;
  /** 1-based, in code points. */
  readonly column?: number | null;
  readonly text: Phrase;
  /** The line itself, when it can be shown: `length` code points from `column` on are marked. */
  readonly excerpt?: { readonly text: string; readonly length: number } | null;
  /** What the message is about, where that stands in another file than `path`: it is shown with its own place. */
  readonly source?: SourceExcerpt | null;
  readonly help?: Phrase | null;
}

/** A stretch of a line of a source: `column` is 1-based, it and `length` count code points. */
export interface SourceExcerpt {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly length: number;
}

/** How messages are told: with colours or without, and in which language (null: English). */
export interface Voice {
  readonly colour: boolean;
  readonly catalogue: Catalogue | null;
}

/** When messages are coloured. */
export type ColourMode = 'auto' | 'always' | 'never';

/**
 * Whether messages are coloured: what `--color` says, else NO_COLOR, else FORCE_COLOR, else whether a terminal that can
 * show colours reads them. Empty, both say nothing
 * (no-color.org, force-color.org); FORCE_COLOR=0 is a no, as it is for Node itself.
 */
export function inColour(
  mode: ColourMode,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (mode !== 'auto') return mode === 'always';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** The lines that tell a message, with a line break at the end. */
export async function told(message: Message, { colour, catalogue }: Voice): Promise<string> {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const paint: ChalkInstance = { error: chalk.red.bold, warning: chalk.yellow.bold, note: chalk.cyan.bold }[
    message.severity
  ];
  const { path, line, column, excerpt, source } = message;
  const place = [path, line, column]
    .filter((part) => part !== null && part !== undefined)
    .map((part) => harmless(String(part)))
    .join(':');
  const head = `${paint(`${message.severity}[${message.code}]`)}${place === '' ? '' : ` ${chalk.bold(place)}`}`;
  const frame =
    excerpt && line && column ? (await import('./code-frame.ts')).codeFrame({ line, column, ...excerpt }) : '';
  const other = source
    ? `  at ${chalk.bold(harmless(`${source.path}:${source.line}:${source.column}`))}\n${(await import('./code-frame.ts')).codeFrame(source)}`
    : '';
  const help = message.help ? `  help: ${harmless(phraseIn(message.help, catalogue))}\n` : '';
  return `${head}: ${harmless(phraseIn(message.text, catalogue))}\n${frame}${other}${help}`;
}

/** How parts of a text are set off on a terminal; each gives the text back as it is where there are no colours. */
export interface Paints {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly underlined: (text: string) => string;
}

/** The paints of a terminal with or without colours. */
export function paints(colour: boolean): Paints {
  const {
    green: added,
    red: removed,
    bold: strong,
    dim: faint,
    underline: underlined,
  } = new Chalk({
    level: colour ? 1 : 0,
  });
  return { added, removed, strong, faint, underlined };
}
