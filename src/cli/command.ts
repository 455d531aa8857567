import type { Files } from '../batch/files.ts';
import type { Message } from '../emit/messages.ts';
import type { Output } from '../emit/output.ts';

/** What a command is given beside its arguments: its streams, already told how to behave. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly out: Output;
  readonly err: Output;
  /** The file system. */
  readonly files: Files;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Tells something on stderr. */
  tell(message: Message): Promise<void>;
  /** Number of the signal that asks for an end (2 or 15); null while none does. */
  interrupted(): number | null;
}

/** A command: paths and options in, exit code out. */
export type Run<Options> = (paths: readonly string[], options: Options, around: Surroundings) => Promise<number>;

/** The call is wrong (exit code 2); nothing was done. */
export class UsageError extends Error {
  readonly code: string;
  readonly help: string | null;

  constructor(message: string, help: string | null = null, code = 'usage') {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.help = help;
  }
}
