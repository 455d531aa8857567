import { statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { toFile } from '../batch/output-file.ts';
import { inColour } from '../emit/messages.ts';
import type { Output } from '../emit/output.ts';
import { check, isGood, type Outcome } from '../evaluate/check.ts';
import { type Reporter, reporters, type Setting } from '../evaluate/report/index.ts';
import { type Phrase, say } from '../model/phrase.ts';
import type { SegmenterName } from '../pipeline.ts';
import { type Run, type Surroundings, UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';
import { inCi } from './in-ci.ts';
import { lexiconIn } from './lexicon.ts';
import type { Desk } from './review.ts';
import { version } from './version.ts';

interface Flags {
  readonly update?: boolean;
  readonly review?: boolean;
  readonly report?: readonly string[];
  readonly json?: boolean;
  readonly segmenter: SegmenterName;
  readonly lexicon?: string;
}

/** The number of the signal that ctrl-C stands for; a terminal that gives single keys does not send it. */
const SIGINT = 2;

/** A report that is asked for, and the file that it goes to; null for stdout. */
interface Asked {
  readonly reporter: Reporter;
  readonly path: string | null;
}

/** `huiyao check`: articles against their expected records. Exit code 1 when any differs, is missing or is obsolete. */
export const run: Run<Flags> = async ([given], flags, around) => {
  const folder = given as string;
  const asked = reportsIn(flags);
  await refuseWhereWrong(folder, flags, around);
  const lexicon = await lexiconIn(flags.lexicon, around);
  const desk = flags.review === true ? await openDesk(folder, around) : null;
  const files: Output[] = [];
  const outcomes: Outcome[] = [];
  try {
    const reports: { readonly reporter: Reporter; readonly to: Output; readonly setting: Setting }[] = [];
    for (const { reporter, path } of asked) {
      const to = path === null ? around.out : await toFile(path, around.files);
      if (path !== null) files.push(to);
      const colour = path === null && inColour(around.colourMode, around.env, process.stdout.isTTY === true);
      reports.push({ reporter, to, setting: { folder: fromHere(folder), version: version(), colour } });
    }
    const options = { segmenter: flags.segmenter, lexicon, update: flags.update === true };
    for await (const found of check(folder, options)) {
      const outcome = desk === null ? found : await (await import('./review.ts')).review(found, desk);
      outcomes.push(outcome);
      for (const { reporter, to, setting } of reports) {
        if (reporter.form === 'lines') await to.write(reporter.write(outcome, setting));
      }
      if (around.interrupted() !== null || (desk !== null && desk.decisions.over !== 'no')) break;
    }
    for (const { reporter, to, setting } of reports) {
      if (reporter.form === 'document') await to.write(reporter.write(outcomes, setting));
    }
    for (const file of files) await file.finish();
  } catch (error) {
    for (const file of files) await file.abandon();
    throw error;
  } finally {
    desk?.keys.close();
  }
  return conclude(folder, outcomes, desk, around);
};

async function conclude(
  folder: string,
  outcomes: readonly Outcome[],
  desk: Desk | null,
  { report, tell, interrupted }: Surroundings,
): Promise<number> {
  const good = outcomes.filter(isGood).length;
  const bad = outcomes.length - good;
  const changed = changesOf(outcomes);
  await report(
    changed === null ? say`${good} as expected, ${bad} not` : say`${good} as expected (${changed}), ${bad} not`,
  );
  const over = desk?.decisions.over ?? 'no';
  if (desk !== null) {
    const { accepted, rejected, skipped } = desk.decisions;
    await report(
      over === 'no'
        ? say`${accepted} accepted, ${rejected} rejected, ${skipped} skipped`
        : say`${accepted} accepted, ${rejected} rejected, ${skipped} skipped; the rest was not looked at`,
    );
  }
  const signal = interrupted() ?? (over === 'interrupted' ? SIGINT : null);
  if (signal !== null) return EXIT.signal + signal;
  if (outcomes.length === 0) {
    await tell({ severity: 'error', code: 'no-input', path: folder, text: say`no article was found` });
    return EXIT.noInput;
  }
  return bad > 0 || over !== 'no' ? EXIT.failed : EXIT.done;
}

/** How many expected files were written and removed; null when none was. */
function changesOf(outcomes: readonly Outcome[]): Phrase | null {
  const written = outcomes.filter(({ outcome }) => outcome === 'written').length;
  const removed = outcomes.filter(({ outcome }) => outcome === 'removed').length;
  if (written > 0 && removed > 0) return say`${written} written, ${removed} removed`;
  if (written > 0) return say`${written} written`;
  return removed > 0 ? say`${removed} removed` : null;
}

/** The reports that are asked for: `pretty` on stdout when none is, and nobody reviews. @throws UsageError */
function reportsIn({ report, json, review }: Flags): readonly Asked[] {
  const wanted = [...(report ?? []), ...(json === true ? ['json'] : [])];
  const asked = (wanted.length === 0 && review !== true ? ['pretty'] : wanted).map((one): Asked => {
    const [name, path] = one.includes('=') ? [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] : [one];
    const reporter = reporters.find((known) => known.name === name);
    const names = reporters.map((known) => known.name);
    if (reporter === undefined) {
      const meant = didYouMean(name, names);
      throw new UsageError(
        say`there is no report '${name}'`,
        meant === null ? say`the reports are: ${names.join(' ')}` : say`did you mean ${meant}?`,
      );
    }
    if (path === '') throw new UsageError(say`--report ${one}: no file is named`, say`--report ${name}=FILE`);
    return { reporter, path: path ?? null };
  });
  const onStdout = asked.filter(({ path }) => path === null);
  const alone = onStdout.find(({ reporter }) => reporter.form === 'document');
  if (alone !== undefined && onStdout.length > 1) {
    throw new UsageError(
      say`the ${alone.reporter.name} report cannot share stdout with another`,
      say`give it a file: --report ${alone.reporter.name}=FILE`,
    );
  }
  return asked;
}

async function refuseWhereWrong(folder: string, flags: Flags, { env, stdin }: Surroundings): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) {
    throw new UsageError(say`${folder} is no folder`, say`name the folder in which the articles lie`);
  }
  if (flags.update === true && flags.review === true) {
    throw new UsageError(say`--update and --review exclude each other`, say`--review asks first, --update does not`);
  }
  const writes = flags.update === true ? '--update' : flags.review === true ? '--review' : null;
  if (writes !== null && (await inCi(env))) {
    throw new UsageError(say`${writes} is refused in CI`, say`run it at your desk, read the change, and commit it`);
  }
  // The questions are asked on stderr.
  if (flags.review === true && (stdin.isTTY !== true || process.stderr.isTTY !== true)) {
    throw new UsageError(say`--review needs a terminal to ask at`, say`without one: huiyao check, then --update`);
  }
}

/** Somebody at the terminal decides; what is asked goes to stderr, so that reports can go to stdout. */
async function openDesk(folder: string, { stdin, err, env, colourMode }: Surroundings): Promise<Desk> {
  const { keysOf } = await import('./keys.ts');
  const keys = keysOf(stdin);
  if (keys === null) throw new UsageError(say`--review needs a terminal to ask at`);
  return {
    folder,
    keys,
    colour: inColour(colourMode, env, process.stderr.isTTY === true),
    say: (text) => err.write(text),
    decisions: { accepted: 0, rejected: 0, skipped: 0, over: 'no' },
  };
}

/** A folder as a path from the working directory where it lies within, as reports want it. */
function fromHere(folder: string): string {
  const path = relative(process.cwd(), folder);
  const outside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (outside ? folder : path === '' ? '.' : path).split(sep).join('/');
}
