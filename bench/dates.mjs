// Reads the day of a meeting with three readers of Chinese dates and prints how many each gets right: huiyao, chrono-node's
// Chinese locale, and Microsoft's Recognizers-Text. Build first.
//
//   node bench/dates.mjs
//
// Sets: the trial table of dates and the development set's meetings, where they lie beside the project, and the meetings of
// the project's own fixtures. An article counts when its right answer has a meeting, whether it has a day or not.
//
// The same for all: each reader is given the restored text (damage, annotations and mark-up undone) and the day of
// publication, where there is one. An answer is right when its first and its last day are those of the right answer.
//
// - huiyao: the date of the record. It chooses one itself.
// - the others list every date in a text and choose none, so their answers are taken by two rules:
//   first  the first date that they find, which is how they are most often used;
//   best   any date that they find: right if one of them is.
//   Years, quarters and weeks alone, times of day, durations and repetitions (每周一) are passed over. Where
//   Recognizers-Text gives a past and a future day, the past one is taken. A month without a day is written 2023-12-XX.
// - without a day of publication, both are run with two far days for reference: what differs between the two is written
//   as X (XXXX-09-06), and a day that differs is no answer.
// - where the right answer has no day, only finding none is right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Recognizers from '@microsoft/recognizers-text-date-time';
import * as chrono from 'chrono-node/zh';
import { extract, restore } from '../dist/index.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const two = (number) => String(number).padStart(2, '0');
/** A day as its first and last day: 2024-03-12/2024-03-13, 2024-03-12, or the empty string for none. */
const days = (start, end) => [start, end === start ? null : end].filter(Boolean).join('/');

const linesOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** The rows of the trial table: text, day of publication (null for none), and the right answer. */
function trials(path) {
  const [, ...lines] = linesOf(path);
  return lines.map((line) => {
    const [published, text, start, end] = line.split('\t');
    return { text, published: published || null, right: days(start, end) };
  });
}

const withMeeting = ({ gold }) => gold.meeting !== null;
const asTrial = ({ text, published, gold }) => ({ text, published, right: days(gold.date?.start, gold.date?.end) });

function devSet(folder) {
  const gold = new Map(
    linesOf(`${folder}/articles.gold.jsonl`).map((line) => {
      const answer = JSON.parse(line);
      return [answer.id, answer];
    }),
  );
  return linesOf(`${folder}/articles.jsonl`)
    .map((line) => JSON.parse(line))
    .map(({ id, text, published }) => ({ text: restore(text).text, published: published ?? null, gold: gold.get(id) }))
    .filter(withMeeting)
    .map(asTrial);
}

function fixtures(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const article = readdirSync(`${folder}/${name}`).find((file) => /^article\.(?:txt|html)$/u.test(file));
      const gold = JSON.parse(readFileSync(`${folder}/${name}/truth.json`, 'utf8'));
      return { text: restore(readFileSync(`${folder}/${name}/${article}`)).text, published: gold.published, gold };
    })
    .filter(withMeeting)
    .map(asTrial);
}

function huiyao({ text, published }) {
  const { date } = extract(text, { published: published ?? undefined });
  return [days(date?.start, date?.end)];
}

/** Each date that chrono's Chinese locale finds in a text, in order. */
function chronoDays(text, reference) {
  const dayOf = (part) => {
    const day = part.isCertain('day') || part.isCertain('weekday') ? two(part.get('day')) : 'XX';
    return `${part.get('year')}-${two(part.get('month'))}-${day}`;
  };
  return chrono
    .parse(text, reference)
    .filter(({ start }) => ['day', 'weekday', 'month', 'year'].some((unit) => start.isCertain(unit)))
    .map(({ index, start, end }) => ({ index, start: dayOf(start), end: end ? dayOf(end) : null }));
}

/** A year, a quarter, a week, half a year, or “now” as Recognizers-Text writes it: nothing that a meeting is dated by. */
const NO_DAY = /^\d{4}$|^[\dX]{4}-(?:W[\dX]{2}|Q\d|S\d|[A-Z]{2})$|P[\d.]+[WMY]\)$|_REF$/u;

/** Each date that Recognizers-Text finds in a text, in order. */
function recognizersDays(text, reference) {
  const wanted = /\.(?:date|daterange|datetime|datetimerange)$/u;
  return Recognizers.recognizeDateTime(text, 'zh-cn', undefined, reference)
    .filter(({ typeName, resolution }) => wanted.test(typeName) && resolution?.values.length > 0)
    .flatMap(({ start: index, resolution: { values } }) => {
      const from = ({ value, start, end }) => (value ?? start ?? end)?.slice(0, 10);
      const past = values.findLast((one) => new Date(`${from(one)}T00:00:00`) <= reference) ?? values[0];
      const { timex, start, end } = past;
      if (NO_DAY.test(timex)) return [];
      if (/^\d{4}-\d\d$|^XXXX-\d\d$/u.test(timex)) return [{ index, start: `${from(past).slice(0, 7)}-XX`, end: null }];
      if (from(past) === undefined || !/^\d{4}-\d\d-\d\d$/u.test(from(past))) return [];
      return [{ index, start: from(past), end: start === undefined ? null : (end?.slice(0, 10) ?? null) }];
    });
}

/** Days for reference that share neither year, month nor day. */
const FAR = [new Date(2001, 5, 20, 12), new Date(2010, 10, 9, 12)];

/** What two readings of one day agree on: XXXX-XX-24; null when not even the day. */
function agreed(a, b) {
  if (a === null || b === null) return a === b ? undefined : null;
  const parts = a.split('-').map((part, i) => (part === b.split('-')[i] ? part : 'X'.repeat(part.length)));
  return parts[2] === 'XX' && a.slice(-2) !== 'XX' ? null : parts.join('-');
}

/** What a reader of dates finds, in order; `read` takes a text and the day that it counts from. */
const finds =
  (read) =>
  ({ text, published }) => {
    if (published !== null) {
      const [year, month, day] = published.split('-').map(Number);
      return read(text, new Date(year, month - 1, day, 12)).map(({ start, end }) => days(start, end));
    }
    const [one, other] = FAR.map((reference) => read(text, reference));
    return one.flatMap(({ index, start, end }) => {
      const same = other.find((found) => found.index === index);
      const [first, last] = [agreed(start, same?.start ?? null), agreed(end, same?.end ?? null)];
      return first === null || first === undefined || last === null ? [] : [days(first, last)];
    });
  };

const readers = [
  ['huiyao', 'its own choice', huiyao, 'first'],
  ['chrono-node/zh', 'first', finds(chronoDays), 'first'],
  ['chrono-node/zh', 'best', finds(chronoDays), 'best'],
  ['@microsoft/recognizers-text-date-time', 'first', finds(recognizersDays), 'first'],
  ['@microsoft/recognizers-text-date-time', 'best', finds(recognizersDays), 'best'],
];

const isRight = (found, rule, right) =>
  rule === 'first' || found.length === 0 ? (found[0] ?? '') === right : found.includes(right);

const shared = at('../shared');
const sets = [
  ...(existsSync(`${shared}/trials/dates.tsv`) ? [['trials', trials(`${shared}/trials/dates.tsv`)]] : []),
  ...(existsSync(`${shared}/corpus/dev`) ? [['dev', devSet(`${shared}/corpus/dev`)]] : []),
  ['fixtures', fixtures(at('fixtures/articles'))],
];

const rows = readers.map(([name, taken, read, rule]) => [
  name,
  taken,
  ...sets.map(([, items]) => String(items.filter((item) => isRight(read(item), rule, item.right)).length)),
]);
const head = ['right', 'rule', ...sets.map(([name, items]) => `${name} (${items.length})`)];
const widths = head.map((_, i) => Math.max(...[head, ...rows].map((cells) => cells[i].length)));
for (const cells of [head, ...rows]) {
  const padded = cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])));
  process.stdout.write(`${padded.join('  ')}\n`);
}
