import { wordsOf } from '../model/span.ts';
import { evidence, field, plain, z } from './field.ts';

/** The meeting that the article reports; null when it reports none. */
export const meeting = field({
  name: 'meeting',
  schema: z.strictObject({ name: z.string().min(1), organizer: z.string().nullable(), evidence }).nullable(),
  read: (article, occasion) => {
    if (occasion.kind !== 'meeting' || occasion.name === null) return { value: null };
    const { name, organiser } = occasion;
    return {
      value: {
        name: wordsOf(article.clean, name),
        organizer: organiser === null ? null : wordsOf(article.clean, organiser),
        evidence: organiser === null ? [plain(name)] : [plain(name), plain(organiser)],
      },
    };
  },
});
