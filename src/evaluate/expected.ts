import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../batch/output-file.ts';
import { byCodePoint, kindOf } from '../batch/walk.ts';

const EXPECTED = '.expected.json';

/** Whether a file holds an expected record. */
export const isExpected = (path: string): boolean => path.endsWith(EXPECTED);

/** Where the expected record of an article lies: a/article.txt, a/article.html.gz → a/article.expected.json */
export const expectedPath = (article: string): string => article.replace(/\.[^./\\]+(?:\.gz)?$/iu, EXPECTED);

/** article.txt, article.html.gz: beside such a one, the other texts of a folder are notes. */
const MAIN = /^article\.[^.]+(?:\.gz)?$/iu;

/** Whether a file of this name holds one article. */
const holdsOne = (name: string): boolean =>
  !name.startsWith('.') && (kindOf(name) === 'text' || kindOf(name) === 'html');

/** The names of the articles of a folder by the name of the expected record that each has. */
export type Articles = ReadonlyMap<string, readonly string[]>;

function articlesIn(folder: string): Articles {
  const names = readdirSync(folder).filter(holdsOne).sort(byCodePoint);
  const main = names.filter((name) => MAIN.test(name));
  const byExpected = new Map<string, string[]>();
  for (const name of main.length > 0 ? main : names) {
    const expected = expectedPath(name);
    byExpected.set(expected, [...(byExpected.get(expected) ?? []), name]);
  }
  return byExpected;
}

/** Finds the articles that lie in the folder of a file; each folder is listed once. */
export function articlesBeside(): (path: string) => Articles {
  const known = new Map<string, Articles>();
  return (path) => {
    const folder = dirname(path);
    const found = known.get(folder) ?? articlesIn(folder);
    known.set(folder, found);
    return found;
  };
}

/** Writes an expected record, whole or not at all. @throws OutputFailed */
export const writeExpected = (path: string, record: unknown): Promise<void> =>
  writeWhole(path, `${JSON.stringify(record, null, 2)}\n`);
