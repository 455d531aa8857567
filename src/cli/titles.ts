import { type Holder, postOf } from '../database/post.ts';
import { aligned } from '../emit/aligned.ts';
import { harmless } from '../emit/harmless.ts';
import { say } from '../model/phrase.ts';
import { type Run, UsageError } from './command.ts';
import { type QueryFlags, withDatabase } from './database.ts';
import { EXIT } from './exit-codes.ts';

/** `huiyao titles`: who held a post, when, and who at the same time. Exit code 1 when no article tells of the post. */
export const run: Run<QueryFlags> = async ([title], flags, around) => {
  if (title === undefined)
    throw new UsageError(say`which post do you mean?`, say`huiyao titles 省侨联主席 --db meetings.duckdb`);
  return withDatabase(flags.db, 'read', around, async (database) => {
    const { holders, conflicts } = await postOf(database, title);
    if (flags.format === 'json') {
      await around.out.write(`${JSON.stringify({ title, holders, conflicts }, null, 2)}\n`);
    } else if (holders.length > 0) {
      const rows = holders.map((one) => [
        one.firstSeen ?? '?',
        one.lastSeen ?? '?',
        `×${one.articles}`,
        called(one, holders),
        `${one.organization ?? ''}${one.post}`,
      ]);
      await around.out.write(`${harmless(title)}\n`);
      await around.out.write(aligned([['first seen', 'last seen', 'articles', 'name', 'post'], ...rows], '  '));
      const met = conflicts.map(({ holders: [one, other], from, to }) => [
        from === to ? from : `${from} – ${to}`,
        `${called(one, holders)} and ${called(other, holders)}`,
      ]);
      if (met.length > 0) await around.out.write(`  conflicts: two in the post at one time\n${aligned(met, '    ')}`);
    }
    await around.out.finish();
    if (holders.length > 0) return EXIT.done;
    await around.tell({
      severity: 'note',
      code: 'nobody',
      text: say`no article tells of anybody who was ${title}`,
      help: say`a post is called as articles write it, with its body: 省侨联主席`,
    });
    return EXIT.failed;
  });
};

/** A name, with its number where several bear it. */
const called = ({ name, number }: Holder, all: readonly Holder[]): string =>
  all.some((other) => other.name === name && other.number !== number) ? `${name} (${number ?? '?'})` : name;
