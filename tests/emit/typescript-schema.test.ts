import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeetingRecord } from '../../src/emit/schema.ts';
import { typescriptSchema } from '../../src/emit/typescript-schema.ts';
import { anyRecords } from './any-record.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TYPES = join(root, 'node_modules/@types');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-types-'));
  writeFileSync(join(folder, 'record.d.ts'), typescriptSchema());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a file that stands beside the types. */
function compiled(source: string): string {
  writeFileSync(join(folder, 'use.mts'), source);
  const config = { extends: join(root, 'tsconfig.json'), include: ['*.mts'], compilerOptions: { typeRoots: [TYPES] } };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  });
  return stdout;
}

const typed = (records: readonly unknown[]): string =>
  `import type { MeetingRecord } from './record.d.ts';\nexport const records: MeetingRecord[] = ${JSON.stringify(records)};\n`;

test('the types accept records', () => {
  expect(compiled(typed(anyRecords(40)))).toBe('');
});

test.each<[what: string, change: (record: MeetingRecord) => unknown, complaint: RegExp]>([
  ['a field that is left out', ({ officials, ...record }) => record, /Property 'officials' is missing/u],
  ['a field that no record has', (record) => ({ ...record, mood: 'good' }), /mood.+ does not exist/u],
  ['a word that is none of those allowed', (record) => ({ ...record, schema: 'huiyao/0' }), /"huiyao\/0"/u],
  ['null where a list stands', (record) => ({ ...record, workPlan: null }), /'null' is not assignable/u],
])('the types refuse %s', (_what, change, complaint) => {
  expect(compiled(typed(anyRecords(1).map(change)))).toMatch(complaint);
});

test('the types are those of the library', () => {
  const source = `
    import type { MeetingRecord } from './record.d.ts';
    import type { MeetingRecord as Own } from '${relative(folder, join(root, 'src/emit/schema.ts'))}';
    export const there = (record: Own): MeetingRecord => record;
    export const back = (record: MeetingRecord): Own => record;
  `;
  expect(compiled(source)).toBe('');
});
