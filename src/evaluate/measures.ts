import { similarity } from './edit-distance.ts';

/** What a record and a gold answer both say of an article; everything may be missing. */
export interface Answer {
  readonly id?: string | number | null;
  readonly document?: {
    readonly id?: string | number | null;
    readonly path?: string | null;
    readonly published?: string | null;
  };
  readonly published?: string | null;
  readonly meeting?: { readonly name?: string } | null;
  readonly date?: { readonly start?: string | null; readonly end?: string | null } | null;
  readonly venue?: { readonly text?: string | null; readonly place?: string | null } | null;
  readonly officials?: readonly {
    readonly name: string;
    readonly titles?: readonly { readonly text: string; readonly organization: string | null; readonly post: string }[];
    readonly roles?: readonly string[];
  }[];
  readonly attendees?: readonly { readonly kind?: string; readonly text: string; readonly mode: string }[];
  readonly workPlan?: readonly {
    readonly number: number;
    readonly marker: string;
    readonly text: string;
    readonly heading?: string;
  }[];
  readonly outlet?: { readonly name?: string } | string | null;
}

/** One figure of the score: what the gold answer has, what the record has, and when two of these are the same. */
export interface Measure {
  readonly name: string;
  readonly gold: (answer: Answer) => readonly string[];
  readonly record: (answer: Answer) => readonly string[];
  readonly same: (gold: string, record: string) => boolean;
  /** When two that are not the same are near enough for the soft figures. */
  readonly near: (gold: string, record: string) => boolean;
}

/** • and its kin in foreign names. */
const DOTS = /[•‧・∙●]/gu;
/** White space, quotation marks and book title marks. */
const MARKS = /[\s“”‘’"'《》〈〉「」『』]/gu;

/** A value as it is compared: the width of punctuation, white space and quotation marks do not count, all else does. */
export const levelled = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(DOTS, '·')
    .replace(MARKS, '');

const SEPARATOR = ' | ';
const together = (...parts: readonly unknown[]): string => parts.map(levelled).join(SEPARATOR);
const firstOf = (value: string): string => value.slice(0, value.indexOf(SEPARATOR));
const optional = (value: string | null | undefined): readonly string[] =>
  value === null || value === undefined || value === '' ? [] : [value];

const exact = (a: string, b: string): boolean => a === b;
/** The same in its first part, and nearly the same in all. */
const nearly =
  (least: number) =>
  (a: string, b: string): boolean =>
    firstOf(a) === firstOf(b) && similarity(a, b) >= least;

/** Punctuation, symbols and white space, which the soft figures do not look at. */
const NOT_WORDS = /[\p{P}\p{S}\s]/gu;
const LEAST_SIMILARITY = 0.8;

/** Whether two phrases are near: like GROBID's soft matching and its Levenshtein ratio together. */
const nearWords = (a: string, b: string): boolean =>
  similarity(a.replace(NOT_WORDS, '').toLowerCase(), b.replace(NOT_WORDS, '').toLowerCase()) >= LEAST_SIMILARITY;

/**
 * Two days agree in every digit that both of them know: 2024-10-19 and XXXX-10-19. A digit more or less in a day is
 * another day, so that edit distance has no say here.
 */
const nearDays = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((digit, i) => digit === b[i] || digit === 'X' || b[i] === 'X');

/** How each part of a value is compared softly; `any` is not compared at all. */
type Part = 'words' | 'exact' | 'day' | 'any';
const COMPARE: Readonly<Record<Part, (a: string, b: string) => boolean>> = {
  words: nearWords,
  exact,
  day: nearDays,
  any: () => true,
};

/** Every part is near in its own way. */
const nearIn =
  (...parts: readonly Part[]) =>
  (a: string, b: string): boolean => {
    const [one, other] = [a.split(SEPARATOR), b.split(SEPARATOR)];
    return parts.every((part, i) => COMPARE[part](one[i] ?? '', other[i] ?? ''));
  };

const alike = (
  name: string,
  get: Measure['gold'],
  parts: readonly Part[] = ['words'],
  same: Measure['same'] = exact,
): Measure => ({ name, gold: get, record: get, same, near: nearIn(...parts) });

const SENTENCE_MARK = /[。!?;]/u;

/** The heading that an item must have: without its marker, up to the first 。！？； or, when that is all of it, the first comma. */
export function headingOf(item: { readonly marker: string; readonly text: string }): string {
  const body = levelled(item.text)
    .slice(levelled(item.marker).length)
    .replace(/^[,:、.]/u, '');
  const first = body.split(SENTENCE_MARK)[0] as string;
  const whole = body.replace(/[。!?;]$/u, '');
  return first.length >= whole.length ? (first.split(',')[0] as string) : first;
}

const officials = (answer: Answer) => answer.officials ?? [];
const titles = (answer: Answer) =>
  officials(answer).flatMap(({ name, titles }) => (titles ?? []).map((title) => ({ name, ...title })));

/** The figures of the score, in the order of the table. */
export const measures: readonly Measure[] = [
  alike('meeting', ({ meeting }) => (meeting ? ['yes'] : []), ['exact']),
  alike('meeting.name', ({ meeting }) => optional(meeting ? levelled(meeting.name) : null)),
  alike('date', ({ date }) => (date?.start ? [together(date.start, date.end)] : []), ['day', 'any']),
  alike('venue.text', ({ venue }) => optional(venue?.text ? levelled(venue.text) : null)),
  alike('venue.place', ({ venue }) => optional(venue?.place ? levelled(venue.place).replace(/[市县区]$/u, '') : null)),
  alike('officials.name', (answer) => officials(answer).map(({ name }) => levelled(name))),
  alike('officials.title', (answer) => titles(answer).map(({ name, text }) => together(name, text)), [
    'words',
    'words',
  ]),
  alike(
    'officials.post',
    (answer) => titles(answer).map(({ name, organization, post }) => together(name, organization, post)),
    ['words', 'words', 'words'],
  ),
  alike(
    'officials.role',
    (answer) => officials(answer).flatMap(({ name, roles }) => (roles ?? []).map((role) => together(name, role))),
    ['words', 'exact'],
  ),
  alike(
    'attendees',
    ({ attendees }) =>
      (attendees ?? []).filter(({ kind }) => kind !== 'person').map(({ mode, text }) => together(mode, text)),
    ['exact', 'words'],
    nearly(0.85),
  ),
  alike(
    'workPlan.item',
    ({ workPlan }) => (workPlan ?? []).map(({ number, text }) => together(number, text)),
    ['exact', 'words'],
    nearly(0.95),
  ),
  {
    name: 'workPlan.heading',
    gold: ({ workPlan }) => (workPlan ?? []).map((item) => together(item.number, headingOf(item))),
    record: ({ workPlan }) =>
      (workPlan ?? []).map(({ number, heading }) =>
        together(number, String(heading ?? '').replace(/[。！？；，,;!?]$/u, '')),
      ),
    same: exact,
    near: nearIn('exact', 'words'),
  },
  alike('outlet', ({ outlet }) =>
    optional(outlet ? levelled(typeof outlet === 'string' ? outlet : outlet.name) : null),
  ),
];
