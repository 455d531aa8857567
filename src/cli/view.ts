import { join } from 'node:path';
import { writeWhole } from '../batch/output-file.ts';
import { toFolder } from '../batch/output-folder.ts';
import type { OutputFolder } from '../emit/output.ts';
import { BadAnswers, goldIn } from '../evaluate/load-answers.ts';
import { Sources } from '../evaluate/sources.ts';
import { say } from '../model/phrase.ts';
import { assets } from '../view/assets.ts';
import { RuleNames } from '../view/changes.ts';
import { comparer } from '../view/comparison.ts';
import { entryOf } from '../view/entry.ts';
import { load } from '../view/loading.ts';
import type { Entry } from '../view/page/report-data.ts';
import { type ReportFile, reportFiles } from '../view/report-files.ts';
import { type Run, type Surroundings, UsageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { type InputFlags, inputOptions, lineFields, pathsOrStdin } from './input-options.ts';
import { lexiconIn } from './lexicon.ts';
import { guardOf } from './not-over-input.ts';

interface Flags extends InputFlags {
  readonly output?: string;
  readonly compare?: string;
  readonly sources: string;
  readonly maxPageSize: number;
  readonly quiet?: boolean;
  readonly lexicon?: string;
}

/** `huiyao view`: records, or articles, as a page for people. */
export const run: Run<Flags> = async (given, flags, around) => {
  const paths = pathsOrStdin(given, around);
  if (paths === null) return EXIT.usage;
  if (flags.output === undefined) {
    throw new UsageError(say`where the page goes is missing`, say`huiyao view ${paths.join(' ')} -o report.html`);
  }
  const guard = await guardOf(flags.output, around.files);
  for (const path of flags.compare === undefined ? paths : [...paths, flags.compare]) await guard(path);
  const compared = flags.compare === undefined ? null : comparer(answersAt(flags.compare));
  const lexicon = await lexiconIn(flags.lexicon, around);
  const sources = new Sources(flags.sources, lineFields(flags));
  const rules = new RuleNames();
  const keyOf = keys();
  const tally = { shown: 0, failed: 0, without: 0 };
  const inputs = inputOptions(flags, [flags.output]);
  const loaded = load(paths, {
    stdin: around.stdin,
    inputs,
    reading: { segmenter: flags.segmenter, lexicon },
    lines: { names: lineFields(flags), published: inputs.published },
    sources,
    files: around.files,
  });
  const entries = async function* (): AsyncGenerator<Entry> {
    for await (const one of loaded) {
      if (around.interrupted() !== null) return;
      if ('told' in one) {
        tally.failed++;
        await around.tell(one.told);
        continue;
      }
      const { record, found } = one;
      tally.shown++;
      if ('trouble' in found) tally.without++;
      yield entryOf(record, found, rules, keyOf(record), compared?.(record) ?? null);
    }
  };
  const options = {
    lang: around.language,
    other: flags.compare ?? null,
    rules: rules.list,
    mostBytes: flags.maxPageSize,
  };
  let where: string;
  try {
    where = await writeReport(flags.output, reportFiles(entries(), options, assets()), around);
  } finally {
    await sources.close();
  }
  const signal = around.interrupted();
  if (signal !== null) return EXIT.signal + signal;
  if (tally.shown === 0) {
    await around.tell({ severity: 'error', code: 'no-input', text: say`no record and no article was found` });
    return EXIT.noInput;
  }
  if (tally.without > 0) {
    await around.tell({
      severity: 'warning',
      code: 'not-found',
      text: say`of ${tally.without} of ${tally.shown} records the article is not at hand; the page says so`,
      help: say`paths in records start at the working directory, or at --sources FOLDER`,
    });
  }
  if (!flags.quiet) {
    const { shown, failed } = tally;
    await around.report(
      failed > 0 ? say`${shown} shown, ${failed} failed; open ${where}` : say`${shown} shown; open ${where}`,
    );
  }
  return tally.failed > 0 ? EXIT.failed : EXIT.done;
};

/** The answers to compare with. @throws UsageError when there are none to read. */
function answersAt(path: string): ReturnType<typeof goldIn> {
  try {
    return goldIn(path);
  } catch (error) {
    if (error instanceof BadAnswers) throw new UsageError(error.said, null, 'bad-answers', error);
    throw error;
  }
}

/** Names records in links: by id; the same article a second time by its place; then by a number. */
function keys(): (record: { id: string; document: { path: string | null; line: number | null } }) => string {
  const taken = new Set<string>();
  return ({ id, document: { path, line } }) => {
    const place = path === null ? id : line === null ? path : `${path}:${line}`;
    let key = [id, place].find((one) => !taken.has(one));
    for (let n = 2; key === undefined; n++) if (!taken.has(`${id}~${n}`)) key = `${id}~${n}`;
    taken.add(key);
    return key;
  };
}

/** Writes the pages of a report, all of them or none, and tells which one to open. */
async function writeReport(path: string, pages: AsyncIterable<ReportFile>, around: Surroundings): Promise<string> {
  const there = await around.files.stat(path).catch(() => null);
  const isFolder = path.endsWith('/') || there?.isDirectory() === true;
  const bare = path.replace(/\.html?$/iu, '');
  const place = isFolder ? path : bare === path ? `${path}.pages` : bare;
  let folder: OutputFolder | null = null;
  try {
    for await (const { name, html } of pages) {
      if (around.interrupted() !== null) break;
      if (name === null && !isFolder) {
        await writeWhole(path, html, around.files);
        return path;
      }
      folder ??= await toFolder(place, around.files);
      await (await folder.file(name ?? 'index.html')).write(html);
    }
  } catch (error) {
    await folder?.abandon();
    throw error;
  }
  if (around.interrupted() !== null) await folder?.abandon();
  else await folder?.finish();
  return join(place, 'index.html');
}
