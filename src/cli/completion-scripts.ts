import type { CommandRow, OptionRow } from './command.ts';

/** A command as a shell completes it: its options, and the words that its argument can be (null: paths). */
export interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionRow[];
  readonly words: readonly string[] | null;
}

/** The shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The name of a shell for which there is a script. */
export type Shell = (typeof SHELLS)[number];

/** `-o, --output <path>`: the names, and what the value is called. */
const FLAGS = /^(?:(?<short>-\w), )?(?<long>--[a-z-]+)(?: <(?<value>[^>]+)>)?$/u;

interface Names {
  readonly short: string | undefined;
  readonly long: string;
  readonly value: string | undefined;
}

const namesOf = ({ flags }: OptionRow): Names => {
  const groups = FLAGS.exec(flags)?.groups;
  if (groups === undefined) throw new Error(`flags that no shell can complete: ${flags}`);
  return { short: groups.short, long: groups.long as string, value: groups.value };
};

const PATHS = /^(?:file|folder|path)$/u;
const isPath = ({ value }: Names): boolean => value !== undefined && PATHS.test(value);
const allNames = (row: OptionRow): readonly string[] => {
  const { short, long } = namesOf(row);
  return short === undefined ? [long] : [short, long];
};

/** The script that completes the command line in a shell. The texts are those of help. */
export function completionScript(shell: Shell, commands: readonly Completed[], global: readonly OptionRow[]): string {
  return { bash, zsh, fish }[shell](commands, global);
}

const HELP: readonly OptionRow[] = [{ flags: '-h, --help', help: 'show this help' }];

function bash(commands: readonly Completed[], global: readonly OptionRow[]): string {
  const words = (list: readonly string[]): string => `COMPREPLY=($(compgen -W '${list.join(' ')}' -- "$cur"))`;
  const files = `local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur"))`;
  const values = commands.flatMap(({ name, options }) =>
    [...options, ...global]
      .filter((row) => namesOf(row).value !== undefined)
      .map((row) => {
        const reply = row.choices !== undefined ? words(row.choices) : isPath(namesOf(row)) ? files : ':';
        return `    ${allNames(row)
          .map((flag) => `${name}:${flag}`)
          .join('|')}) ${reply}; return ;;`;
      }),
  );
  const named = commands.map(({ name }) => name);
  return `# bash completion of huiyao: source this file, or put it where bash-completion looks.
_huiyao() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  COMPREPLY=()
  # --format=json comes as three words.
  if [ "$cur" = "=" ]; then cur=""; elif [ "$prev" = "=" ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${named.join('|')}) command="$word"; break ;; esac
  done
  case "$command:$prev" in
${values.join('\n')}
  esac
  case "$command:$cur" in
    :-*) ${words([...HELP, { flags: '-V, --version', help: '' }, ...global].flatMap(allNames))} ;;
    :*) ${words(named)} ;;
${commands
  .map(
    ({ name, options, words: own }) => `    ${name}:-*) ${words([...options, ...global, ...HELP].flatMap(allNames))} ;;
    ${name}:*) ${own === null ? files : words(own)} ;;`,
  )
  .join('\n')}
  esac
}
complete -F _huiyao huiyao
`;
}

function zsh(commands: readonly Completed[], global: readonly OptionRow[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const inBrackets = (text: string): string => text.replace(/[[\]:\\]/gu, '\\$&');
  const specOf = (row: OptionRow): readonly string[] => {
    const names = namesOf(row);
    const value =
      names.value === undefined
        ? ''
        : `:${inBrackets(names.value)}:${row.choices !== undefined ? `(${row.choices.join(' ')})` : isPath(names) ? '_files' : ' '}`;
    return allNames(row).map((flag) =>
      quoted(
        `*${flag}${names.value !== undefined && flag.startsWith('--') ? '=' : ''}[${inBrackets(row.help)}]${value}`,
      ),
    );
  };
  const specs = (rows: readonly OptionRow[], rest: string): string =>
    [...rows.flatMap(specOf), rest].map((spec) => `        ${spec}`).join(' \\\n');
  return `#compdef huiyao
# zsh completion of huiyao: put this file into a folder of $fpath as _huiyao, or source it after compinit.
_huiyao() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C ${[...HELP, ...global].flatMap(specOf).join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, summary }) => `        ${quoted(`${name}:${summary}`)}`).join('\n')}
      )
      _describe -t commands command commands ;;
    argument)
      case $line[1] in
${commands
  .map(
    ({ name, options, words }) => `      ${name}) _arguments \\
${specs([...options, ...global, ...HELP], words === null ? "'*:path:_files'" : quoted(`*:name:(${words.join(' ')})`))} ;;`,
  )
  .join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_huiyao" ]; then _huiyao "$@"; else compdef _huiyao huiyao; fi
`;
}

function fish(commands: readonly Completed[], global: readonly OptionRow[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/gu, '\\$&')}'`;
  const lineOf = (condition: string, row: OptionRow): string => {
    const names = namesOf(row);
    const short = names.short === undefined ? '' : ` -s ${names.short.slice(1)}`;
    const value =
      names.value === undefined
        ? ''
        : row.choices !== undefined
          ? ` -x -a ${quoted(row.choices.join(' '))}`
          : isPath(names)
            ? ' -r -F'
            : ' -x';
    return `complete -c huiyao${condition}${short} -l ${names.long.slice(2)}${value} -d ${quoted(row.help)}`;
  };
  const named = commands.map(({ name }) => name).join(' ');
  return `# fish completion of huiyao: put this file into ~/.config/fish/completions as huiyao.fish, or source it.
complete -c huiyao -f
${[...HELP, ...global].map((row) => lineOf('', row)).join('\n')}
complete -c huiyao -n '__fish_use_subcommand' -s V -l version -d 'show the version'
${commands
  .map(({ name, summary, options, words }) => {
    const within = ` -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c huiyao -n ${quoted(`not __fish_seen_subcommand_from ${named}`)} -a ${name} -d ${quoted(summary)}`,
      words === null ? `complete -c huiyao${within} -F` : `complete -c huiyao${within} -a ${quoted(words.join(' '))}`,
      ...options.map((row) => lineOf(within, row)),
    ].join('\n');
  })
  .join('\n')}
`;
}

/** The commands of a table as a shell completes them. */
export const completedOf = (
  commands: readonly CommandRow[],
  words: Readonly<Record<string, readonly string[]>>,
): readonly Completed[] =>
  commands.map(({ name, summary, options, paths }) => ({
    name,
    summary,
    options,
    words: words[name] ?? (paths === '' ? [] : null),
  }));
