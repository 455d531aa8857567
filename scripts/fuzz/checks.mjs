import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { valuesOf } from '../damage.mjs';
import { readingOf } from './known-article.mjs';

const FIELDS = { id: 'id', title: 'title', date: 'published', text: 'text' };
/** A meeting that a table of words is held to, together with the words of the table itself. */
const SENTENCE = '7月3日，青石县召开防汛工作会议，县长王建国主持会议。';

/**
 * What an input is for the program: the article, and the words that a user adds. Null when it is refused, as lines and
 * tables may be.
 */
function articleIn(program, { kind, content, format, published }) {
  try {
    if (kind === 'lines') return { raw: program.readLine(content, FIELDS, { path: null, line: 1 }), options: {} };
    if (kind === 'tables') {
      const options = { lexicon: program.additionsOf(content) };
      return { raw: program.articleOf(SENTENCE + content, {}), options };
    }
  } catch (error) {
    if (error instanceof program.BadLine || error instanceof program.BadAddition) return null;
    throw error;
  }
  return { raw: program.articleOf(content, { format, published }), options: {} };
}

/**
 * Reads an input and gives what is wrong with the reading, in words of which the first tells what kind of fault it is:
 * nothing for a sound one, null for an input that is refused. `isThorough` adds what costs as much again.
 *
 * @param program what reads; see program.mjs
 * @throws nothing: an exception of the program is a fault
 */
export function faultsIn(program, input, isThorough = true) {
  const faults = [];
  try {
    const article = articleIn(program, input);
    if (article === null) return null;
    const { raw, options } = article;
    const restored = unlessRefused(program, () => program.restoreArticle(raw));
    if (typeof restored === 'string') {
      const record = isThorough ? unlessRefused(program, () => program.readArticle(raw, options)) : restored;
      return record === restored ? null : [`refusal: ${restored} when it is restored, not when it is read`];
    }
    const { record, recognised } = program.readRestored(restored, options);
    lookAtEvidence(record, restored, faults);
    lookAtMap(restored, faults);
    const json = JSON.stringify(record);
    if (input.wanted !== null) {
      const found = readingOf(record);
      if (!isDeepStrictEqual(found, input.wanted)) faults.push(`reading: ${difference(input.wanted, found)}`);
    }
    if (isThorough)
      faults.push(...faultsOnSecondThoughts(program, { ...article, record, restored, recognised, json, input }));
  } catch (error) {
    faults.push(`exception: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return faults;
}

/** What some work gives; the code of the refusal when the input is refused. */
function unlessRefused({ UnreadableInput }, work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableInput) return error.code;
    throw error;
  }
}

/** Collects whatever in a record has evidence, and tells of strings that are no Unicode, which JSON would hide. */
function collectEvidence(value, into, faults) {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) faults.push(`unicode: half a character in “${value}”`);
  } else if (Array.isArray(value)) for (const one of value) collectEvidence(one, into, faults);
  else if (typeof value === 'object' && value !== null) {
    if (value.evidence !== undefined) into.push(value);
    for (const key in value) if (key !== 'evidence') collectEvidence(value[key], into, faults);
  }
}

/**
 * Stretches that lie outside of the source, or are not the smallest that became what they map to; and words of the
 * restored text, and of the source where nothing was repaired, that are not those of the value.
 */
function lookAtEvidence(record, { text, clean, map, steps }, faults) {
  const held = [];
  collectEvidence(record, held, faults);
  // Code points, counted as Python counts them: by making a list of them.
  const points = text.isWellFormed() && !ASTRAL.test(text) ? null : Array.from(text);
  const unitAt = (point) => (points === null ? point : points.slice(0, point).join('').length);
  const end = points?.length ?? text.length;
  for (const { evidence, name, text: said } of held) {
    const words = name ?? said;
    for (let i = 0; i < evidence.length; i++) {
      const at = evidence[i];
      if (!(0 <= at.start && at.start <= at.end && at.end <= end)) {
        faults.push(`place: ${at.start}–${at.end} of ${end}`);
        continue;
      }
      const source = { start: unitAt(at.start), end: unitAt(at.end) };
      const there = map.toRewritten(source);
      const back = map.toSource(there);
      if (back.start !== source.start || back.end !== source.end) {
        faults.push(`back: ${source.start}–${source.end} of “${text}” comes back as ${back.start}–${back.end}`);
      }
      if (i > 0 || typeof words !== 'string') continue;
      const found = clean.slice(there.start, there.end);
      if (found !== words) faults.push(`evidence: “${found}” for “${words}”`);
      if (steps.length === 0 && text.slice(source.start, source.end) !== words) faults.push(`source: not “${words}”`);
    }
  }
}
const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

/** A map that leads back and forth, or out of the source; and repairs that do not give the restored text, done by hand. */
function lookAtMap({ text, clean, map, steps }, faults) {
  if (map.length !== clean.length || map.sourceLength !== text.length) faults.push(`map: of ${map.length} units`);
  let lastStart = 0;
  let lastEnd = 0;
  for (let i = 0; i < clean.length; i++) {
    const start = map.startOf(i);
    const end = map.endOf(i);
    if (start < lastStart || end < lastEnd || end < start || end > text.length) {
      faults.push(`map: unit ${i} comes from ${start}–${end}, behind ${lastStart}–${lastEnd}`);
      break;
    }
    lastStart = start;
    lastEnd = end;
  }
  let repaired = text;
  for (const { edits } of steps) {
    let next = '';
    let at = 0;
    for (const { start, end, replacement } of edits) {
      next += repaired.slice(at, start) + replacement;
      at = end;
    }
    repaired = next + repaired.slice(at);
  }
  if (repaired !== clean) faults.push('map: the repairs one by one give another text');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL_OR_MARK = /^\uFEFF|[\0-\x08\x0b\x0e-\x1f]/u;

/** What was read last, to be read again when others have been read in between. */
let before = null;

function* faultsOnSecondThoughts(program, { raw, options, record, restored, recognised, json, input }) {
  for (const fault of program.faultsOf(record, restored)) yield `evidence: ${fault}`;
  yield* faultsOfMentions(recognised);
  if (JSON.stringify(program.readArticle(raw, options)) !== json) yield 'stages: give another record one by one';
  if (record.id !== createHash('sha256').update(recognised.clean).digest('hex').slice(0, 32))
    yield 'id: is not that of the text';
  if (before !== null && JSON.stringify(before.program.readArticle(before.raw, before.options)) !== before.json) {
    yield `memory: ${JSON.stringify(before.raw.content)} is read in another way when others were read in between`;
  }
  before = { program, raw, options, json };
  // Bytes with many controls are no text, whatever a string of them is; and a lone surrogate has no bytes.
  if (typeof raw.content === 'string' && raw.content.isWellFormed() && !CONTROL_OR_MARK.test(raw.content)) {
    const bytes = Buffer.from(`\uFEFF${raw.content}`);
    const other = unlessRefused(program, () => program.readArticle({ ...raw, content: bytes }, options));
    if (typeof other === 'string') yield `bytes: ${other} for the bytes of a text that is read`;
    else if (!isDeepStrictEqual(valuesOf(other), valuesOf(record))) {
      yield `bytes: of a text say something else: ${difference(valuesOf(record), valuesOf(other))}`;
    }
  }
  if (input.isGenuine) {
    const again = program.restoreArticle(program.articleOf(recognised.clean, { format: 'text' }));
    if (again.clean !== recognised.clean) yield `again: “${recognised.clean}” is restored to “${again.clean}”`;
  }
}

/** Stretches of the text that lie out of order, out of the text, or over each other. */
function* faultsOfMentions({ clean, paragraphs, sentences, mentions }) {
  const apart = (spans) => spans.every(({ start }, i) => i === 0 || start >= spans[i - 1].end);
  const inside = (spans) => spans.every(({ start, end }) => 0 <= start && start < end && end <= clean.length);
  const ordered = mentions.every(({ start }, i) => i === 0 || start >= mentions[i - 1].start);
  if (!apart(paragraphs) || !inside(paragraphs)) yield 'paragraphs: overlap or leave the text';
  if (!apart(sentences) || !inside(sentences)) yield 'sentences: overlap or leave the text';
  if (!ordered || !inside(mentions)) yield 'mentions: are out of order or leave the text';
  for (const [kind, some] of groupedByKind(mentions)) {
    if (!apart(some)) yield `mentions: of ${kind} overlap`;
  }
}

function groupedByKind(mentions) {
  const groups = new Map();
  for (const one of mentions) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return groups;
}

const difference = (wanted, found) =>
  Object.keys(wanted)
    .filter((key) => !isDeepStrictEqual(wanted[key], found[key]))
    .map((key) => `${key} ${JSON.stringify(wanted[key])} → ${JSON.stringify(found[key])}`)
    .join('; ');
