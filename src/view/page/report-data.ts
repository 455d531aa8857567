/** The fields of a record, in its order, as the page knows them. A field that it does not know is shown as it is. */
export const FIELDS = ['meeting', 'date', 'venue', 'officials', 'attendees', 'workPlan', 'outlet'] as const;

/** One of the fields of a record. */
export type FieldName = (typeof FIELDS)[number];

/** Words in the article: `[start, end)` in the source and in the restored text, in code units of each. */
export type Place = readonly [start: number, end: number, cleanStart: number, cleanEnd: number];

/** Something with words behind it. */
interface Evident {
  readonly evidence: readonly Place[];
}

/** A title as the page shows it. */
export interface Title extends Evident {
  readonly text: string;
  readonly organization: string | null;
  readonly post: string;
}

/** A person who took part. */
export interface Official extends Evident {
  readonly name: string;
  readonly titles: readonly Title[];
  readonly roles: readonly string[];
}

/** Somebody who was there, or many. */
export interface Attendee extends Evident {
  readonly kind: string;
  readonly text: string;
  readonly mode: string;
  readonly count: number | null;
}

/** An item of what is to be done. */
export interface PlanItem extends Evident {
  readonly number: number;
  readonly marker: string;
  readonly heading: string;
  readonly text: string;
  readonly by: string | null;
  readonly children: readonly PlanItem[];
}

/** The fields of a record with the places of their words in place of evidence. */
export interface Values {
  readonly meeting:
    | (Evident & { readonly name: string; readonly organizer: string | null; readonly type: string | null })
    | null;
  readonly date:
    | (Evident & {
        readonly start: string;
        readonly end: string | null;
        readonly text: string;
        readonly certainty: string;
        readonly because: string | null;
      })
    | null;
  readonly venue:
    | (Evident & {
        readonly text: string | null;
        readonly place: string | null;
        readonly adcode: string | null;
        readonly mode: string;
      })
    | null;
  readonly officials: readonly Official[];
  readonly attendees: readonly Attendee[];
  readonly workPlan: readonly PlanItem[];
  readonly outlet: (Evident & { readonly name: string }) | null;
}

/** Something odd about the article. */
export interface Remark extends Evident {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

/**
 * A stretch of the source that restoring changed: `[start, end)` became `to`; then the rules that did it, as indexes into
 * the rules of the report. Stretches are in order and apart, so that the restored text is the source with them applied.
 */
export type Change = readonly [start: number, end: number, to: string, ...rules: readonly number[]];

/** The article itself: as it was, and what restoring changed in it. */
export interface Source {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Why the article cannot be shown: nothing says where it is, it cannot be read, or it is not what was read then. */
export interface Trouble {
  readonly code: 'no-path' | 'unreadable' | 'changed';
  readonly reason: string;
}

/** Something that two runs, or gold and record, say differently; null where one says nothing. */
export interface Contrast {
  readonly field: string;
  readonly label: string;
  readonly here: string | null;
  readonly there: string | null;
}

/** How a record stands beside its counterpart; `missing` when there is none. */
export interface Comparison {
  readonly missing: boolean;
  /** How many values both have. */
  readonly same: number;
  readonly contrasts: readonly Contrast[];
}

/** What the lists, the people and the calendar need of a record. */
export interface Entry {
  /** Names the record in links; no two entries of a report share one. */
  readonly key: string;
  readonly id: string;
  /** The id that the input gave. */
  readonly givenId: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly title: string;
  readonly published: string | null;
  readonly encoding: string;
  readonly bytes: number;
  readonly repairs: readonly (readonly [kind: string, count: number | boolean])[];
  readonly values: Values;
  readonly findings: readonly Remark[];
  readonly source: Source | null;
  readonly trouble: Trouble | null;
  /** Values whose evidence does not hold, as `validate` tells them. */
  readonly faults: readonly string[];
  readonly comparison: Comparison | null;
  /** In an index: the page on which the whole entry stands. */
  readonly part: string | null;
}

/** All that a page shows. */
export interface Report {
  readonly lang: 'zh' | 'en';
  readonly rules: readonly (readonly [id: string, certainty: string])[];
  /** What the records are compared with, by its name; null when with nothing. */
  readonly other: string | null;
  /** The page with the list of all entries, when this is one of several. */
  readonly index: string | null;
  readonly entries: readonly Entry[];
}

/** Everything in an entry that has words behind it: where it stands (`officials.0.titles.1`), its field, its places. */
export interface Evidenced {
  readonly at: string;
  readonly field: string;
  readonly places: readonly Place[];
}

/** All values of an entry with their places, in the order of the record; findings come last. */
export function evidencedIn(entry: Entry): readonly Evidenced[] {
  const found: Evidenced[] = [];
  const visit = (value: unknown, at: string, field: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'evidence') found.push({ at, field, places: inner as readonly Place[] });
      else visit(inner, `${at}.${key}`, field);
    }
  };
  for (const [field, value] of Object.entries(entry.values)) visit(value, field, field);
  entry.findings.forEach((finding, i) => {
    visit(finding, `findings.${i}`, 'findings');
  });
  return found;
}

/** The restored text: the source with its changes applied. */
export function restoredText({ text, changes }: Source): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end, to] of changes) {
    parts.push(text.slice(at, start), to);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The fields of an entry that were searched for and not found. */
export const missingIn = ({ values }: Entry): readonly FieldName[] =>
  FIELDS.filter((name) => {
    const value = values[name];
    return value === null || (Array.isArray(value) && value.length === 0);
  });
