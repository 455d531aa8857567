import { recordOf } from '../../src/emit/record.ts';
import { faultsOf } from '../../src/evaluate/evidence.ts';
import { read } from '../../src/fields/index.ts';
import { type Additions, NONE, using } from '../../src/lexicon/additions.ts';
import type { Restored } from '../../src/model/document.ts';
import { inEnglish } from '../../src/model/phrase.ts';
import * as pipeline from '../../src/pipeline.ts';
import { recognise } from '../../src/recognise/index.ts';
import { segment } from '../../src/segment/index.ts';

/** The program from its sources, as a campaign calls it; see scripts/fuzz/program.mjs. */
export const program = {
  ...pipeline,
  readRestored: (restored: Restored, { lexicon = NONE }: { readonly lexicon?: Additions }) =>
    using(lexicon, () => {
      const recognised = recognise(segment(restored));
      return { record: recordOf(read(recognised)), recognised };
    }),
  faultsOf: (record: unknown, article: Restored): readonly string[] =>
    faultsOf(record, article).map(({ place, message }) => `${place} ${inEnglish(message)}`),
};
