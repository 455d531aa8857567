import { evidence, field, z } from './field.ts';

/** The source that the article names for itself. */
export const outlet = field({
  name: 'outlet',
  schema: z.strictObject({ name: z.string().min(1), evidence }).nullable(),
  read: () => ({ value: null }),
});
