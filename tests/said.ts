import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Every source of the project, by its path from src. */
export const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(src, path), 'utf8')]),
);

/** A phrase of the sources: its template, and where it is said. */
export interface Said {
  readonly template: string;
  readonly path: string;
}

/**
 * Every phrase that the sources say. A Phrase is made by the tag say`…` and by nothing else, so that the templates behind
 * the tag are all of them.
 */
export function saidIn(files: ReadonlyMap<string, string> = sources): readonly Said[] {
  const found: Said[] = [];
  for (const [path, text] of files) {
    // Its own file speaks of the tag in comments.
    if (path === 'model/phrase.ts') continue;
    for (let at = text.indexOf('say`'); at >= 0; at = text.indexOf('say`', at + 1)) {
      found.push({ template: templateAt(text, at + 4).template, path });
    }
  }
  return found;
}

/** Reads a template from behind its first backtick: what is in ${} becomes {1}, {2} … */
function templateAt(text: string, start: number): { readonly template: string; readonly end: number } {
  let template = '';
  let gaps = 0;
  let at = start;
  while (text[at] !== '`') {
    if (at >= text.length) throw new Error(`no end of the template from ${start}`);
    if (text[at] === '\\') {
      template += JSON.parse(
        `"${text
          .slice(at, at + 2)
          .replace('\\`', '`')
          .replace('\\$', '$')}"`,
      ) as string;
      at += 2;
    } else if (text.startsWith('${', at)) {
      template += `{${++gaps}}`;
      at = gapEnd(text, at + 2);
    } else template += text[at++];
  }
  return { template, end: at + 1 };
}

/** Where the expression in a gap ends, behind its brace; templates in it may have gaps of their own. */
function gapEnd(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (depth > 0) {
    if (text[at] === '{') depth++;
    if (text[at] === '}') depth--;
    if (text[at] === '`') at = templateAt(text, at + 1).end;
    else at++;
  }
  return at;
}
