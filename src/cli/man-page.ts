import type { CommandRow, OptionRow } from './command.ts';
import { SUMMARY } from './help.ts';
import { COMMANDS, GLOBAL } from './table.ts';

/** What the exit codes mean, for people. */
const EXIT_STATUS: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'done'],
  ['1', 'done, but an input failed, a check differed, or a score fell below --min'],
  ['2', 'wrong usage or configuration; nothing was done'],
  ['3', 'stopped early; what was written is valid and can be resumed'],
  ['4', 'no input matched'],
  ['70', 'a bug in huiyao'],
  ['73, 74', 'the output cannot be created, or written'],
  ['130, 143', 'interrupted; what was written is valid'],
];

const ENVIRONMENT: readonly (readonly [name: string, meaning: string])[] = [
  ['NO_COLOR', 'when not empty, messages have no colours'],
  ['FORCE_COLOR', 'when not empty and not 0, messages have colours also where no terminal reads them'],
  ['LC_ALL, LC_MESSAGES, LANG', 'the language of messages and help: Chinese where the first that is set says zh'],
  ['CI', 'when set, expected files are not written'],
];

/** A text as roff takes it: nothing in it is an instruction. */
const plain = (text: string): string => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/u, '\\&$&');

const item = (term: string, meaning: string): string => `.TP\n.B ${plain(term)}\n${plain(meaning)}\n`;

const optionItem = ({ flags, help, choices }: OptionRow): string =>
  item(flags, choices === undefined ? help : `${help} (${choices.join(', ')})`);

const commandPart = ({ name, paths, summary, options, examples }: CommandRow): string =>
  `.SS huiyao ${plain(`${name}${paths === '' ? '' : ` ${paths}`}`)}\n${plain(summary)}\n${options.map(optionItem).join('')}.PP\n.EX\n${examples
    .map(([call, meaning]) => plain(`${call}  # ${meaning}`))
    .join('\n')}\n.EE\n`;

/** The manual page, in the form of man(7), made of the table of commands. */
export function manPage(version: string): string {
  return `.TH HUIYAO 1 "" "huiyao ${plain(version)}" "User Commands"
.SH NAME
huiyao \\- read Chinese meeting news and write validated JSON records
.SH SYNOPSIS
.B huiyao
.I command
.RI [ options ]
.RI [ path ...]
.SH DESCRIPTION
${plain(SUMMARY)}
.PP
Records go to standard output or the file of \\-o, everything else to standard error.
.SH COMMANDS
${COMMANDS.map(commandPart).join('')}.SH OPTIONS OF EVERY COMMAND
${GLOBAL.map(optionItem).join('')}${item('-h, --help', 'show help')}.SH EXIT STATUS
${EXIT_STATUS.map(([code, meaning]) => item(code, meaning)).join('')}.SH ENVIRONMENT
${ENVIRONMENT.map(([name, meaning]) => item(name, meaning)).join('')}.SH FILES
${item('huiyao.config.json', 'options of a project, found from the working directory upwards to the root of the repository')}`;
}
