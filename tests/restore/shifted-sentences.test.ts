import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { annotateBytesLeaving, leavings, utf8AsGbkWithLoss } from '../../scripts/damage.mjs';
import { restore } from '../../src/restore/index.ts';
import { plainText } from './plain-text.ts';
import { sentences } from './sentences.ts';

// A sentence alone says less than an article of what stood in it. Each file has, a sentence a block: what was damaged, what
// came back with its repairs, and the sentence itself where that is not it. `--update` writes them.
const kinds = [
  ...leavings.map((leaving) => ({
    name: `leaving-${[...leaving].map((one) => one.charCodeAt(0).toString(16)).join('-') || 'nothing'}`,
    damage: annotateBytesLeaving(leaving),
  })),
  { name: 'utf-8-as-gbk', damage: utf8AsGbkWithLoss },
];

it.each(kinds)('what comes back of single sentences: $name', async ({ name, damage }) => {
  const blocks = sentences.flatMap((sentence, index) =>
    [index, index + 1].map((seed) => {
      const damaged = damage(sentence, seed);
      const { clean, repairs, findings } = restore(plainText(damaged));
      const places = findings.map(({ span }) => (span === null ? '' : clean.slice(span.start, span.end)));
      return [damaged, clean, JSON.stringify({ ...repairs, left: places }), ...(clean === sentence ? [] : [sentence])];
    }),
  );
  const file = fileURLToPath(new URL(`shifted/${name}.txt`, import.meta.url));
  await expect(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`).toMatchFileSnapshot(file);
});
