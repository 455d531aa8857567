import type { OptionRow } from './command.ts';
import { keyOf, settings } from './settings.ts';
import { TABLE } from './table.ts';

/** The form of a configuration as JSON Schema, from which editors complete it; made of the table of options. */
export function configurationSchema(): object {
  const properties = Object.fromEntries(
    settings(TABLE).map((row) => [keyOf(row), { description: row.help, ...formOf(row) }]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'huiyao.config.json',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
  };
}

function formOf({ setting, choices, preset, presetText }: OptionRow): object {
  const text = { type: 'string', minLength: 1 };
  const standard = preset === undefined || typeof preset === 'object' ? {} : { default: preset };
  switch (setting) {
    case 'choice':
      return { enum: choices, ...standard };
    case 'texts':
      return { type: 'array', items: text };
    case 'number':
      return { type: 'integer', minimum: 1, ...standard };
    case 'size':
      return { type: ['integer', 'string'], minimum: 1, ...standard };
    case 'jobs':
      return { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'auto' }] };
    case 'time':
      return { type: ['number', 'string'], default: presetText };
    case 'floors':
      return { type: 'object', additionalProperties: { type: 'number', minimum: 0, maximum: 1 } };
    default:
      return { ...text, ...standard };
  }
}
