import type { Files } from '../batch/files.ts';
import type { Language } from '../emit/language.ts';
import type { ColourMode, Message } from '../emit/messages.ts';
import type { Output } from '../emit/output.ts';
import type { MessageCode } from '../model/message-code.ts';
import { inEnglish, type Phrase } from '../model/phrase.ts';

/** What a command is given beside its arguments: its streams, already told how to behave. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly out: Output;
  readonly err: Output;
  /** The file system. */
  readonly files: Files;
  /** The commands of the program and the options of every command, as help tells of them. */
  readonly table: Table;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What was asked for about colours, and the language in which people are spoken to. */
  readonly colourMode: ColourMode;
  readonly language: Language;
  /** Tells something on stderr. */
  tell(message: Message): Promise<void>;
  /** Says one line on stderr in the name of the program: how a run ended. */
  report(said: Phrase): Promise<void>;
  /** Number of the signal that asks for an end (2 or 15); null while none does. */
  interrupted(): number | null;
  /** Aborted by the same signal: for what waits and must stop waiting. */
  readonly ended: AbortSignal;
}

/** A command: paths and options in, exit code out. */
export type Run<Options> = (paths: readonly string[], options: Options, around: Surroundings) => Promise<number>;

/** The call is wrong (exit code 2); nothing was done. */
export class UsageError extends Error {
  readonly code: MessageCode;
  readonly said: Phrase;
  readonly help: Phrase | null;
  /** Where the file is wrong that the call is about; null when the call itself is wrong. */
  readonly at: Pick<Message, 'path' | 'line' | 'column' | 'excerpt'> | null;

  constructor(said: Phrase, help: Phrase | null = null, code: MessageCode = 'usage', at: UsageError['at'] = null) {
    super(inEnglish(said));
    this.name = 'UsageError';
    this.code = code;
    this.said = said;
    this.help = help;
    this.at = at;
  }
}

/** A value that an option cannot take; the phrase says what is wanted. */
export class WrongValue extends Error {
  readonly said: Phrase;

  constructor(said: Phrase) {
    super(inEnglish(said));
    this.name = 'WrongValue';
    this.said = said;
  }
}

/** An option: how it is written, what it does, what it is when left out, and how its value is read. */
export interface OptionRow {
  readonly flags: string;
  readonly help: string;
  readonly preset?: unknown;
  /** How help shows the preset, where its value would tell nobody anything. */
  readonly presetText?: string;
  readonly choices?: readonly string[];
  /** Reads the value; a WrongValue or a plain Error that it throws is told as wrong usage. `before` is set for options that may be repeated. */
  readonly parse?: (value: string, before: unknown) => unknown;
  /** Set for an option that a configuration may set, under its name in camel case: how the value is written there. */
  readonly setting?: 'choice' | 'floors' | 'jobs' | 'number' | 'path' | 'size' | 'text' | 'texts' | 'time';
}

/** A command of the table. Its code is loaded when it is called and not before. */
export interface CommandRow {
  readonly name: string;
  readonly paths: string;
  readonly summary: string;
  readonly examples: readonly (readonly [call: string, meaning: string])[];
  readonly options: readonly OptionRow[];
  /** Set for a command that is of use also where the configuration is wrong. */
  readonly forgives?: true;
  // biome-ignore lint/suspicious/noExplicitAny: the options of a command are described by its own file
  readonly load: () => Promise<{ readonly run: Run<any> }>;
}

/** The commands of a program, and the options of every command. */
export interface Table {
  readonly commands: readonly CommandRow[];
  readonly global: readonly OptionRow[];
}
