import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type Column, columnsOf, type NamedColumn, textOf } from './columns.ts';
import type { MeetingRecord } from './schema.ts';

/** The most records of a row group, and the most JSON text in it: what stands in memory before it is written. */
const GROUP_RECORDS = 4096;
const GROUP_LENGTH = 8 * 2 ** 20;

/**
 * Records as the bytes of one Parquet file, nested as they are. Each call gives the bytes that are ready, none while a row
 * group fills; the bytes of all calls, in order, are the file.
 */
export class ParquetEncoder {
  readonly #bytes = new ByteWriter();
  readonly #columns = columnsOf();
  readonly #file: ParquetWriter;
  #group: MeetingRecord[] = [];
  #length = 0;

  constructor() {
    this.#file = new ParquetWriter({
      writer: this.#bytes,
      schema: [{ name: 'record', num_children: this.#columns.length }, ...this.#columns.flatMap(elementsOf)],
      createdBy: 'huiyao',
    });
  }

  /** Takes a record, given as JSON on one line. */
  add(json: string): Uint8Array {
    this.#group.push(JSON.parse(json));
    this.#length += json.length;
    if (this.#group.length >= GROUP_RECORDS || this.#length >= GROUP_LENGTH) this.#writeGroup();
    return this.#ready();
  }

  /** No more records come. */
  end(): Uint8Array {
    this.#writeGroup();
    this.#file.finish();
    return this.#ready();
  }

  #writeGroup(): void {
    if (this.#group.length === 0) return;
    const columnData = this.#columns.map((column) => ({
      name: column.name,
      data: this.#group.map((record) => shaped(record[column.name as keyof MeetingRecord], column)),
    }));
    this.#file.write({ columnData, rowGroupSize: this.#group.length });
    this.#group = [];
    this.#length = 0;
  }

  /** What was written since the last call; the writer goes on counting from the start of the file. */
  #ready(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }
}

/** A column as the elements of a Parquet schema, itself first, then what is inside it. */
function elementsOf(column: NamedColumn): readonly SchemaElement[] {
  const { name, form } = column;
  const own = { name, repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED' } as const;
  switch (form.kind) {
    case 'list':
      return [
        { ...own, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf({ name: 'element', ...form.of }),
      ];
    case 'map':
      return [
        { ...own, converted_type: 'MAP', logical_type: { type: 'MAP' }, num_children: 1 },
        { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
        ...elementsOf({ name: 'key', form: { kind: 'text' }, nullable: false }),
        ...elementsOf({ name: 'value', ...form.of }),
      ];
    case 'struct':
      return [{ ...own, num_children: form.columns.length }, ...form.columns.flatMap(elementsOf)];
    case 'whole':
      return [{ ...own, type: 'INT64' }];
    case 'flag':
      return [{ ...own, type: 'BOOLEAN' }];
    case 'day':
      return [{ ...own, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }];
    case 'again':
      return [{ ...own, type: 'BYTE_ARRAY', converted_type: 'JSON', logical_type: { type: 'JSON' } }];
    case 'text':
      return [{ ...own, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }];
  }
}

/** A value as the writer takes it for its column. */
function shaped(value: unknown, { form }: Column): unknown {
  if (value === null || value === undefined) return null;
  switch (form.kind) {
    case 'list':
      return (value as readonly unknown[]).map((one) => shaped(one, form.of));
    case 'map':
      return new Map(Object.entries(value).map(([key, inner]) => [key, shaped(inner, form.of)]));
    case 'struct':
      return Object.fromEntries(
        form.columns.map((column) => [column.name, shaped((value as Record<string, unknown>)[column.name], column)]),
      );
    case 'whole':
      return BigInt(value as number);
    case 'day':
      return new Date(`${value}T00:00:00Z`);
    case 'text':
      return textOf(value);
    default:
      return value;
  }
}
