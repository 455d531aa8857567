import { type Phrase, say } from '../model/phrase.ts';
import { type OptionRow, UsageError, WrongValue } from './command.ts';
import { didYouMean } from './did-you-mean.ts';

/**
 * What a parser says is wrong with a value; null for an error that is not about the value. A plain Error is how parsers of
 * others complain; a TypeError and its like are slips in the code.
 */
export function complaintIn(error: unknown): Phrase | null {
  if (error instanceof WrongValue) return error.said;
  return error instanceof Error && Object.getPrototypeOf(error) === Error.prototype ? say`${error.message}` : null;
}

/** A value of an option as the command line has it, read. @throws UsageError for one that the option does not take. */
export function optionValue({ flags, choices, parse }: OptionRow, value: string, before: unknown): unknown {
  if (choices !== undefined && !choices.includes(value)) {
    const meant = didYouMean(value, choices);
    throw new UsageError(
      say`option '${flags}' takes no '${value}'; it takes ${choices.join(', ')}`,
      meant === null ? null : say`did you mean ${meant}?`,
    );
  }
  if (parse === undefined) return value;
  try {
    return parse(value, before);
  } catch (error) {
    const complaint = complaintIn(error);
    if (complaint === null) throw error;
    throw new UsageError(say`option '${flags}' takes no '${value}': ${complaint}`);
  }
}
