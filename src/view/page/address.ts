import type { Entry } from './report-data.ts';

/**
 * A place in a report, as the part of a link behind `#`: `r` is a record (its `id`, its path, `path:line`, or the id of
 * its input), `f` a field or a value of it (`date`, `officials.0.titles.1`), `v` another view (`people`, `calendar`,
 * `compare`), `p` a person, and the rest are filters of the list. `report.html#r=news/a.txt&f=date` leads to the day of
 * one article. Values are percent-encoded; unknown names are ignored.
 */
export interface Address {
  readonly r?: string;
  readonly f?: string;
  readonly v?: string;
  readonly p?: string;
  readonly q?: string;
  readonly missing?: string;
  readonly finding?: string;
  readonly place?: string;
  readonly outlet?: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly differs?: string;
}

const NAMES: readonly (keyof Address)[] = [
  'r',
  'f',
  'v',
  'p',
  'q',
  'missing',
  'finding',
  'place',
  'outlet',
  'person',
  'from',
  'to',
  'differs',
];

/** Half of a surrogate pair without the other, which no address can hold. */
const LONE = /\p{Surrogate}/gu;

/** The part of a link behind `#`, with it: `#r=news%2Fa.txt&f=date`. */
export const addressTo = (address: Address): string =>
  `#${NAMES.flatMap((name) => {
    const value = address[name];
    return value === undefined || value === ''
      ? []
      : [`${name}=${encodeURIComponent(value.replace(LONE, '\uFFFD')).replaceAll('%2F', '/')}`];
  }).join('&')}`;

/** Reads the part of a link behind `#`; what is damaged in it is left as it stands. */
export function readAddress(hash: string): Address {
  const found: Partial<Record<keyof Address, string>> = {};
  for (const part of hash.replace(/^#/u, '').split('&')) {
    const at = part.indexOf('=');
    const name = NAMES.find((one) => one === part.slice(0, Math.max(at, 0)));
    if (name !== undefined) found[name] = decoded(part.slice(at + 1));
  }
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The entry that the `r` of an address means; undefined when there is none. */
export function entryAt(entries: readonly Entry[], r: string): Entry | undefined {
  const ways: readonly ((entry: Entry) => boolean)[] = [
    ({ key }) => key === r,
    ({ id }) => id === r,
    ({ givenId }) => givenId === r,
    ({ path, line }) => path !== null && (line === null ? path : `${path}:${line}`) === r,
    ({ path }) => (path ?? '').endsWith(`/${r}`),
    ({ path }) => path !== null && slugOf(path) === r,
  ];
  for (const fits of ways) {
    const found = entries.find(fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name by which gold knows a file: its own without the ending, or its folder's when it is named article. */
export function slugOf(path: string): string {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').replace(/\.[^.]+$/u, '');
  return name === 'article' ? (parts.at(-2) ?? name) : name;
}
