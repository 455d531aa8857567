import { evidence, field, z } from './field.ts';

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
  read: () => ({ value: [] }),
});
