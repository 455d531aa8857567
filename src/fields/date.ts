import { evidence, field, z } from './field.ts';

/** The day on which the meeting was held. */
export const date = field({
  name: 'date',
  schema: z
    .strictObject({
      start: z.string(),
      end: z.string().nullable(),
      text: z.string(),
      certainty: z.enum(['stated', 'implied']),
      because: z.string().nullable(),
      evidence,
    })
    .nullable(),
  read: () => ({ value: null }),
});
