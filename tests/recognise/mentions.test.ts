import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Mention, PartialDay } from '../../src/model/mention.ts';
import type { Span } from '../../src/model/span.ts';
import { segment } from '../../src/pipeline.ts';

// What is named in the articles of the fixtures, all of it, whether or not it comes into a record. After a change that is
// meant: `npx vitest run tests/recognise/mentions.test.ts --update`, and read the difference.
const fixtures = new URL('../../fixtures/articles/', import.meta.url);
const slugs = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const dayOf = ({ year, month, day }: PartialDay): string => [year, month, day].map((part) => part ?? 'X').join('-');

/** What is known of a mention beside its words. */
function detailsOf(mention: Mention, wordsOf: (span: Span) => string): string {
  switch (mention.kind) {
    case 'time': {
      const { from, to, relative } = mention;
      const days = to === null ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`;
      if (relative === null) return days;
      const { unit, offset, weekday } = relative;
      return `${days}, ${offset} ${unit}${weekday === null ? '' : `, weekday ${weekday}`}`;
    }
    case 'place':
      return `${mention.place} ${mention.level} ${mention.adcode}`;
    case 'person': {
      const titles = mention.titles.map(({ organisation, inherited, post }) =>
        [inherited ? '<' : '', organisation === null ? '' : wordsOf(organisation), ' + ', wordsOf(post)].join(''),
      );
      return [mention.name, ...titles, wordsOf(mention.phrase)].join(' · ');
    }
    case 'organisation':
    case 'post':
      return mention.head;
  }
}

test.each(slugs)('what %s names', async (slug) => {
  const folder = new URL(`${slug}/`, fixtures);
  const name = existsSync(new URL('article.html', folder)) ? 'article.html' : 'article.txt';
  const { clean, mentions } = segment(readFileSync(new URL(name, folder)));
  const wordsOf = ({ start, end }: Span): string => clean.slice(start, end).replaceAll('\n', '␊');
  const rows = mentions.map((mention) =>
    [mention.start, mention.kind, mention.rule, wordsOf(mention), detailsOf(mention, wordsOf)].join('\t'),
  );
  const expected = fileURLToPath(new URL(`mentions/${slug}.tsv`, import.meta.url));
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(expected);
});
