import type { Files } from '../batch/files.ts';
import { say } from '../model/phrase.ts';
import { UsageError } from './command.ts';

/**
 * A check that an input is not the output, by whatever name each is called: a link, another spelling of the path. What is
 * written must not take the place of what is read. A folder that is read may hold an output of before: that is left out of
 * what is read. The check throws a UsageError.
 */
export async function guardOf(
  output: string | undefined,
  files: Files,
): Promise<(input: string) => void | Promise<void>> {
  const there = output === undefined || output === '-' ? null : await identityOf(output, files);
  if (there === null) return () => {};
  return async (input) => {
    if (input === '-' || (await identityOf(input, files)) !== there) return;
    throw new UsageError(
      say`${String(output)} is read, and would be written over`,
      say`give the output another name`,
      'output-is-input',
    );
  };
}

/** What a plain file is called by the system, whatever its path; null for anything else. */
const identityOf = (path: string, files: Files): Promise<string | null> =>
  files.stat(path).then(
    (found) => (found.isFile() ? `${found.dev}:${found.ino}` : null),
    () => null,
  );
