import { wordsOf } from '../model/span.ts';
import { evidence, field, plain, z } from './field.ts';
import { meetingTypeIn } from './meeting-type.ts';

/**
 * The meeting that the article reports; null when it reports none. `organizer` is whoever holds it, as said before the
 * verb (市委召开…); `type` is the kind of meeting that its name ends in (座谈会, 常务会议). Either is null when the text
 * does not say it. The words of `type` are part of the name's, so the name's evidence is theirs, too.
 */
export const meeting = field({
  name: 'meeting',
  schema: z
    .strictObject({
      name: z.string().min(1),
      organizer: z.string().nullable(),
      type: z.string().min(1).nullable(),
      evidence,
    })
    .nullable(),
  read: (article, occasion) => {
    if (occasion.kind !== 'meeting' || occasion.name === null) return { value: null };
    const { name, organiser } = occasion;
    const type = meetingTypeIn(article.clean, name);
    return {
      value: {
        name: wordsOf(article.clean, name),
        organizer: organiser === null ? null : wordsOf(article.clean, organiser),
        type: type === null ? null : wordsOf(article.clean, type),
        evidence: organiser === null ? [plain(name)] : [plain(name), plain(organiser)],
      },
    };
  },
});
