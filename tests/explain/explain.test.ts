import { describe, expect, test } from 'vitest';
import { measures } from '../../src/evaluate/measures.ts';
import { SAMPLE } from '../../src/explain/fields.ts';
import { entries, type KINDS } from '../../src/explain/index.ts';
import { z } from '../../src/fields/field.ts';
import { additionsOf, extract, schema, segment } from '../../src/index.ts';
import { evidence, expressions, rules } from '../../src/pipeline.ts';
import { saidIn, sources } from '../said.ts';
import { scratch } from '../scratch.ts';

const { huiyao } = scratch();

const namesOf = (kind: (typeof KINDS)[number]): readonly string[] =>
  entries.filter((entry) => entry.kind === kind).map(({ name }) => name);

const whole = z.toJSONSchema(schema);

/** The paths of a schema's fields, without the indices of lists; all evidence is one. */
function pathsIn(schemaOf: z.core.JSONSchema._JSONSchema, path: string, found = new Set<string>()): Set<string> {
  if (typeof schemaOf !== 'object') return found;
  // An item of the work plan holds items of its own form.
  if (schemaOf.$ref !== undefined && !path.endsWith('.children')) {
    const name = schemaOf.$ref.slice('#/$defs/'.length);
    pathsIn(whole.$defs?.[name] as z.core.JSONSchema._JSONSchema, path, found);
  }
  for (const one of schemaOf.anyOf ?? []) pathsIn(one, path, found);
  if (schemaOf.items !== undefined) pathsIn(schemaOf.items as z.core.JSONSchema._JSONSchema, path, found);
  for (const [key, inner] of Object.entries(schemaOf.properties ?? {})) {
    const at = path === '' ? key : `${path}.${key}`;
    found.add(key === 'evidence' ? 'evidence' : at);
    if (key !== 'evidence') pathsIn(inner, at, found);
  }
  return found;
}

/** The values at a path of a record, in every element of its lists. */
const valuesAt = (value: unknown, path: readonly string[]): readonly unknown[] => {
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  return typeof value === 'object' && value !== null ? valuesAt((value as Record<string, unknown>)[key], rest) : [];
};

describe('everything has a text, and every text its thing', () => {
  // Findings, messages and the rules of mentions are types: a code without a text does not compile. What is left is a text
  // whose code nobody uses any more.
  test.each(['finding', 'message', 'recognise'] as const)(
    '%s: a text whose code is gone is taken out of src/explain',
    (kind) => {
      const used = (name: string): boolean =>
        [...sources].some(
          ([path, text]) =>
            !path.startsWith('explain/') &&
            path !== 'model/message-code.ts' &&
            path !== 'model/finding.ts' &&
            path !== 'model/mention.ts' &&
            text.includes(`'${name}'`),
        );
      expect(namesOf(kind).filter((name) => !used(name))).toEqual([]);
    },
  );

  test('fields: as the schema has them; texts stand in src/explain/fields.ts', () => {
    const paths = pathsIn(whole, '');
    expect([...namesOf('field')].sort()).toEqual([...paths].sort());
  });

  test('fields of the score: those that are no fields of the record stand in src/explain/fields.ts', () => {
    const known = new Set(namesOf('field'));
    expect(namesOf('score')).toEqual(measures.map(({ name }) => name).filter((name) => !known.has(name)));
  });

  test('rules of restoring, as the list has them; texts stand in src/explain/rules.ts', () => {
    expect([...namesOf('restore')].sort()).toEqual([...new Set(rules.map(({ id }) => id))].sort());
  });

  test('what is weighed, as the list has it; texts stand in src/explain/rules.ts', () => {
    expect(namesOf('weight')).toEqual(evidence.map(({ id }) => id));
  });

  test('both languages say something, and no more than the list has room for', () => {
    for (const { meaning, remedy } of entries) {
      for (const [english, chinese] of [meaning, remedy]) {
        expect(english).toMatch(/^[\x20-\x7e’\p{Script=Han}…、]+[.):}]?$/u);
        expect(chinese).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('every example is true', () => {
  const entriesOf = (kind: (typeof KINDS)[number]) =>
    entries.filter((entry) => entry.kind === kind && entry.example !== null && entry.example !== 'null');

  test.each(entriesOf('finding').map(({ name, example }) => [name, example as string]))(
    'finding %s',
    (name, article) => {
      const input = article.includes('\uD800') ? article : Buffer.from(article, 'utf8');
      const day = name === 'date-year-implied' ? { published: '2024-07-02' } : {};
      expect(extract(input, day).findings.map(({ code }) => code)).toContain(name);
    },
  );

  test.each(entriesOf('message').map(({ name, example }) => [name, example as string]))('message %s', (name, line) => {
    expect(line).toContain(`[${name}]`);
    const said = line.slice(line.indexOf(': ') + 2);
    const forms = saidIn().map(
      ({ template }) =>
        new RegExp(`^${template.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/\\\{\d+\\\}/gu, '.+')}$`, 'u'),
    );
    expect(forms.filter((form) => form.test(said)).length).toBeGreaterThan(0);
  });

  test.each(entriesOf('recognise').map(({ name, example }) => [name, example as string]))('rule %s', (name, marked) => {
    const text = marked.replaceAll('|', '');
    const lexicon = additionsOf('kind\tword\nname\t喵小白\nplace\t雁栖坊\n');
    const found = segment(text, name.endsWith('/added') ? { lexicon } : {}).mentions.filter(
      ({ rule }) => rule === name,
    );
    const start = marked.indexOf('|');
    const end = marked.lastIndexOf('|') - 1;
    expect(found.map((mention) => [mention.start, mention.end])).toContainEqual([start, end]);
  });

  test('rules without an example of their own have some in their code', () => {
    const without = entries.filter(({ kind, example }) => kind === 'recognise' && example === null);
    const known: readonly string[] = expressions.map(({ id }) => id);
    expect(without.filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  const record = extract(SAMPLE, { path: 'news/a.txt', published: '2024-07-05' });
  test.each(entriesOf('field').map(({ name, example }) => [name, example as string]))(
    'field %s: %s',
    (name, example) => {
      expect(valuesAt(record, name.split('.'))).toContainEqual(JSON.parse(example));
    },
  );
});

describe('huiyao explain', () => {
  test('tells meaning, example and remedy', () => {
    const { stdout, status } = huiyao(['explain', 'restore/invisible']);
    expect(stdout).toContain('zero-width spaces');
    expect(stdout).toContain('市委\\u{200b}常委会\\u{ad}会议\n  → 市委常委会会议\n');
    expect(stdout).toContain('huiyao restore FILE --explain');
    expect(status).toBe(0);
    expect(huiyao(['explain', 'not-text', '--lang', 'zh']).stdout).toContain('图片、压缩包');
  });

  test.each([
    ['officials.0.titles.1.post', 'officials.titles.post'],
    ['workPlan.1.children.0.children.2.text', 'workPlan.text'],
    ['officials[0].roles', 'officials.roles'],
    ['meeting.evidence.0.start', 'evidence'],
    ['pinyinAnnotations', 'restore/pinyin-annotations'],
    ['document.repairs.traditional', 'restore/script'],
    ['officials.role', 'officials.role'],
    ['slot', 'slot'],
  ])('%s is %s', (asked, name) => {
    expect(huiyao(['explain', asked]).stdout.split('  (')[0]).toBe(name);
  });

  test('without a name lists everything; a slip is told', () => {
    const { stdout } = huiyao(['explain']);
    for (const { name } of entries) expect(stdout).toContain(`\n  ${name} `);
    const slip = huiyao(['explain', 'not-txt']);
    expect(slip.stderr).toBe("error[usage]: nothing is called 'not-txt'\n  help: did you mean not-text?\n");
    expect(slip.status).toBe(2);
  });
});
