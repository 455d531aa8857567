import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PersonMention } from '../src/model/mention.ts';
import { segment } from '../src/pipeline.ts';

const SHARED = new URL('../../shared/trials/names.tsv', import.meta.url);

/** How many of the shared rows must come out right. */
const FLOOR = 25;

test.runIf(existsSync(SHARED))(`at least ${FLOOR} rows of the shared trial`, () => {
  const rows = readFileSync(SHARED, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  const wrong = rows.flatMap((row) => {
    const [text = '', want = ''] = row.split('\t');
    const got = segment(text)
      .mentions.filter((mention): mention is PersonMention => mention.kind === 'person')
      .map((person) => person.name)
      .join(' ');
    return got === want ? [] : [`${text}: ${got}, not ${want}`];
  });
  expect(rows.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(FLOOR);
});
