import { existsSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { disk, type Files } from '../batch/files.ts';
import { catalogueOf, type LanguageChoice, languageOf } from '../emit/language.ts';
import { type ColourMode, inColour, type Message, told } from '../emit/messages.ts';
import { type Output, OutputFailed } from '../emit/output.ts';
import { type Catalogue, phraseIn, say } from '../model/phrase.ts';
import { type CommandRow, type OptionRow, type Surroundings, UsageError } from './command.ts';
import { configurationAbove } from './configuration-place.ts';
import { configuredManner } from './configured-manner.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';
import { examplesOf, helpLayout, SUMMARY, translator } from './help.ts';
import { Interrupted } from './interrupted.ts';
import { optionValue } from './option-value.ts';
import { keyOf } from './settings.ts';
import { COMMANDS, GLOBAL, TABLE } from './table.ts';
import { version } from './version.ts';

/** Runs one command line and gives its exit code; whatever goes wrong is told on `err`. */
export async function runCommandLine(
  argv: readonly string[],
  out: Output,
  err: Output,
  files: Files = disk,
): Promise<number> {
  // How to speak must be known before the line is read: there may be something to say about it.
  const asked = {
    color: valueIn<ColourMode>(argv, '--color', ['auto', 'always', 'never']),
    lang: valueIn<LanguageChoice>(argv, '--lang', ['auto', 'en', 'zh']),
  };
  // What answers line by line looks at no other file.
  const configured = argv.includes('--stream') ? {} : configuredManner(process.cwd());
  const colourMode: ColourMode = asked.color ?? configured.color ?? 'auto';
  const { language } = languageOf(asked.lang ?? configured.lang ?? 'auto', process.env);
  const catalogue = await catalogueOf(language);
  const tell = async (message: Message): Promise<void> => {
    const colour = inColour(colourMode, process.env, process.stderr.isTTY === true);
    await err.write(await told(message, { colour, catalogue }));
  };
  let signal: number | null = null;
  const ending = new AbortController();
  const letGo = (): void => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  };
  const interrupt = (name: NodeJS.Signals, number: number): void => {
    if (signal !== null) {
      letGo();
      process.kill(process.pid, name);
      return;
    }
    signal = number;
    ending.abort();
    if (process.stdin.isRaw !== true) process.stdin.destroy(new Interrupted());
    // A second one ends the process at once, by the system; one that came while the program was busy is heard before that.
    setImmediate(letGo);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  // Whoever reads stdin is told of its end; nobody has to.
  process.stdin.on('error', () => {});
  const around: Surroundings = {
    stdin: process.stdin,
    out,
    err,
    files,
    table: TABLE,
    env: process.env,
    colourMode,
    language,
    tell,
    report: (said) => err.write(`huiyao: ${phraseIn(said, catalogue)}\n`),
    interrupted: () => signal,
    ended: ending.signal,
  };
  try {
    return await dispatch(argv, around, catalogue);
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.signal + (signal ?? 0);
    if (error instanceof UsageError) {
      await tell({ severity: 'error', code: error.code, text: error.said, help: error.help, ...error.at });
      return EXIT.usage;
    }
    if (error instanceof OutputFailed) {
      await tell({ severity: 'error', code: 'output', path: error.path, text: error.said });
      return error.exitCode;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = say`this is a bug in huiyao: ${trace}`;
    await tell({ severity: 'error', code: 'bug', text, help: say`please report it` });
    return EXIT.bug;
  } finally {
    letGo();
    // An unread stdin would keep the process waiting.
    process.stdin.destroy();
  }
}

/** The last value of an option on a command line, if it is one of those that it takes. */
function valueIn<Value extends string>(
  argv: readonly string[],
  name: string,
  choices: readonly Value[],
): Value | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const value = options[at] === name ? options[at + 1] : options[at]?.slice(name.length + 1);
  return choices.find((one) => one === value);
}

/** Reads the command line by the table of commands and runs the one that it names. */
async function dispatch(argv: readonly string[], around: Surroundings, catalogue: Catalogue | null): Promise<number> {
  let exitCode: number = EXIT.done;
  let help = '';
  const translate = translator(catalogue);
  const columnsOf = catalogue === null ? null : (await import('../emit/width.ts')).columnsOf;

  const prepareCommand = (command: Command, options: readonly OptionRow[]): Command => {
    command
      .configureHelp(helpLayout(translate, columnsOf))
      .helpOption('-h, --help', translate('show this help'))
      .showSuggestionAfterError(false)
      .exitOverride((error) => {
        throw error.exitCode === 0 ? error : complaintOf(error, [...options, ...GLOBAL]);
      })
      .configureOutput({
        writeOut: (text) => {
          help += text;
        },
        writeErr: (text) => {
          help += text;
        },
        outputError: () => {},
      });
    for (const row of [...options, ...GLOBAL]) command.addOption(optionOf(row, translate(row.help)));
    return command;
  };

  const overview = COMMANDS.flatMap(({ examples }) => examples.slice(0, 1));
  const program = prepareCommand(new Command('huiyao'), [])
    .usage(translate('<command> [options]'))
    .version(version(), '-V, --version', translate('show the version'))
    .helpCommand(false)
    .addHelpText('before', `${translate(SUMMARY)}\n\n${examplesOf(overview, translate)}\n`)
    .addHelpText('after', `\n${translate('huiyao <command> --help tells more about one command.')}`)
    .argument('[command]')
    .allowExcessArguments()
    .action((name: string | undefined) => {
      if (name === undefined) throw new UsageError(say`no command was given`, say`huiyao --help lists the commands`);
      throw unknownCommand(name);
    });

  for (const row of COMMANDS) {
    const command = prepareCommand(new Command(row.name), row.options).description(translate(row.summary));
    if (row.paths !== '') command.argument(row.paths);
    command.addHelpText('before', `${examplesOf(row.examples, translate)}\n`);
    command.action(async (...args: unknown[]) => {
      const given = args
        .slice(0, -2)
        .flat()
        .filter((path): path is string => typeof path === 'string');
      await configure(command, row);
      const { run } = await row.load();
      exitCode = await run(given, command.opts(), around);
      if (exitCode === EXIT.usage) await around.err.write(command.helpInformation());
    });
    program.addCommand(command);
  }

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  await around.out.write(help);
  return exitCode;
}

/** Gives a command's options what the configuration says, unless the command line says it. */
async function configure(command: Command, { options, forgives }: CommandRow): Promise<void> {
  // What answers line by line touches no other file: the call alone says what it does, wherever it runs.
  if (command.getOptionValue('stream') === true) return;
  const path = configurationAbove(process.cwd());
  if (path === null) return;
  try {
    const { configurationIn } = await import('./configuration.ts');
    const values = await configurationIn(path, TABLE);
    for (const row of options) {
      const key = keyOf(row);
      if (row.setting === undefined || !Object.hasOwn(values, key)) continue;
      if (command.getOptionValueSource(key) !== 'cli') command.setOptionValueWithSource(key, values[key], 'config');
    }
  } catch (error) {
    if (!(error instanceof UsageError && forgives === true)) throw error;
  }
}

/** An option as commander knows it. */
function optionOf(row: OptionRow, help: string): Option {
  const { flags, preset, presetText, choices } = row;
  const option = new Option(flags, help);
  if (choices !== undefined) option.choices(choices);
  option.argParser((value: string, before: unknown) => optionValue(row, value, before));
  const shown = presetText ?? (typeof preset === 'number' && preset > 1e6 ? sizeOf(preset) : undefined);
  if (preset !== undefined) option.default(preset, typeof preset === 'object' ? 'none' : shown);
  return option;
}

const sizeOf = (bytes: number): string => (bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20}MiB` : `${bytes / 1e6}MB`);

const longNameOf = ({ flags }: OptionRow): string => /--[a-z-]+/u.exec(flags)?.[0] ?? flags;

/** What commander has to say about a line, in phrases of our own. */
function complaintOf({ code, message }: CommanderError, options: readonly OptionRow[]): UsageError {
  const quoted = /'(?<what>[^']*)'/u.exec(message)?.groups?.what ?? '';
  const advice = say`huiyao --help tells how it is called`;
  switch (code) {
    case 'commander.unknownOption': {
      const meant = didYouMean(quoted, [...options.map(longNameOf), '--help']);
      return new UsageError(say`unknown option '${quoted}'`, meant === null ? advice : say`did you mean ${meant}?`);
    }
    case 'commander.optionMissingArgument':
      return new UsageError(say`option '${quoted}' lacks its value`, advice);
    case 'commander.missingArgument':
      return new UsageError(say`missing argument '${quoted}'`, advice);
    case 'commander.excessArguments':
      return new UsageError(say`too many arguments for '${quoted}'`, advice);
    default:
      return new UsageError(say`${message.replace(/^error: /u, '')}`, advice);
  }
}

/** A word where a command should be: a path without its command, or a slip of the finger. */
function unknownCommand(name: string): UsageError {
  const meant = didYouMean(
    name,
    COMMANDS.map((row: CommandRow) => row.name),
  );
  if (meant !== null) return new UsageError(say`unknown command '${name}'`, say`did you mean huiyao ${meant}?`);
  if (name === '-' || /[./\\]/u.test(name) || existsSync(name)) {
    return new UsageError(say`'${name}' is no command`, say`did you mean huiyao extract ${name}?`);
  }
  return new UsageError(say`unknown command '${name}'`, say`huiyao --help lists the commands`);
}
