import { Chalk, type ChalkInstance } from 'chalk';

/** Something to tell the person at the terminal: what was found, where, and what to do about it. */
export interface Message {
  readonly severity: 'error' | 'warning' | 'note';
  /** Stable, so that scripts can look for it (`not-text`). */
  readonly code: string;
  readonly path?: string | null;
  /** 1-based. */
  readonly line?: number | null;
  /** 1-based, in code points. */
  readonly column?: number | null;
  readonly text: string;
  readonly help?: string | null;
}

/** When messages are coloured. */
export type ColourMode = 'auto' | 'always' | 'never';

/**
 * Whether messages are coloured: what `--color` says, else NO_COLOR, else FORCE_COLOR, else whether a terminal that can
 * show colours reads them. An empty NO_COLOR says nothing (no-color.org); FORCE_COLOR=0 is a no.
 */
export function inColour(
  mode: ColourMode,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (mode !== 'auto') return mode === 'always';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** Characters that a terminal would obey instead of showing: controls, format characters, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** A text from outside with everything that could steer a terminal written as `\u{1b}`. */
export function harmless(text: string): string {
  return text.replace(UNSEEN, (unseen) => `\\u{${(unseen.codePointAt(0) as number).toString(16)}}`);
}

/** The lines that tell a message, with a line break at the end. */
export function told(message: Message, colour: boolean): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const paint: ChalkInstance = { error: chalk.red.bold, warning: chalk.yellow.bold, note: chalk.cyan.bold }[
    message.severity
  ];
  const place = [message.path, message.line, message.column]
    .filter((part) => part !== null && part !== undefined)
    .map((part) => harmless(String(part)))
    .join(':');
  const head = `${paint(`${message.severity}[${message.code}]`)}${place === '' ? '' : ` ${chalk.bold(place)}`}`;
  const help = message.help === null || message.help === undefined ? '' : `  help: ${harmless(message.help)}\n`;
  return `${head}: ${harmless(message.text)}\n${help}`;
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
