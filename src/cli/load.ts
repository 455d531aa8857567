import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { STDIN } from '../batch/inputs.ts';
import { linesOf } from '../batch/lines.ts';
import { InputProblem } from '../batch/problem.ts';
import { openStream } from '../batch/read-file.ts';
import { loadRecords, OtherForm } from '../database/load.ts';
import { type MeetingRecord, schema } from '../emit/schema.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { type Run, type Surroundings, UsageError } from './command.ts';
import { withDatabase } from './database.ts';
import { EXIT } from './exit-codes.ts';
import { pathsOrStdin } from './input-options.ts';
import { Interrupted } from './interrupted.ts';

interface Flags {
  readonly db: string;
  readonly quiet?: boolean;
}

const LONGEST_RECORD = 256 * 2 ** 20;

/** `huiyao load`: records into a database, all of them or, when the run breaks off, none. */
export const run: Run<Flags> = async (given, flags, around) => {
  const paths = pathsOrStdin(given, around);
  if (paths === null) return EXIT.usage;
  const isNew = !existsSync(flags.db);
  let isLoaded = false;
  const refused = { count: 0 };
  try {
    return await withDatabase(flags.db, 'write', around, async (database) => {
      const { added, replaced, unchanged } = await loadRecords(database, recordsOf(paths, around, refused));
      isLoaded = true;
      if (!flags.quiet) {
        await around.report(
          say`${added} added, ${replaced} replaced, ${unchanged} unchanged, ${refused.count} refused`,
        );
      }
      if (refused.count > 0) return EXIT.failed;
      return added + replaced + unchanged === 0 ? EXIT.noInput : EXIT.done;
    });
  } catch (error) {
    if (error instanceof OtherForm)
      throw new UsageError(
        say`${flags.db} has the form ${error.form}, which this version does not write`,
        say`load into a new file`,
      );
    if (!(error instanceof InputProblem)) throw error;
    await around.tell(error.told);
    return EXIT.failed;
  } finally {
    if (isNew && !isLoaded) for (const path of [flags.db, `${flags.db}.wal`]) await rm(path, { force: true });
  }
};

/** The valid records of files; what is none is told and counted. @throws InputProblem when a file cannot be read. */
async function* recordsOf(
  paths: readonly string[],
  around: Surroundings,
  refused: { count: number },
): AsyncGenerator<MeetingRecord> {
  for (const path of paths) {
    const stream = path === STDIN ? around.stdin : await openStream(path, around.files);
    for await (const { number, bytes } of linesOf(stream, LONGEST_RECORD)) {
      if (around.interrupted() !== null) throw new Interrupted();
      const text = bytes === null ? '' : new TextDecoder().decode(bytes);
      if (bytes !== null && text.trim() === '') continue;
      const { record, fault } = recordIn(text);
      if (record !== null) yield record;
      else {
        refused.count++;
        const name = path === STDIN ? '<stdin>' : path;
        await around.tell({ severity: 'error', code: 'invalid-record', path: name, line: number, text: fault });
      }
    }
  }
}

/** The record that a line holds, or what is wrong with it. */
function recordIn(text: string): { record: MeetingRecord; fault?: never } | { record: null; fault: Phrase } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { record: null, fault: say`no JSON: ${(error as Error).message}` };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { record: parsed.data };
  const [first] = parsed.error.issues;
  return { record: null, fault: say`${first?.path.join('.') || 'record'}: ${first?.message ?? ''}` };
}
