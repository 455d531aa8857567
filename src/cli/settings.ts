import type { OptionRow, Table } from './command.ts';

/** The key under which a configuration sets an option: `--text-field` is `textField`. */
export const keyOf = ({ flags }: OptionRow): string =>
  (/--(?<name>[a-z-]+)/u.exec(flags)?.groups?.name ?? flags).replace(/-(?<letter>[a-z])/gu, (_, letter: string) =>
    letter.toUpperCase(),
  );

/** The options that a configuration may set, each once: those of several commands mean the same in all of them. */
export function settings({ commands, global }: Table): readonly OptionRow[] {
  const byKey = new Map<string, OptionRow>();
  for (const row of [...global, ...commands.flatMap(({ options }) => options)]) {
    if (row.setting !== undefined && !byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
  }
  return [...byKey.values()];
}
