import { recordOf } from '../../dist/emit/record.js';
import { faultsOf } from '../../dist/evaluate/evidence.js';
import { read } from '../../dist/fields/index.js';
import { NONE, using } from '../../dist/lexicon/additions.js';
import { inEnglish } from '../../dist/model/phrase.js';
import * as pipeline from '../../dist/pipeline.js';
import { recognise } from '../../dist/recognise/index.js';
import { segment } from '../../dist/segment/index.js';

/**
 * The program as it was built, as a campaign calls it: the pipeline, and the stages behind restoring, so that what is
 * looked at on the way need not be made twice.
 */
export const program = {
  ...pipeline,
  readRestored: (restored, { lexicon = NONE }) =>
    using(lexicon, () => {
      const recognised = recognise(segment(restored));
      return { record: recordOf(read(recognised)), recognised };
    }),
  /** What is wrong with the evidence of a record, in words. */
  faultsOf: (record, article) =>
    faultsOf(record, article).map(({ place, message }) => `${place} ${inEnglish(message)}`),
};
