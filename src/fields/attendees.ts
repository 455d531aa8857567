import { within } from '../model/span.ts';
import { asidesOf } from './aside.ts';
import { evidence, field, plain, z } from './field.ts';
import { groupsIn } from './groups.ts';
import type { Official } from './officials.ts';

/** Who was there: named persons who attend, and groups. */
export const attendees = field({
  name: 'attendees',
  schema: z.array(
    z.strictObject({
      kind: z.enum(['person', 'group']),
      text: z.string().min(1),
      mode: z.enum(['attend', 'observe']),
      count: z.int().positive().nullable(),
      evidence,
    }),
  ),
  read: (article, occasion, soFar) => {
    if (occasion.kind === 'none') return { value: [] };
    const persons = ((soFar.officials ?? []) as readonly Official[]).flatMap((official) => {
      const mode = official.roles.includes('attend') ? 'attend' : official.roles.includes('observe') ? 'observe' : null;
      const [name] = official.evidence;
      if (mode === null || name === undefined) return [];
      return [
        {
          kind: 'person' as const,
          text: official.name,
          mode: mode as 'attend' | 'observe',
          count: null,
          evidence: [name],
        },
      ];
    });
    const asides = asidesOf(article, occasion);
    const there = groupsIn(article).filter((group) => !asides.some((aside) => within(group, aside)));
    const groups = there.map((group) => ({
      kind: 'group' as const,
      text: article.clean.slice(group.start, group.end),
      mode: group.mode,
      count: group.count,
      evidence: [plain(group)],
    }));
    return { value: [...persons, ...groups] };
  },
});
