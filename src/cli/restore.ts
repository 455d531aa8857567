import { writeWhole } from '../batch/output-file.ts';
import { codeFrame } from '../emit/code-frame.ts';
import { lineColumnsOf, windowAt } from '../emit/line-column.ts';
import { harmless } from '../emit/messages.ts';
import { repairsOf, runsOf } from '../emit/repairs.ts';
import { say } from '../model/phrase.ts';
import { restoreArticle } from '../pipeline.ts';
import type { Run } from './command.ts';
import { guardOf } from './not-over-input.ts';
import { type OneArticleFlags, withArticle } from './one-article.ts';

interface Flags extends OneArticleFlags {
  readonly map?: string;
  readonly explain?: boolean;
}

/** `huiyao restore`: exactly the restored text on stdout; the repairs on stderr, each with its line, when they are asked for. */
export const run: Run<Flags> = async (given, flags, around) => {
  const guard = await guardOf(flags.map, around.files);
  for (const path of given) await guard(path);
  return withArticle(given, flags, around, async (raw) => {
    const article = restoreArticle(raw);
    await around.out.write(article.clean);
    if (flags.map !== undefined) {
      await writeWhole(flags.map, `${JSON.stringify({ runs: runsOf(article) })}\n`, around.files);
    }
    if (!flags.explain) return;
    const repairs = [...repairsOf(article)].sort((a, b) => a.start - b.start || a.end - b.end);
    const placeOf = lineColumnsOf(article.text);
    for (const { start, end, rule, certainty, from, to } of repairs) {
      const { line, column } = placeOf(start);
      await around.err.write(`${line}:${column} ${rule} (${certainty}): “${harmless(from)}” → “${harmless(to)}”\n`);
      await around.err.write(codeFrame({ line, ...windowAt(article.text, { start, end }) }));
    }
    await around.report(say`${repairs.length} repairs`);
  });
};
