import { addressTo } from './address.ts';
import { type Content, classes, h, type Tree } from './element.ts';
import {
  type Change,
  type Entry,
  evidencedIn,
  FIELDS,
  type FieldName,
  missingIn,
  type Place,
  type PlanItem,
  type Report,
  restoredText,
} from './report-data.ts';
import { type Side, textView, toldChange } from './text-view.ts';
import { seen } from './unseen.ts';
import { type Lang, type Say, sayBecause, sayIn, sayName } from './words.ts';

/** What the views of one article have in common. */
interface Shown {
  readonly entry: Entry;
  readonly clean: string | null;
  readonly lang: Lang;
  readonly say: Say;
}

const shownOf = (entry: Entry, lang: Lang): Shown => ({
  entry,
  clean: entry.source === null ? null : restoredText(entry.source),
  lang,
  say: sayIn(lang),
});

/** The words behind a value: those at each of its places, as restored; none when there is no source to show them. */
const wordsAt = ({ clean }: Shown, places: readonly Place[]): readonly string[] =>
  clean === null ? [] : places.map(([, , start, end]) => clean.slice(start, end)).filter((words) => words !== '');

/** A value that lights its words. What stands in it names it; `at` is its place in the record. */
function value(shown: Shown, at: string, name: string, ...content: readonly Content[]): Tree {
  const link = addressTo({ r: shown.entry.key, f: at });
  return h(
    'div',
    { class: classes('value', name), 'data-v': at },
    h('button', { type: 'button', class: 'pick', 'aria-pressed': 'false' }, ...content),
    h('a', { class: 'here', href: link, title: shown.say('link'), 'aria-label': shown.say('link') }, '#'),
  );
}

/** 11月8日 + 2024年以来 → 2024-11-08: the words that a value was computed from, and what came of them. */
function chain(words: readonly string[], result: Content): Tree {
  const pieces = words.flatMap((word, i): Content[] => [i === 0 ? null : h('i', {}, '+'), h('q', {}, seen(word))]);
  return h('span', { class: 'chain' }, ...pieces, h('i', {}, '→'), h('b', {}, result));
}

const badge = (text: string, name = ''): Tree => h('span', { class: classes('badge', name) }, text);

/** A note beside a value: what it is called, and what it is; or that the article does not say it. */
const aside = (shown: Shown, name: string, text: string | null): Tree =>
  h(
    'span',
    { class: classes('aside', text === null && 'unsaid') },
    h('small', {}, name),
    ' ',
    text === null ? shown.say('notSaid') : seen(text),
  );

function meeting(shown: Shown): Content {
  const found = shown.entry.values.meeting;
  if (found === null) return null;
  return [
    value(shown, 'meeting', 'large', seen(found.name)),
    h(
      'p',
      { class: 'asides' },
      aside(shown, shown.say('organizer'), found.organizer),
      aside(shown, shown.say('type'), found.type),
    ),
  ];
}

function date(shown: Shown): Content {
  const { entry, say, lang } = shown;
  const found = entry.values.date;
  if (found === null) return null;
  const day = found.end === null ? found.start : `${found.start} — ${found.end}`;
  const words = wordsAt(shown, found.evidence);
  const isImplied = found.certainty === 'implied';
  return [
    value(shown, 'date', 'large', h('time', {}, day), badge(say(isImplied ? 'implied' : 'stated'), found.certainty)),
    h('p', { class: 'why' }, chain(words.length === 0 ? [found.text] : words, day)),
    found.because === null ? null : h('p', { class: 'because' }, seen(sayBecause(lang, found.because))),
  ];
}

function venue(shown: Shown): Content {
  const { entry, say } = shown;
  const found = entry.values.venue;
  if (found === null) return null;
  const place = found.place === null ? null : `${found.place}${found.adcode === null ? '' : ` ${found.adcode}`}`;
  const isOther = found.text !== null && place !== null;
  return [
    value(
      shown,
      'venue',
      'large',
      seen(found.text ?? found.place ?? say('notSaid')),
      badge(sayName(say, 'mode', found.mode)),
    ),
    isOther ? h('p', { class: 'why' }, chain([found.text as string], place as string)) : null,
  ];
}

function officials(shown: Shown): Content {
  const { entry, say } = shown;
  return h(
    'ol',
    { class: 'people' },
    ...entry.values.officials.map((one, i) =>
      h(
        'li',
        {},
        value(
          shown,
          `officials.${i}`,
          'name',
          h('b', {}, seen(one.name)),
          ...one.roles.map((role) => badge(sayName(say, 'role', role), `role-${role}`)),
        ),
        ...one.titles.map((title, j) => {
          const [, ...inherited] = wordsAt(shown, title.evidence);
          return value(
            shown,
            `officials.${i}.titles.${j}`,
            'title',
            title.organization === null
              ? h('span', { class: 'unsaid' }, say('notSaid'))
              : h('span', { class: 'body' }, seen(title.organization)),
            h('span', { class: 'post' }, seen(title.post)),
            inherited.length === 0 ? null : badge(say('inherited'), 'implied'),
          );
        }),
        h(
          'p',
          { class: 'verbs' },
          ...wordsAt(shown, one.evidence.slice(1)).map((words) => h('q', {}, seen(words))),
          h('a', { class: 'to-person', href: addressTo({ v: 'people', p: one.name }) }, say('appearances')),
        ),
      ),
    ),
  );
}

function attendees(shown: Shown): Content {
  const { entry, say } = shown;
  return h(
    'ul',
    { class: 'groups' },
    ...entry.values.attendees.map((one, i) =>
      h(
        'li',
        { class: `is-${one.kind}` },
        value(
          shown,
          `attendees.${i}`,
          'group',
          seen(one.text),
          one.count === null ? null : badge(`× ${one.count}`),
          one.mode === 'attend' ? null : badge(sayName(say, 'role', one.mode)),
        ),
      ),
    ),
  );
}

/** The mark between the heading of an item and what follows it. */
const LEADING_MARK = /^[，,。；;：:、\s]+/u;

function planItems(shown: Shown, items: readonly PlanItem[], at: string): Content {
  return h(
    'ol',
    { class: 'plan' },
    ...items.map((item, i) => {
      const rest =
        item.heading === '' ? item.text : item.text.slice(item.text.indexOf(item.heading) + item.heading.length);
      return h(
        'li',
        {},
        value(
          shown,
          `${at}.${i}`,
          'item',
          h('span', { class: 'marker' }, seen(item.marker)),
          h('b', {}, seen(item.heading === '' ? item.text : item.heading)),
          item.heading === '' || rest.trim().length < 2
            ? null
            : h('span', { class: 'rest' }, seen(rest.replace(LEADING_MARK, ''))),
          item.by === null ? null : h('small', { class: 'speaker' }, shown.say('by'), ' ', seen(item.by)),
        ),
        item.children.length === 0 ? null : planItems(shown, item.children, `${at}.${i}.children`),
      );
    }),
  );
}

function outlet(shown: Shown): Content {
  const found = shown.entry.values.outlet;
  return found === null ? null : value(shown, 'outlet', 'large', seen(found.name));
}

const VIEWS: Readonly<Record<FieldName, (shown: Shown) => Content>> = {
  meeting,
  date,
  venue,
  officials,
  attendees,
  workPlan: (shown) => planItems(shown, shown.entry.values.workPlan, 'workPlan'),
  outlet,
};

/** Every value of a record, field by field; then what was searched for and not found; then the findings. */
export function valuesView(entry: Entry, lang: Lang): Tree {
  const shown = shownOf(entry, lang);
  const { say } = shown;
  const missing = missingIn(entry);
  const sections = FIELDS.filter((name) => !missing.includes(name)).map((name) => {
    const found = entry.values[name];
    return h(
      'section',
      { class: `field f-${name}`, 'data-f': name },
      h(
        'h3',
        {},
        sayName(say, 'f', name),
        Array.isArray(found) ? h('small', { class: 'count' }, String(found.length)) : null,
      ),
      VIEWS[name](shown),
    );
  });
  return h(
    'div',
    { class: 'values' },
    ...sections,
    missing.length === 0
      ? null
      : h(
          'section',
          { class: 'field absent' },
          h('h3', {}, say('notFound')),
          h(
            'ul',
            { class: 'chips' },
            ...missing.map((name) => h('li', { class: `f-${name}`, 'data-f': name }, sayName(say, 'f', name))),
          ),
        ),
    entry.findings.length === 0
      ? null
      : h(
          'section',
          { class: 'field f-findings', 'data-f': 'findings' },
          h('h3', {}, say('remarks')),
          ...entry.findings.map(({ code, severity, message }, i) =>
            value(
              shown,
              `findings.${i}`,
              classes('finding', severity),
              h('small', { class: 'code' }, seen(code)),
              ' ',
              seen(message),
            ),
          ),
        ),
    comparisonOf(entry, say),
  );
}

/** What the record and its counterpart say differently. */
function comparisonOf({ comparison }: Entry, say: Say): Content {
  if (comparison === null) return null;
  return h(
    'section',
    { class: 'field contrast' },
    h('h3', {}, say('compare'), h('small', { class: 'count' }, say('sameValues', comparison.same))),
    comparison.missing ? h('p', { class: 'quiet' }, say('noCounterpart')) : null,
    ...contrastsView(comparison.contrasts, say),
  );
}

/** Roles in the language of the interface, everything else as it is. */
const told = (words: string, say: Say): string =>
  words
    .split(', ')
    .map((word) => sayName(say, 'role', word))
    .join(', ');

/** Differences, each with what is said here and there. */
export const contrastsView = (
  contrasts: readonly { field: string; label: string; here: string | null; there: string | null }[],
  say: Say,
): readonly Tree[] =>
  contrasts.map(({ field, label, here, there }) =>
    h(
      'dl',
      { class: classes('differs', `f-${field}`) },
      h('dt', {}, sayName(say, 'f', field), label === '' ? null : [' ', h('small', {}, seen(label))]),
      here === null
        ? null
        : h('dd', { class: 'here-is' }, h('small', {}, say('here')), h('ins', {}, seen(told(here, say)))),
      there === null
        ? null
        : h('dd', { class: 'there-is' }, h('small', {}, say('there')), h('del', {}, seen(told(there, say)))),
    ),
  );

const size = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`);

/** The head of an article: its title, where it came from, and what was wrong with it. */
export function headOf(entry: Entry, lang: Lang): Tree {
  const say = sayIn(lang);
  const { path, line, published, encoding, bytes, repairs, trouble, faults } = entry;
  const where = path === null ? null : line === null ? path : `${path}:${line}`;
  return h(
    'header',
    { class: 'head' },
    h('h2', { class: 'headline', lang: 'zh-CN', tabindex: '-1' }, seen(entry.title)),
    h(
      'p',
      { class: 'facts' },
      where === null ? null : h('span', { class: 'path' }, seen(where)),
      published === null ? null : h('span', {}, `${say('published')} `, h('time', {}, published)),
      h('span', {}, encoding, ' · ', size(bytes)),
      ...repairs.map(([kind, count]) =>
        h('span', { class: 'repair' }, seen(sayName(say, 'repair', kind)), count === true ? null : ` × ${count}`),
      ),
    ),
    trouble === null
      ? null
      : h(
          'p',
          { class: 'alert', role: 'alert' },
          h('b', {}, say(trouble.code)),
          trouble.reason === '' ? null : [' — ', seen(trouble.reason)],
        ),
    faults.length === 0
      ? null
      : h(
          'details',
          { class: 'alert' },
          h('summary', {}, say('faults', faults.length)),
          h('ul', {}, ...faults.map((fault) => h('li', {}, seen(fault)))),
        ),
  );
}

/** The article's text on one side, or word that there is none. */
export function articleText(entry: Entry, side: Side, report: Pick<Report, 'rules'>, say: Say): Tree {
  if (entry.source === null) return h('div', { class: 'text empty' }, h('p', {}, say('noSource')));
  return textView(
    entry.source,
    evidencedIn(entry),
    side,
    report.rules.map(([id]) => id),
  );
}

/** So many changes of a rule are shown before the rest is only counted. */
const EXAMPLES = 12;

/** What restoring changed, rule by rule, each with examples. */
export function mendsView(entry: Entry, { rules }: Pick<Report, 'rules'>, say: Say): Content {
  const { source } = entry;
  if (source === null || source.changes.length === 0) return null;
  const byRule = new Map<number, Change[]>();
  for (const change of source.changes) {
    const rule = change[3] ?? -1;
    const known = byRule.get(rule);
    if (known === undefined) byRule.set(rule, [change]);
    else known.push(change);
  }
  return h(
    'details',
    { class: 'mends' },
    h('summary', {}, say('mends'), ' ', h('small', { class: 'count' }, say('mendsOf', source.changes.length))),
    ...[...byRule].map(([rule, changes]) => {
      const [id = '', certainty = 'certain'] = rules[rule] ?? [];
      return h(
        'section',
        {},
        h(
          'h3',
          {},
          h('span', { class: 'path' }, id),
          certainty === 'likely' ? badge(say('likely')) : null,
          h('small', { class: 'count' }, say('mendsOf', changes.length)),
        ),
        h(
          'ul',
          { lang: 'zh-CN' },
          ...changes
            .slice(0, EXAMPLES)
            .map((change) => h('li', {}, toldChange(source, change, []).replace(/ · $/u, ''))),
          changes.length > EXAMPLES ? h('li', { class: 'quiet' }, say('more', changes.length - EXAMPLES)) : null,
        ),
      );
    }),
  );
}
