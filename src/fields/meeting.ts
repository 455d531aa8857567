import { evidence, field, z } from './field.ts';

/** The meeting that the article reports; null when it reports none. */
export const meeting = field({
  name: 'meeting',
  schema: z.strictObject({ name: z.string().min(1), organizer: z.string().nullable(), evidence }).nullable(),
  read: () => ({ value: null }),
});
