import type { Recognised } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { attendees } from './attendees.ts';
import { date } from './date.ts';
import type { Field } from './field.ts';
import { meeting } from './meeting.ts';
import { findOccasion } from './occasion.ts';
import { officials } from './officials.ts';
import { outlet } from './outlet.ts';
import { venue } from './venue.ts';
import { workPlan } from './work-plan.ts';

/** The fields of a record, in the order in which they are read and stand in it. */
export const fields = [meeting, date, venue, officials, attendees, workPlan, outlet] as const;

/** An article with every field read. Evidence in `values` is in clean text. */
export interface Read extends Recognised {
  readonly values: Readonly<Record<string, unknown>>;
  readonly found: readonly Finding[];
}

/** Reads every field of the record from an article. */
export function read(article: Recognised): Read {
  const occasion = findOccasion(article);
  const values: Record<string, unknown> = {};
  const found: Finding[] = [];
  for (const one of fields as readonly Field[]) {
    const { value, findings } = one.read(article, occasion, values);
    values[one.name] = value;
    for (const finding of findings ?? []) found.push(finding);
  }
  return { ...article, values, found };
}
