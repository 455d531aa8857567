import type { Help } from 'commander';
import type { Catalogue } from '../model/phrase.ts';
import type { CommandRow } from './command.ts';

/** What help says of the program as a whole. */
export const SUMMARY =
  'Reads Chinese meeting news (会议新闻) and writes validated JSON records, every value tied to the words it came from.';

/** The headings of help, in the order in which they stand there. */
export const HEADINGS = ['Usage:', 'Options:', 'Commands:', 'Examples:'] as const;

/** Turns the English texts of help into those of a catalogue. */
export type Translate = (text: string) => string;

/** The texts of the table of commands by a catalogue; where it is null or does not have them, as they are. */
export const translator =
  (catalogue: Catalogue | null): Translate =>
  (text) =>
    catalogue?.[text] ?? text;

/**
 * How help is laid out in a language. `columnsOf` measures what a terminal shows and is needed for Chinese alone, which is
 * also wrapped between any two words rather than at spaces.
 */
export function helpLayout(translate: Translate, columnsOf: ((text: string) => number) | null): Partial<Help> {
  return {
    subcommandTerm: (command) => command.name(),
    styleTitle: translate,
    optionDescription(option) {
      const said: string[] = [];
      if (option.argChoices) said.push(`${translate('choices')}: ${option.argChoices.join(', ')}`);
      if (option.required && option.defaultValue !== undefined) {
        const { defaultValueDescription, defaultValue } = option;
        said.push(`${translate('default')}: ${translate(defaultValueDescription ?? String(defaultValue))}`);
      }
      return `${option.description}${said.length === 0 ? '' : ` (${said.join('; ')})`}`;
    },
    ...(columnsOf === null
      ? {}
      : {
          displayWidth: columnsOf,
          boxWrap: (text: string, width: number) => wrapped(text, width, columnsOf),
          formatItem(term: string, termWidth: number, description: string, helper: Help) {
            const padded = term + ' '.repeat(Math.max(0, termWidth - columnsOf(term)));
            if (description === '') return `  ${padded}`;
            const width = (helper.helpWidth ?? 80) - termWidth - 4;
            const indent = `\n${' '.repeat(termWidth + 4)}`;
            return `  ${padded}  ${wrapped(description, width, columnsOf).replaceAll('\n', indent)}`;
          },
        }),
  };
}

/**
 * A text in lines of at most `width` columns, broken between words, of which Chinese marks no ends. No line opens with a
 * closing mark; it hangs in the room that is kept for it.
 */
function wrapped(text: string, width: number, columnsOf: (text: string) => number): string {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const closes = /^[\p{Pe}\p{Po}\p{Pf}]$/u.test(segment);
    if (line !== '' && !closes && columnsOf(line + segment) > width - HANGING) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  return [...lines, line].join('\n');
}

const HANGING = 2;

/** Examples come first: most people look for a call to copy. */
export function examplesOf(examples: CommandRow['examples'], translate: Translate): string {
  const width = Math.max(...examples.map(([call]) => call.length));
  const lines = examples.map(([call, meaning]) => `  ${call.padEnd(width)}  # ${translate(meaning)}`);
  return `${translate('Examples:')}\n${lines.join('\n')}`;
}
