import { within, wordsOf } from '../model/span.ts';
import { asidesOf } from './aside.ts';
import { evidence, field, plain, z } from './field.ts';
import { groupsIn } from './groups.ts';
import type { Official } from './officials.ts';

const attendee = z.strictObject({
  kind: z.enum(['person', 'group']),
  text: z.string().min(1),
  mode: z.enum(['attend', 'observe']),
  count: z.int().positive().nullable(),
  evidence,
});

type Attendee = z.infer<typeof attendee>;

/** Who was there: named persons who attend, and groups. */
export const attendees = field({
  name: 'attendees',
  schema: z.array(attendee),
  read: (article, occasion, soFar) => {
    if (occasion.kind === 'none') return { value: [] };
    const value: Attendee[] = [];
    for (const { name, roles, evidence } of (soFar.officials ?? []) as readonly Official[]) {
      const mode = roles.includes('attend') ? 'attend' : roles.includes('observe') ? 'observe' : null;
      if (mode !== null) value.push({ kind: 'person', text: name, mode, count: null, evidence: evidence.slice(0, 1) });
    }
    const asides = asidesOf(article, occasion);
    for (const group of groupsIn(article)) {
      if (asides.some((aside) => within(group, aside))) continue;
      const { mode, count } = group;
      value.push({ kind: 'group', text: wordsOf(article.clean, group), mode, count, evidence: [plain(group)] });
    }
    return { value };
  },
});
