import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/decode/index.ts';
import { restore } from '../src/restore/index.ts';

/** What a truth.json says; fixtures/README.md has the rules. */
interface Truth {
  readonly id: string;
  readonly kind: string;
  readonly published: string | null;
  readonly meeting: { readonly name: string } | null;
  readonly date: { readonly start: string; readonly end: string | null } | null;
  readonly venue: { readonly text: string | null; readonly place: string | null } | null;
  readonly officials: readonly {
    readonly name: string;
    readonly titles: readonly { readonly text: string; readonly organization: string | null; readonly post: string }[];
    readonly roles: readonly string[];
  }[];
  readonly attendees: readonly { readonly text: string; readonly mode: string }[];
  readonly workPlan: readonly { readonly number: number; readonly marker: string; readonly text: string }[];
  readonly outlet: string | null;
}

const root = join(import.meta.dirname, '../fixtures/articles');
const slugs = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const truthOf = (slug: string): Truth => JSON.parse(readFileSync(join(root, slug, 'truth.json'), 'utf8')) as Truth;

/** The restored text of a fixture's article. */
function cleanOf(slug: string): string {
  const path = ['article.txt', 'article.html'].map((name) => join(root, slug, name)).find(existsSync);
  if (path === undefined) throw new Error(`${slug} has no article`);
  const origin = { path, line: null, id: null, title: null, published: null };
  return restore(decode({ origin, content: readFileSync(path), format: null })).clean;
}

const keys = [
  'attendees',
  'date',
  'id',
  'kind',
  'meeting',
  'officials',
  'outlet',
  'published',
  'venue',
  'workPlan',
] as const;
const roles = ['host', 'speak', 'report', 'attend', 'observe', 'other'];
/** A day as EDTF has it, with X for what is unknown: 2024-10-19, XXXX-10-19, XXXX-XX-24. */
const DAY = /^(?:\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d|XXXX-XX-\d\d)$/u;
/** A whole day: 2024-10-19. */
const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/u;

/** What sorts the set: whose meeting it is. */
const kinds = [
  'association',
  'bank',
  'city',
  'commentary',
  'community',
  'county',
  'court',
  'cppcc_npc',
  'customs',
  'discipline',
  'hospital',
  'library',
  'military',
  'museum',
  'national',
  'other',
  'party',
  'procuratorate',
  'province',
  'research',
  'school',
  'soe',
  'street',
  'town',
  'university',
  'village',
];

it('there are articles', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(60);
});

describe.each(slugs)('%s', (slug) => {
  it('has an article, a truth and a note, and nothing else', () => {
    const files = readdirSync(join(root, slug)).sort();
    expect(files.filter((file) => /^article\.(?:txt|html)$/u.test(file))).toHaveLength(1);
    expect(files.filter((file) => !/^article\.(?:txt|html)$/u.test(file) && file !== 'options.json')).toEqual([
      'article.expected.json',
      'note.md',
      'truth.json',
    ]);
    const lines = readFileSync(join(root, slug, 'note.md'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(5);
  });

  it('tells the command the day of publication that its truth names', () => {
    const path = join(root, slug, 'options.json');
    if (!existsSync(path)) return;
    const options: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(options).toEqual({ published: truthOf(slug).published });
  });

  it('has a truth of the right form', () => {
    const truth = truthOf(slug);
    expect(Object.keys(truth).sort()).toEqual(keys);
    expect(truth.id).toBe(slug);
    expect(kinds).toContain(truth.kind);
    if (truth.published !== null) expect(truth.published).toMatch(WHOLE_DAY);
    if (truth.date !== null) {
      expect(truth.date.start).toMatch(DAY);
      if (truth.date.end !== null) {
        expect(truth.date.end).toMatch(DAY);
        expect(truth.date.end > truth.date.start).toBe(true);
      }
    }
    for (const official of truth.officials) {
      expect(official.roles.length).toBeGreaterThan(0);
      for (const role of official.roles) expect(roles).toContain(role);
      expect(new Set(official.roles).size).toBe(official.roles.length);
      for (const title of official.titles) expect(title.text.endsWith(title.post), title.text).toBe(true);
    }
    expect(new Set(truth.officials.map(({ name }) => name)).size).toBe(truth.officials.length);
    for (const { mode } of truth.attendees) expect(['attend', 'observe']).toContain(mode);
    let rank = 0;
    for (const item of truth.workPlan) {
      expect([1, rank + 1], item.text).toContain(item.number);
      expect(item.text.startsWith(item.marker), item.text).toBe(true);
      rank = item.number;
    }
  });

  it('has a truth in the words of the restored article, in their order', () => {
    const truth = truthOf(slug);
    const clean = cleanOf(slug);
    const said = [
      truth.meeting?.name,
      truth.venue?.text,
      truth.outlet,
      ...truth.officials.flatMap(({ name, titles }) => [
        name,
        ...titles.flatMap(({ text, organization, post }) => [text, organization, post]),
      ]),
      ...truth.attendees.map(({ text }) => text),
      ...truth.workPlan.map(({ text }) => text),
    ];
    expect(said.filter((text) => typeof text === 'string' && !clean.includes(text))).toEqual([]);

    const mentions = truth.officials.map(({ name }) => clean.indexOf(name));
    expect(mentions).toEqual([...mentions].sort((a, b) => a - b));
    let from = 0;
    for (const { text } of truth.workPlan) {
      from = clean.indexOf(text, from);
      expect(from, text).toBeGreaterThanOrEqual(0);
      from += text.length;
    }
  });
});

const rows = (cells: readonly (readonly (string | number)[])[]): string =>
  cells.map((row) => `| ${row.join(' | ')} |`).join('\n');

/** How often each word stands in a list: attend 3, host 1. `order` sorts the words. */
function counted(words: readonly string[], order: 'by count' | 'by word'): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => (order === 'by count' ? n - m : 0) || (a < b ? -1 : 1))
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

/** The year that an article is of: of its day, else of its publication. */
const yearOf = ({ date, published }: Truth): string | null =>
  /^\d{4}/u.exec(date?.start ?? '')?.[0] ?? published?.slice(0, 4) ?? null;

/** The numbers of the set, as its README has them. */
function statistics(): string {
  const truths = slugs.map(truthOf);
  const lengths = slugs.map((slug) => [...cleanOf(slug).replace(/\s/gu, '')].length);
  const inOrder = [...lengths].sort((a, b) => a - b);
  const officials = truths.flatMap((truth) => truth.officials);
  const titles = officials.flatMap((official) => official.titles);
  const groups = truths.flatMap((truth) => truth.attendees);
  const count = (holds: (truth: Truth) => boolean): number => truths.filter(holds).length;
  return [
    '| | | | |\n|---|---:|---|---:|',
    rows([
      ['articles', truths.length, 'persons', officials.length],
      ['with a meeting', count((t) => t.meeting !== null), 'their titles', titles.length],
      [
        'with a day',
        count((t) => t.date !== null),
        'of these with an inherited organisation',
        titles.filter(({ text, organization }) => organization !== null && !text.includes(organization)).length,
      ],
      [
        'over several days',
        count((t) => t.date !== null && t.date.end !== null),
        'of these without an organisation',
        titles.filter(({ organization }) => organization === null).length,
      ],
      [
        'with a venue',
        count((t) => t.venue !== null),
        'persons without a title',
        officials.filter((official) => official.titles.length === 0).length,
      ],
      ['with a place resolved', count((t) => typeof t.venue?.place === 'string'), 'groups', groups.length],
      [
        'with an outlet',
        count((t) => t.outlet !== null),
        'of these observing',
        groups.filter(({ mode }) => mode === 'observe').length,
      ],
      ['with a plan', count((t) => t.workPlan.length > 0), 'items of work', truths.flatMap((t) => t.workPlan).length],
      [
        'told the day of publication',
        count((t) => t.published !== null),
        'runs that they stand in',
        truths.flatMap((t) => t.workPlan).filter(({ number }) => number === 1).length,
      ],
    ]),
    '',
    `Length without white space: ${inOrder[0]} to ${inOrder.at(-1)} characters, median ${inOrder[inOrder.length >> 1]}.`,
    '',
    `Roles: ${counted(
      officials.flatMap((official) => official.roles),
      'by count',
    )}.`,
    '',
    `Kinds: ${counted(
      truths.map(({ kind }) => kind),
      'by count',
    )}.`,
    '',
    `Years: ${counted(
      truths.map((truth) => yearOf(truth) ?? 'unknown'),
      'by word',
    )}.`,
    '',
    '| article | kind | year | characters | persons | groups | items |\n|---|---|---:|---:|---:|---:|---:|',
    rows(
      truths.map((truth, i) => [
        truth.id,
        truth.kind,
        yearOf(truth) ?? '–',
        lengths[i] as number,
        truth.officials.length,
        truth.attendees.length,
        truth.workPlan.length,
      ]),
    ),
  ].join('\n');
}

// `npx vitest run tests/articles.test.ts --update` writes the numbers.
it('the README has the numbers of the set', async () => {
  const [open, close] = ['<!-- numbers -->\n', '\n<!-- /numbers -->'];
  const path = join(root, '../README.md');
  const readme = readFileSync(path, 'utf8');
  const [from, to] = [readme.indexOf(open) + open.length, readme.indexOf(close)];
  expect(from).toBeGreaterThan(open.length);
  expect(to).toBeGreaterThan(from);
  await expect(`${readme.slice(0, from)}${statistics()}${readme.slice(to)}`).toMatchFileSnapshot(path);
});
