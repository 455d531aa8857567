import { toFile } from '../batch/output-file.ts';
import { toFolder } from '../batch/output-folder.ts';
import type { RecordFormat } from '../emit/json-lines.ts';
import { jsonSink, type RecordSink } from '../emit/record-sink.ts';
import { say } from '../model/phrase.ts';
import { type Surroundings, UsageError } from './command.ts';

/** The options that say in which form records are written, and where. */
export interface OutputFlags {
  readonly format: RecordFormat | 'csv' | 'parquet';
  readonly output?: string;
  readonly ascii?: boolean;
}

/**
 * Where records go: to `-o`, or to standard output when that is left out or `-`. The encoders of tables are loaded when
 * they are asked for and not before.
 * @throws UsageError when the format cannot be written there. OutputFailed 73 when the output cannot be created.
 */
export async function sinkFor(
  { format, output, ascii = false }: OutputFlags,
  around: Surroundings,
): Promise<RecordSink> {
  const path = output === '-' ? undefined : output;
  if (format === 'json' || format === 'jsonl') {
    return jsonSink(format, path === undefined ? around.out : await toFile(path, around.files), ascii);
  }
  if (ascii) {
    throw new UsageError(
      say`--ascii and --format ${format} do not go together`,
      say`only JSON has escapes for characters`,
    );
  }
  if (format === 'csv') {
    if (path === undefined) {
      throw new UsageError(
        say`--format csv writes one file a table, which standard output cannot hold`,
        say`name a folder for them: -o tables`,
      );
    }
    const { csvSink } = await import('../emit/csv-sink.ts');
    return csvSink(await toFolder(path, around.files));
  }
  if (path === undefined && process.stdout.isTTY === true) {
    throw new UsageError(
      say`--format parquet writes bytes that no terminal can show`,
      say`name a file: -o records.parquet`,
    );
  }
  const { parquetSink } = await import('../emit/parquet-sink.ts');
  return parquetSink(path === undefined ? around.out : await toFile(path, around.files));
}
