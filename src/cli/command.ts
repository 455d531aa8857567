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
