import { evidence, field, z } from './field.ts';

/** One numbered item of what the meeting asks for, with its sub-items. */
export interface Item {
  number: number;
  marker: string;
  heading: string;
  text: string;
  by: string | null;
  children: Item[];
  evidence: { start: number; end: number }[];
}

const item: z.ZodType<Item> = z.strictObject({
  number: z.int().positive(),
  marker: z.string().min(1),
  heading: z.string(),
  text: z.string().min(1),
  by: z.string().nullable(),
  children: z.array(z.lazy((): z.ZodType<Item> => item)),
  evidence,
});

/** The numbered items that the meeting asks for or arranges. */
export const workPlan = field({
  name: 'workPlan',
  schema: z.array(item),
  read: () => ({ value: [] }),
});
