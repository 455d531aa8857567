import { describe, expect, test } from 'vitest';
import { columnsOf, type Shape } from '../../src/emit/columns.ts';
import { FORM, schema } from '../../src/emit/schema.ts';
import { sparkSchema } from '../../src/emit/spark-schema.ts';
import { TABLES } from '../../src/emit/tables.ts';

const formOf = (shape: Shape, rest: Shape = {}) => columnsOf({ ...rest, properties: { it: shape } })[0];

describe('the column of', () => {
  test.each<[Shape, unknown]>([
    [{ type: 'string' }, { form: { kind: 'text' }, nullable: false }],
    [
      { type: 'string', format: 'date' },
      { form: { kind: 'day' }, nullable: false },
    ],
    [{ type: ['integer', 'null'] }, { form: { kind: 'whole' }, nullable: true }],
    [{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, { form: { kind: 'flag' }, nullable: true }],
    [{ type: ['string', 'number', 'null'] }, { form: { kind: 'text' }, nullable: true }],
    [
      { type: 'array', items: { type: 'string' } },
      { form: { kind: 'list', of: { form: { kind: 'text' }, nullable: false } }, nullable: false },
    ],
  ])('%j', (shape, column) => {
    expect(formOf(shape)).toEqual({ name: 'it', ...(column as object) });
  });

  test('a form inside itself', () => {
    const $defs = {
      item: { type: 'object', properties: { inner: { type: 'array', items: { $ref: '#/$defs/item' } } } },
    };
    expect(formOf({ $ref: '#/$defs/item' }, { $defs })).toMatchObject({
      form: { kind: 'struct', columns: [{ name: 'inner', form: { kind: 'again' } }] },
    });
  });

  test.each<Shape>([{ type: 'number' }, { anyOf: [{ type: 'string' }, { type: 'array' }] }, { type: 'null' }])(
    '%j, which no column holds',
    (shape) => {
      expect(() => formOf(shape)).toThrow('no column holds');
    },
  );
});

test('every key of the record has a column', () => {
  expect(columnsOf().map(({ name }) => name)).toEqual(Object.keys(schema.shape));
});

test('the Spark schema names the types that Spark knows', () => {
  expect(sparkSchema()).toMatchObject({
    type: 'struct',
    fields: expect.arrayContaining([
      { name: 'schema', type: 'string', nullable: false, metadata: {} },
      expect.objectContaining({
        name: 'officials',
        nullable: false,
        type: { type: 'array', containsNull: false, elementType: expect.objectContaining({ type: 'struct' }) },
      }),
      expect.objectContaining({ name: 'meeting', nullable: true }),
    ]),
  });
  expect(JSON.stringify(sparkSchema())).toContain('{"name":"children","type":"string","nullable":false,"metadata":{}}');
});

test(`the tables of ${FORM} are those that its readers know`, () => {
  expect(TABLES.map(({ name }) => name)).toEqual([
    'records',
    'repairs',
    'evidence',
    'officials',
    'titles',
    'roles',
    'attendees',
    'plan_items',
    'findings',
  ]);
});
