import { existsSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { disk } from '../batch/files.ts';
import { type ColourMode, inColour, type Message, told } from '../emit/messages.ts';
import { type Output, OutputFailed } from '../emit/output.ts';
import { type Surroundings, UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';
import { COMMANDS, type CommandRow, type OptionRow } from './table.ts';
import { version } from './version.ts';

const SUMMARY = `Reads Chinese meeting news (会议新闻) and writes validated JSON records,
every value tied to the words it came from.`;

/** Runs one command line and gives its exit code; whatever goes wrong is told on `err`. */
export async function runCommandLine(argv: readonly string[], out: Output, err: Output): Promise<number> {
  let colour: ColourMode = 'auto';
  const tell = async (message: Message): Promise<void> => {
    await err.write(told(message, inColour(colour, process.env, process.stderr.isTTY === true)));
  };
  let signal: number | null = null;
  const interrupt = (_name: NodeJS.Signals, number: number): void => {
    signal = number;
    // A second one ends the process at once.
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const around: Surroundings = {
    stdin: process.stdin,
    out,
    err,
    files: disk,
    env: process.env,
    tell,
    interrupted: () => signal,
  };
  try {
    return await dispatch(argv, around, (mode) => {
      colour = mode;
    });
  } catch (error) {
    if (error instanceof UsageError) {
      await tell({ severity: 'error', code: error.code, text: error.message, help: error.help });
      return EXIT.usage;
    }
    if (error instanceof OutputFailed) {
      await tell({ severity: 'error', code: 'output', path: error.path, text: error.message });
      return error.exitCode;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await tell({ severity: 'error', code: 'bug', text: `this is a bug in huiyao: ${text}`, help: 'please report it' });
    return EXIT.bug;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    // An unread stdin would keep the process waiting.
    process.stdin.destroy();
  }
}

/** Reads the command line by the table of commands and runs the one that it names. */
async function dispatch(
  argv: readonly string[],
  around: Surroundings,
  setColour: (mode: ColourMode) => void,
): Promise<number> {
  let exitCode: number = EXIT.done;
  let help = '';
  const complaints: string[] = [];

  const optionOf = ({ flags, help: text, preset, choices, parse }: OptionRow) => {
    const option = new Option(flags, text);
    if (choices !== undefined) option.choices(choices);
    if (parse !== undefined) {
      option.argParser((value: string, before: unknown) => {
        try {
          return parse(value, before);
        } catch (error) {
          throw new InvalidArgumentError((error as Error).message);
        }
      });
    }
    const shown = typeof preset === 'number' && parse !== undefined && preset > 1e6 ? sizeOf(preset) : undefined;
    if (preset !== undefined) option.default(preset, shown);
    if (typeof preset === 'object') option.defaultValueDescription = 'none';
    return option;
  };

  const prepareCommand = (command: Command): Command =>
    command
      .exitOverride()
      .helpOption('-h, --help', 'show this help')
      .configureOutput({
        writeOut: (text) => {
          help += text;
        },
        writeErr: (text) => {
          help += text;
        },
        outputError: (text) => complaints.push(text),
      })
      .addOption(
        new Option('--color <when>', 'when messages are coloured').choices(['auto', 'always', 'never']).default('auto'),
      );

  const program = prepareCommand(new Command('huiyao'))
    .usage('<command> [options]')
    .version(version(), '-V, --version', 'show the version')
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText('before', `${SUMMARY}\n\n${examplesOf(COMMANDS.flatMap(({ examples }) => examples.slice(0, 1)))}\n`)
    .addHelpText('after', '\nhuiyao <command> --help tells more about one command.')
    .argument('[command]')
    .allowExcessArguments()
    .action((name: string | undefined) => {
      if (name === undefined) throw new UsageError('no command was given', 'huiyao --help lists the commands');
      throw unknownCommand(name);
    });

  for (const row of COMMANDS) {
    const command = prepareCommand(new Command(row.name)).description(row.summary);
    if (row.paths !== '') command.argument(row.paths);
    for (const option of row.options) command.addOption(optionOf(option));
    command.addHelpText('before', `${examplesOf(row.examples)}\n`);
    command.action(async (...args: unknown[]) => {
      const flags = command.optsWithGlobals<{ color: ColourMode }>();
      setColour(flags.color);
      const given = args
        .slice(0, -2)
        .flat()
        .filter((path): path is string => typeof path === 'string');
      const { run } = await row.load();
      exitCode = await run(given, flags, around);
      if (exitCode === EXIT.usage) await around.err.write(command.helpInformation());
    });
    program.addCommand(command);
  }

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && complaints.length > 0) throw complaintOf(complaints.join(' '));
  }
  await around.out.write(help);
  return exitCode;
}

const sizeOf = (bytes: number): string => (bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20}MiB` : `${bytes / 1e6}MB`);

/** Examples come first: most people look for a call to copy. */
function examplesOf(examples: CommandRow['examples']): string {
  const width = Math.max(...examples.map(([call]) => call.length));
  return `Examples:\n${examples.map(([call, meaning]) => `  ${call.padEnd(width)}  # ${meaning}`).join('\n')}`;
}

/** error: unknown option '--formt'\n(Did you mean --format?) */
function complaintOf(complaint: string): UsageError {
  const suggestion = /\(Did you mean (?<what>[^)]+)\?\)/u.exec(complaint)?.groups?.what;
  const text = complaint
    .replace(/\(Did you mean [^)]+\?\)/u, '')
    .replace(/^error: /u, '')
    .trim();
  return new UsageError(
    text,
    suggestion === undefined ? 'huiyao --help tells how it is called' : `did you mean ${suggestion}?`,
  );
}

/** A word where a command should be: a path without its command, or a slip of the finger. */
function unknownCommand(name: string): UsageError {
  const meant = didYouMean(
    name,
    COMMANDS.map((row) => row.name),
  );
  if (meant !== null) return new UsageError(`unknown command '${name}'`, `did you mean huiyao ${meant}?`);
  if (name === '-' || /[./\\]/u.test(name) || existsSync(name)) {
    return new UsageError(`'${name}' is no command`, `did you mean huiyao extract ${name}?`);
  }
  return new UsageError(`unknown command '${name}'`, 'huiyao --help lists the commands');
}
