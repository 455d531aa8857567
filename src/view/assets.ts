import { readFileSync } from 'node:fs';

/** What a page carries in itself: one script and one style sheet. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/** import { a, b } from './x.js'; — the one form in which the modules of the page import each other. */
const IMPORT = /^import (?<names>\{[^}]*\}) from '\.\/(?<file>[a-z-]+)\.js';\n/gmu;
const EXPORT = /^export (?=(?:const|function|class) (?<name>\w+))/gmu;

/** The variable that holds what a module exports. */
const holderOf = (file: string): string => `$${file.replaceAll('-', '_')}`;

/**
 * Joins the modules that a module needs, and itself, into one script without imports: each module once, in a scope of its
 * own, behind those that it imports. `read` gives the text of a module by its name without `.js`.
 */
export function joined(read: (file: string) => string, entry: string): string {
  const done = new Set<string>();
  const parts: string[] = [];
  const visit = (file: string): void => {
    if (done.has(file)) return;
    done.add(file);
    const text = read(file);
    for (const { groups } of text.matchAll(IMPORT)) visit(groups?.file as string);
    const names = [...text.matchAll(EXPORT)].map(({ groups }) => groups?.name);
    const body = text
      .replace(IMPORT, (_all, wanted: string, from: string) => `const ${wanted} = ${holderOf(from)};\n`)
      .replace(EXPORT, '');
    parts.push(`const ${holderOf(file)} = (() => {\n${body}return { ${names.join(', ')} };\n})();\n`);
  };
  visit(entry);
  return `'use strict';\n(() => {\n${parts.join('')}})();\n`;
}

/** The classes `at-0` … `at-100` and their like: a page with a content policy can set no style of its own elements. */
function hundredths(): string {
  const steps = Array.from({ length: 101 }, (_, i) => i);
  return steps.map((i) => `.at-${i}{left:${i}%}.wide-${i}{width:${i}%}.tall-${i}{height:${i}%}`).join('\n');
}

/** Reads the script and the style sheet that were built beside this file. */
export function assets(): Assets {
  const read = (file: string): string => readFileSync(new URL(`page/${file}`, import.meta.url), 'utf8');
  return { script: joined((file) => read(`${file}.js`), 'main'), style: `${read('report.css')}\n${hundredths()}\n` };
}
