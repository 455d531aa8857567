import type { Dirent } from 'node:fs';
import { disk, type Files } from './files.ts';
import { type InputProblem, problemOf } from './problem.ts';

/** How a file holds articles: one as plain text, one as a page, or one a line as JSON. */
export type InputKind = 'text' | 'html' | 'jsonl';

const KINDS: Readonly<Record<string, InputKind>> = {
  txt: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** How a file of this name holds articles, packed (.txt.gz) or not; null when the name does not tell. */
export function kindOf(path: string): InputKind | null {
  const extension = /\.(?<extension>[^./\\]+?)(?:\.gz)?$/iu.exec(path)?.groups?.extension ?? '';
  return KINDS[extension.toLowerCase()] ?? null;
}

/** What a walk comes by: a file to read, a file that is left out because of its name, or something that is in the way. */
export type Step =
  | { readonly step: 'file'; readonly path: string }
  | { readonly step: 'skipped'; readonly path: string }
  | { readonly step: 'problem'; readonly problem: InputProblem };

/** Whether a file or folder is left out by the wish of the caller. */
export type LeftOut = (path: string) => boolean;

/**
 * The files behind a path: itself, or everything in the folder whose name says that it holds articles, in the order of
 * the code points of the paths, which is the same on every machine. Hidden entries are not looked at. A folder that a
 * link leads back into is entered once.
 */
export async function* walk(path: string, leftOut: LeftOut = () => false, files: Files = disk): AsyncGenerator<Step> {
  if (leftOut(path)) {
    yield { step: 'skipped', path };
    return;
  }
  let isFolder: boolean;
  try {
    isFolder = (await files.stat(path)).isDirectory();
  } catch (error) {
    yield { step: 'problem', problem: problemOf(error, path) };
    return;
  }
  if (isFolder) yield* walkFolder(path, leftOut, new Set(), files);
  else yield { step: 'file', path };
}

async function* walkFolder(
  folder: string,
  leftOut: LeftOut,
  above: ReadonlySet<string>,
  files: Files,
): AsyncGenerator<Step> {
  let entries: readonly Dirent[];
  let real: string;
  try {
    real = await files.realpath(folder);
    entries = await files.readdir(folder);
  } catch (error) {
    yield { step: 'problem', problem: problemOf(error, folder) };
    return;
  }
  if (above.has(real)) return;
  const within = new Set(above).add(real);
  const named: { path: string; isFolder: boolean; order: string }[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = folder.endsWith('/') ? `${folder}${entry.name}` : `${folder}/${entry.name}`;
    // One link after the other: a folder of 200,000 must not open as many questions at once.
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(path, files) : entry.isDirectory();
    named.push({ path, isFolder, order: isFolder ? `${entry.name}/` : entry.name });
  }
  named.sort((a, b) => byCodePoint(a.order, b.order));
  for (const { path, isFolder } of named) {
    if (leftOut(path)) yield { step: 'skipped', path };
    else if (isFolder) yield* walkFolder(path, leftOut, within, files);
    else if (kindOf(path) === null) yield { step: 'skipped', path };
    else yield { step: 'file', path };
  }
}

const leadsToFolder = (path: string, files: Files): Promise<boolean> =>
  files.stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Orders two strings by their code points; JavaScript's own order is that of code units, which differs above U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}

/** A surrogate stands for something above U+FFFF, so it comes after every other code unit. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
