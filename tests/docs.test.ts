import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../src/index.ts';
import { inDuckDb, literal } from './emit/duckdb.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The documents whose blocks are run: every Markdown file for readers. */
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

interface Block {
  /** sh · console · text · json … */
  readonly language: string;
  readonly content: string;
  /** 1-based line of its fence. */
  readonly line: number;
}

/** The fenced blocks of a document, in order. */
function blocksOf(document: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of readFileSync(join(root, document), 'utf8').split('\n').entries()) {
    const fence = /^```(?<language>\S*)/u.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === null) open = { language: fence.groups?.language ?? '', line: index + 1, lines: [] };
    else {
      blocks.push({ language: open.language, line: open.line, content: open.lines.join('\n') });
      open = null;
    }
  }
  return blocks;
}

/** How the first command of a fresh copy starts; what follows it is run here. */
const SET_UP = 'npm ci && npm run build && ';

/** Commands that set up the machine or the project, and where they are run instead of here. */
const ELSEWHERE: readonly (readonly [start: string, where: string])[] = [
  ['npm ci && npm test', '.ci/run runs these very words'],
  ['npm pack && npm install', 'npm run test:package does both, on Node 20, 22 and 24'],
  ['npm run ', 'a script of package.json, which must have it'],
  ['npx vitest run', 'the tests that run this'],
  ['spark-submit ', 'npm run test:spark runs the example on a cluster'],
  ['git ', 'the history of the reader'],
  ['bash .ci/run', 'what runs this'],
];

/** A folder with what the commands of a document speak of, and huiyao on the path. */
function scene(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), 'huiyao-docs-'));
  const article = (slug: string): string => {
    const from = join(root, 'fixtures/articles', slug);
    return join(from, readdirSync(from).find((name) => /^article\.(?:txt|html)$/u.test(name)) as string);
  };
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const tool of ['huiyao', 'curl']) {
    put(
      `tools/${tool}`,
      tool === 'huiyao'
        ? `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/huiyao.js')}' "$@"\n`
        : `#!/bin/sh\nexec cat '${article('tax-bureau-page')}'\n`,
    );
    chmodSync(join(folder, 'tools', tool), 0o755);
  }
  const slugs = [
    'campus-safety-bare-day',
    'county-executive-meeting',
    'tax-bureau-page',
    'federation-plenary-annotated',
  ];
  mkdirSync(join(folder, 'news'));
  for (const slug of slugs) copyFileSync(article(slug), join(folder, 'news', slug + article(slug).slice(-4)));
  copyFileSync(article('federation-plenary-annotated'), join(folder, 'mirror.txt'));
  copyFileSync(article('tax-bureau-page'), join(folder, 'article.html'));
  const text = readFileSync(article('county-executive-meeting'), 'utf8');
  put('article.txt', text);
  put('crawl.jsonl', `${JSON.stringify({ id: 1, published: '2024-10-20', body: text })}\n`);
  for (const name of ['bin', 'fixtures']) symlinkSync(join(root, name), join(folder, name));
  const truth = JSON.parse(readFileSync(join(root, 'fixtures/articles/county-executive-meeting/truth.json'), 'utf8'));
  put('gold.jsonl', `${JSON.stringify({ ...truth, id: 'county-executive-meeting' })}\n`);
  put('list.txt', 'article.txt\nmirror.txt\n');
  put('words.tsv', 'kind\tword\npost\t值班长\n');
  return { folder, env: { ...process.env, PATH: `${join(folder, 'tools')}:${process.env.PATH}`, NO_COLOR: '1' } };
}

const commandsIn = (document: string): readonly Block[] =>
  blocksOf(document).filter(({ language }) => language === 'sh');

describe.each(documents.filter((document) => commandsIn(document).length > 0))('%s', (document) => {
  const run = commandsIn(document);
  let around: ReturnType<typeof scene>;
  beforeAll(() => {
    around = scene();
  });
  afterAll(() => {
    rmSync(around.folder, { recursive: true, force: true });
  });

  test.each(run.map((block) => [block.line, block.content] as const))(
    'the commands at line %i run',
    (_line, content) => {
      const here = content
        .replace(/ \\\n\s*/gu, ' ')
        .split('\n')
        .filter((line) => {
          if (line.startsWith('npm run ')) {
            const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
            expect(Object.keys(scripts)).toContain(/^npm run (?<name>[\w:-]+)/u.exec(line)?.groups?.name);
          }
          return !ELSEWHERE.some(([start]) => line.startsWith(start));
        });
      const { status, stderr } = spawnSync(
        'bash',
        // bash takes a socket for a remote login, and reads what a login reads.
        ['--norc', '-euo', 'pipefail', '-c', here.map((line) => line.replace(SET_UP, '')).join('\n')],
        {
          cwd: around.folder,
          env: around.env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      expect(status, stderr.slice(-2000)).toBe(0);
    },
  );

  const questions = blocksOf(document).filter(({ language }) => language === 'sql');
  test.each(questions.map(({ line, content }) => [line, content] as const))(
    'DuckDB answers the question at line %i',
    async (_line, content) => {
      // A question names its files; one that names none is put to the database that was loaded before it.
      const asked = content.replaceAll(/'(?<file>[\w/]+\.\w+)'/gu, (_all, file) => literal(join(around.folder, file)));
      const loaded = `ATTACH ${literal(join(around.folder, 'meetings.duckdb'))} AS loaded; USE loaded;`;
      const statements = [...(asked === content ? loaded.split(/(?<=;) /u) : []), ...asked.split(/(?<=;)\n/u)];
      expect(await inDuckDb(...statements)).not.toEqual([]);
    },
  );
});

describe('docs/record.md', () => {
  const blocks = blocksOf('docs/record.md');
  const article = blocks.find(({ language }) => language === 'text')?.content;
  const record = extract(`${article}\n`, { published: '2024-04-19' });

  test.each(blocks.filter(({ language }) => language === 'json').map(({ line, content }) => [line, content] as const))(
    'the example at line %i is part of the record',
    (_line, content) => {
      expect(record).toMatchObject(JSON.parse(content));
    },
  );

  test('every field has a chapter', () => {
    const text = readFileSync(join(root, 'docs/record.md'), 'utf8');
    const chapters = [...text.matchAll(/^## (?<names>.+)$/gmu)].flatMap(({ groups }) => groups?.names?.split(', '));
    expect(Object.keys(record).filter((key) => key !== 'schema' && !chapters.includes(key))).toEqual([]);
  });
});
