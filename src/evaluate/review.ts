import type { Discrepancy, Outcome } from './check.ts';

/** The field of a record in which a difference lies: officials for officials.0.name; empty for the record as a whole. */
export const fieldOf = ({ place }: { readonly place: string }): string => place.split('.')[0] as string;

/** An article that differs, and what differs in each field of its record, in the order of the record. */
export type Differing = Extract<Outcome, { outcome: 'differs' }>;

/** What differs by field. */
export function byField({ discrepancies }: Differing): ReadonlyMap<string, readonly Discrepancy[]> {
  const fields = new Map<string, Discrepancy[]>();
  for (const one of discrepancies) fields.set(fieldOf(one), [...(fields.get(fieldOf(one)) ?? []), one]);
  return fields;
}

/** The expected record with some fields taken from the record as it is now; all of it when nothing else differs. */
export function withAccepted(outcome: Differing, accepted: ReadonlySet<string>): unknown {
  const { expected, record } = outcome;
  if ([...byField(outcome).keys()].every((field) => accepted.has(field))) return record;
  const [before, now] = [expected, record] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const side = accepted.has(key) ? now : before;
      return key in side ? [[key, side[key]]] : [];
    }),
  );
}

/** What is left of an outcome after some fields were accepted. */
export function remaining(outcome: Differing, accepted: ReadonlySet<string>): Outcome {
  const discrepancies = outcome.discrepancies.filter((one) => !accepted.has(fieldOf(one)));
  if (discrepancies.length === 0) return { outcome: 'written', path: outcome.path };
  return { ...outcome, expected: withAccepted(outcome, accepted), discrepancies };
}
