import type { Message } from '../emit/messages.ts';

/** An input that cannot be read, with what to tell about it. */
export class InputProblem extends Error {
  readonly code: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly help: string | null;

  constructor(
    code: string,
    text: string,
    at: { path?: string | null; line?: number | null; column?: number | null; help?: string | null } = {},
  ) {
    super(text);
    this.name = 'InputProblem';
    this.code = code;
    this.path = at.path ?? null;
    this.line = at.line ?? null;
    this.column = at.column ?? null;
    this.help = at.help ?? null;
  }

  get told(): Message {
    const { code, path, line, column, help } = this;
    return { severity: 'error', code, path, line, column, text: this.message, help };
  }
}

const REASONS: Readonly<Record<string, readonly [code: string, text: string, help: string | null]>> = {
  ENOENT: [
    'not-found',
    'there is no such file or folder',
    'check the spelling; paths are relative to the working directory',
  ],
  ENOTDIR: ['not-found', 'a part of this path is no folder', null],
  EACCES: ['unreadable', 'permission denied', 'change its permissions, or run as a user who may read it'],
  EPERM: ['unreadable', 'permission denied', 'change its permissions, or run as a user who may read it'],
  ELOOP: ['unreadable', 'a symbolic link that leads to itself', null],
  EIO: ['unreadable', 'the device reports an error', null],
  EMFILE: ['unreadable', 'too many files are open', null],
};

/** What an error of the file system means for an input. Any other error is a bug, and thrown on. */
export function problemOf(error: unknown, path: string): InputProblem {
  if (error instanceof InputProblem) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  const [name, text, help] = REASONS[code] ?? ['unreadable', `cannot be read (${code})`, null];
  return new InputProblem(name, text, { path, help });
}
