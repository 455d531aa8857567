import { type InputOptions, STDIN } from '../batch/inputs.ts';
import type { InputKind } from '../batch/walk.ts';
import { say } from '../model/phrase.ts';
import { type LineFields, namesDay, requireSegmenter, SegmenterMissing, type SegmenterName } from '../pipeline.ts';
import { type Surroundings, UsageError } from './command.ts';

/** Options of every command that reads articles, as they come from the command line. */
export interface InputFlags {
  readonly inputFormat?: InputKind;
  readonly published?: string;
  readonly exclude?: readonly string[];
  readonly textField: string;
  readonly titleField: string;
  readonly dateField: string;
  readonly idField: string;
  readonly maxFileSize: number;
  readonly maxLineSize: number;
  readonly segmenter: SegmenterName;
}

/** The names of the fields of a JSON Lines input. */
export const lineFields = ({ idField, titleField, dateField, textField }: InputFlags): LineFields => ({
  id: idField,
  title: titleField,
  date: dateField,
  text: textField,
});

/**
 * What the flags ask for.
 * @throws UsageError when `--published` is no day or the segmenter is not installed.
 */
export function inputOptions(flags: InputFlags, except: readonly string[] = []): InputOptions {
  const { published } = flags;
  if (published !== undefined && !namesDay(published))
    throw new UsageError(say`--published ${published} is no day`, say`write it as 2024-10-20`);
  try {
    requireSegmenter(flags.segmenter);
  } catch (error) {
    if (!(error instanceof SegmenterMissing)) throw error;
    throw new UsageError(
      say`the segmenter ${flags.segmenter} is not installed`,
      say`npm install ${flags.segmenter}, or leave --segmenter out`,
      'segmenter-missing',
    );
  }
  return {
    published,
    exclude: flags.exclude ?? [],
    kind: flags.inputFormat,
    maxFileSize: flags.maxFileSize,
    maxLineSize: flags.maxLineSize,
    except,
  };
}

/** The paths to read: those given, else stdin; null when that is a terminal, where waiting for text would be a riddle. */
export function pathsOrStdin(paths: readonly string[], around: Surroundings): readonly string[] | null {
  if (paths.length > 0) return paths;
  return around.stdin.isTTY === true ? null : [STDIN];
}
