import { evidence, field, z } from './field.ts';

/** Where the meeting was held. */
export const venue = field({
  name: 'venue',
  schema: z
    .strictObject({
      text: z.string().nullable(),
      place: z.string().nullable(),
      adcode: z.string().nullable(),
      mode: z.enum(['in-person', 'video', 'hybrid']),
      evidence,
    })
    .nullable(),
  read: () => ({ value: null }),
});
