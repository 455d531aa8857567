import { evidence, field, z } from './field.ts';

/** Every named person who takes part in the meeting, in order of first mention. */
export const officials = field({
  name: 'officials',
  schema: z.array(
    z.strictObject({
      name: z.string().min(1),
      titles: z.array(
        z.strictObject({
          text: z.string().min(1),
          organization: z.string().nullable(),
          post: z.string().min(1),
          evidence,
        }),
      ),
      roles: z.array(z.enum(['host', 'speak', 'report', 'attend', 'observe', 'other'])).min(1),
      evidence,
    }),
  ),
  read: () => ({ value: [] }),
});
