import { csvLine } from './csv.ts';
import { textOf } from './json-lines.ts';
import type { Output, OutputFolder } from './output.ts';
import type { RecordSink } from './record-sink.ts';
import { rowsOf, TABLES } from './tables.ts';

/** Text that waits to be written, at most, of each table. */
const LONGEST_WAIT = 2 ** 18;

/** Records as one CSV file a table, in a folder. @throws OutputFailed 73 when a file of it cannot be created. */
export async function csvSink(folder: OutputFolder): Promise<RecordSink> {
  const files = new Map<string, Output>();
  const waiting = new Map<string, string>();
  const flush = async (table: string): Promise<void> => {
    await files.get(table)?.write(waiting.get(table) as string);
    waiting.set(table, '');
  };
  const sink: RecordSink = {
    closed: false,
    async write(json) {
      for (const { table, cells } of rowsOf(JSON.parse(textOf(json)))) {
        const text = waiting.get(table) + csvLine(cells);
        waiting.set(table, text);
        if (text.length > LONGEST_WAIT) await flush(table);
      }
    },
    async finish() {
      for (const { name } of TABLES) await flush(name);
      await folder.finish();
    },
    abandon: () => folder.abandon(),
  };
  try {
    for (const { name, columns } of TABLES) {
      files.set(name, await folder.file(`${name}.csv`));
      waiting.set(name, csvLine(columns));
    }
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  return sink;
}
