import { STDIN } from '../batch/inputs.ts';
import { Progress } from '../batch/progress.ts';
import { catalogueOf } from '../emit/language.ts';
import type { ProgressBar } from '../emit/progress-bar.ts';
import { phraseIn } from '../model/phrase.ts';
import type { Surroundings } from './command.ts';

/** Milliseconds of work before a bar is worth its while. */
const LONG = 1000;

/** The options that decide whether a bar is shown. */
export interface ProgressFlags {
  /** False for `--no-progress`. */
  readonly progress?: boolean;
  readonly quiet?: boolean;
  readonly output?: string;
  readonly filesFrom?: string;
}

/** A run that is followed: what it does is noted in `progress`, and what it tells is told through `around`. */
export interface Followed {
  readonly progress: Progress;
  readonly around: Surroundings;
  /** The run is over, well or badly: nothing is drawn any more. */
  stop(): Promise<void>;
}

/**
 * Follows a run, and shows on a terminal how far it is when it takes long. Where records go to the terminal too, they show
 * it themselves.
 */
export async function follow(paths: readonly string[], flags: ProgressFlags, around: Surroundings): Promise<Followed> {
  if (!isShown(flags, around)) return { progress: new Progress(null), around, stop: async () => {} };
  const progress = new Progress(flags.filesFrom === undefined ? await bytesIn(paths, around) : null);
  const catalogue = await catalogueOf(around.language);
  let bar: Promise<ProgressBar> | null = null;
  const timer = setTimeout(() => {
    bar = import('../emit/progress-bar.ts').then(({ progressBar }) =>
      progressBar(
        around.err,
        () => process.stderr.columns || 80,
        () => ({ share: progress.share, words: phraseIn(progress.said, catalogue) }),
      ),
    );
  }, LONG);
  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    const shown = bar;
    bar = null;
    await (await shown)?.stop();
  };
  return {
    progress,
    around: {
      ...around,
      async tell(message) {
        const shown = await bar;
        await shown?.hide();
        await around.tell(message);
        shown?.show();
      },
      async report(said) {
        await stop();
        await around.report(said);
      },
    },
    stop,
  };
}

function isShown({ progress, quiet, output }: ProgressFlags, { env }: Surroundings): boolean {
  if (progress === false || quiet === true || process.stderr.isTTY !== true || env.TERM === 'dumb') return false;
  return (output !== undefined && output !== STDIN) || process.stdout.isTTY !== true;
}

/** The bytes of files that are named; null when one is a folder, packed, or no file at all. */
async function bytesIn(paths: readonly string[], { files }: Surroundings): Promise<number | null> {
  let bytes = 0;
  for (const path of paths) {
    if (path === STDIN || /\.gz$/iu.test(path)) return null;
    const found = await files.stat(path).catch(() => null);
    if (found?.isFile() !== true) return null;
    bytes += found.size;
  }
  return bytes;
}
