import type { Message } from '../emit/messages.ts';
import type { MessageCode } from '../model/message-code.ts';
import { inEnglish, type Phrase, say } from '../model/phrase.ts';

/** An input that cannot be read, with what to tell about it. */
export class InputProblem extends Error {
  readonly code: MessageCode;
  readonly said: Phrase;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly help: Phrase | null;
  /** The line that is wrong; see Message. */
  readonly excerpt: NonNullable<Message['excerpt']> | null;

  constructor(
    code: MessageCode,
    said: Phrase,
    at: {
      path?: string | null;
      line?: number | null;
      column?: number | null;
      help?: Phrase | null;
      excerpt?: Message['excerpt'];
    } = {},
  ) {
    super(inEnglish(said));
    this.said = said;
    this.name = 'InputProblem';
    this.code = code;
    this.path = at.path ?? null;
    this.line = at.line ?? null;
    this.column = at.column ?? null;
    this.help = at.help ?? null;
    this.excerpt = at.excerpt ?? null;
  }

  get told(): Message {
    const { code, path, line, column, said, excerpt, help } = this;
    return { severity: 'error', code, path, line, column, text: said, excerpt, help };
  }
}

const REASONS: Readonly<Record<string, readonly [code: MessageCode, text: Phrase, help: Phrase | null]>> = {
  ENOENT: [
    'not-found',
    say`there is no such file or folder`,
    say`check the spelling; paths are relative to the working directory`,
  ],
  ENOTDIR: ['not-found', say`a part of this path is no folder`, null],
  EACCES: ['unreadable', say`permission denied`, say`change its permissions, or run as a user who may read it`],
  EPERM: ['unreadable', say`permission denied`, say`change its permissions, or run as a user who may read it`],
  ELOOP: ['unreadable', say`a symbolic link that leads to itself`, null],
  // What Node's permission model does not allow.
  ERR_ACCESS_DENIED: ['unreadable', say`permission denied`, null],
  EIO: ['unreadable', say`the device reports an error`, null],
  EMFILE: ['unreadable', say`too many files are open`, null],
};

/** What an error of the file system means for an input. Any other error is a bug, and thrown on. */
export function problemOf(error: unknown, path: string): InputProblem {
  if (error instanceof InputProblem) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || (syscall === undefined && code !== 'ERR_ACCESS_DENIED')) throw error;
  const [name, text, help] = REASONS[code] ?? ['unreadable', say`cannot be read (${code})`, null];
  return new InputProblem(name, text, { path, help });
}
