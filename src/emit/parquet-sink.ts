import { textOf } from './json-lines.ts';
import type { Output } from './output.ts';
import { ParquetEncoder } from './parquet.ts';
import type { RecordSink } from './record-sink.ts';

/** Records as one Parquet file, a row group at a time. */
export function parquetSink(output: Output): RecordSink {
  const encoder = new ParquetEncoder();
  return {
    get closed() {
      return output.closed;
    },
    write: (json) => output.write(encoder.add(textOf(json))),
    async finish() {
      await output.write(encoder.end());
      await output.finish();
    },
    abandon: () => output.abandon(),
  };
}
