import { harmless } from '../emit/messages.ts';
import { type Entry, entries, KINDS, type Kind } from '../explain/index.ts';
import { say } from '../model/phrase.ts';
import { type Run, UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';

type Language = 'en' | 'zh';

const HEADINGS: Readonly<Record<Kind, readonly [english: string, chinese: string]>> = {
  finding: ['Findings of a record', '记录中的异常'],
  message: ['Messages', '消息'],
  field: ['Fields of the record', '记录的字段'],
  score: ['Fields of the score', '得分的字段'],
  restore: ['Rules of restoring', '修复规则'],
  recognise: ['Rules of recognising', '识别规则'],
  weight: ['What is weighed for and against a name', '人名的权衡依据'],
};

/** `huiyao explain`: the long text of a code, a rule or a field; without one, the list of all. */
export const run: Run<unknown> = async ([name], _flags, { out, language }) => {
  if (name === undefined) await out.write(listed(language));
  else {
    const found = await entriesFor(name);
    if (found.length === 0) throw unknown(name);
    for (const [index, entry] of found.entries()) {
      await out.write(`${index > 0 ? '\n' : ''}${await explained(entry, language)}`);
    }
  }
  await out.finish();
  return EXIT.done;
};

/** The path of a field without its indices, and of an item within an item as of the item: workPlan.0.children.1.text */
const plain = (name: string): string =>
  name
    .split(/[.[\]]+/u)
    .filter((part) => part !== '' && !/^\d+$/u.test(part))
    .join('.')
    .replace(/^workPlan(?:\.children)+\./u, 'workPlan.');

/** The entries of a name: a code, a rule, a field (with or without indices), or the key of a repair. */
async function entriesFor(name: string): Promise<readonly Entry[]> {
  const path = plain(name);
  const field = /(?:^|\.)evidence(?:\.|$)/u.test(path) ? 'evidence' : path;
  const found = entries.filter((entry) => entry.name === name || entry.name === field);
  if (found.length > 0) return found;
  const { rules } = await import('../pipeline.ts');
  const repair = rules.find((rule) => rule.repair === name.replace(/^document\.repairs\./u, ''));
  return entries.filter((entry) => entry.name === repair?.id);
}

function unknown(name: string): UsageError {
  const meant = didYouMean(
    name,
    entries.map((entry) => entry.name),
  );
  return new UsageError(
    say`nothing is called '${name}'`,
    meant === null ? say`huiyao explain lists everything` : say`did you mean ${meant}?`,
  );
}

function listed(language: Language): string {
  const at = language === 'zh' ? 1 : 0;
  const width = Math.max(...entries.map(({ name }) => name.length));
  return KINDS.map((kind) => {
    const lines = entries
      .filter((entry) => entry.kind === kind)
      .map(({ name, meaning }) => `  ${name.padEnd(width)}  ${meaning[at]}\n`);
    return `${HEADINGS[kind][at]}\n${lines.join('')}`;
  }).join('\n');
}

async function explained(entry: Entry, language: Language): Promise<string> {
  const at = language === 'zh' ? 1 : 0;
  const examples = await examplesOf(entry);
  const heading = language === 'zh' ? '示例' : 'Example';
  const shown = examples.length === 0 ? '' : `${heading}:\n${examples.map((line) => `  ${line}\n`).join('')}\n`;
  return `${entry.name}  (${HEADINGS[entry.kind][at]})\n\n${entry.meaning[at]}\n\n${shown}${entry.remedy[at]}\n`;
}

/** The examples of an entry: those of its rule, before → after, or its own. */
async function examplesOf({ kind, name, example }: Entry): Promise<readonly string[]> {
  if (example !== null && example !== 'null') return example.split('\n').map(harmless);
  if (kind !== 'restore' && kind !== 'recognise' && kind !== 'weight') return [];
  const { rules, expressions, evidence } = await import('../pipeline.ts');
  const rule = rules.find(({ id }) => id === name);
  if (rule !== undefined) {
    return rule.examples
      .filter(({ damaged, clean }) => damaged !== clean)
      .flatMap(({ damaged, clean }) => [`${harmless(damaged)}`, `→ ${harmless(clean)}`]);
  }
  const expression = expressions.find(({ id }) => id === name);
  if (expression !== undefined) return [expression.examples.join(' · ')];
  return evidence.filter(({ id }) => id === name).map((one) => one.example);
}
