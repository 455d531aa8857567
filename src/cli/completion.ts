import { entries } from '../explain/index.ts';
import { say } from '../model/phrase.ts';
import { type Run, UsageError } from './command.ts';
import { completedOf, completionScript, SHELLS } from './completion-scripts.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';

/** `huiyao completion`: the script that completes the command line in a shell. */
export const run: Run<unknown> = async ([name = ''], _flags, { out, table }) => {
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined) {
    const meant = didYouMean(name, SHELLS);
    const help = meant === null ? say`the shells are: ${SHELLS.join(', ')}` : say`did you mean ${meant}?`;
    throw new UsageError(say`there is no completion for '${name}'`, help);
  }
  const names = [...new Set(entries.map((entry) => entry.name))];
  const commands = completedOf(table.commands, { completion: SHELLS, explain: names });
  await out.write(completionScript(shell, commands, table.global));
  await out.finish();
  return EXIT.done;
};
