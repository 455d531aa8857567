import { type Person, personOf } from '../database/person.ts';
import { aligned } from '../emit/aligned.ts';
import { harmless } from '../emit/harmless.ts';
import { say } from '../model/phrase.ts';
import { type Run, UsageError } from './command.ts';
import { type QueryFlags, withDatabase } from './database.ts';
import { EXIT } from './exit-codes.ts';

/** `huiyao who`: the titles and appearances of a person over time. Exit code 1 when no article tells of the name. */
export const run: Run<QueryFlags> = async ([name], flags, around) => {
  if (name === undefined) throw new UsageError(say`whom do you mean?`, say`huiyao who 秦禾 --db meetings.duckdb`);
  return withDatabase(flags.db, 'read', around, async (database) => {
    const people = await personOf(database, name);
    if (flags.format === 'json') await around.out.write(`${JSON.stringify({ name, people }, null, 2)}\n`);
    else await around.out.write(people.map((person) => shown(name, person, people)).join('\n'));
    await around.out.finish();
    if (people.length > 0) return EXIT.done;
    await around.tell({ severity: 'note', code: 'nobody', text: say`no article tells of ${name}` });
    return EXIT.failed;
  });
};

/** One who bears the name, as text. */
function shown(name: string, { number, titles, appearances }: Person, people: readonly Person[]): string {
  const known = people.filter((person) => person.number !== null).length;
  const note =
    number === null
      ? ': told of without a title that says who of them it is'
      : known > 1
        ? ` (${number} of ${known}: no title in common with the others, so perhaps a namesake)`
        : '';
  const head = `${harmless(name)}${note}\n`;
  const held = titles.map((one) => [one.firstSeen ?? '?', one.lastSeen ?? '?', `×${one.articles}`, one.title]);
  const seen = appearances.map(({ day, roles, meeting, titles: called, sources }) => [
    day ?? '?',
    roles.join(', '),
    called.join('、') || '—',
    meeting ?? '—',
    sources.join(' '),
  ]);
  return [
    head,
    held.length === 0
      ? ''
      : `  titles\n${aligned([['first seen', 'last seen', 'articles', 'title'], ...held], '    ')}`,
    `  appearances\n${aligned([['day', 'roles', 'as', 'at', 'in'], ...seen], '    ')}`,
  ].join('');
}
