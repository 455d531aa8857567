import type { Decoded, PageFacts, Restored, RestoreStep } from '../model/document.ts';
import { type Edits, rewrite } from '../model/edit.ts';
import { OffsetMap } from '../model/offset-map.ts';
import { byteShift } from './byte-shift.ts';
import { entities } from './entities.ts';
import { escapes } from './escapes.ts';
import { invisible } from './invisible.ts';
import { lineEnds } from './line-ends.ts';
import { mojibake } from './mojibake.ts';
import { padded } from './padded.ts';
import { factsOf, page } from './page.ts';
import { pinyinAnnotations } from './pinyin-annotations.ts';
import { privateUse } from './private-use.ts';
import { radicals } from './radicals.ts';
import type { Rule } from './rule.ts';
import { script } from './script.ts';
import { mark, marksIn } from './signs.ts';
import { spacedOut } from './spaced-out.ts';
import { UNDETERMINED, undetermined } from './undetermined.ts';
import { width } from './width.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** The rules of restoring, in the order in which they are applied. */
export const rules: readonly Rule[] = [
  mojibake,
  // Some texts went through the same wrong table twice.
  mojibake,
  page,
  lineEnds,
  invisible,
  escapes,
  entities,
  spacedOut,
  radicals,
  byteShift,
  pinyinAnnotations,
  privateUse,
  script,
  width,
  padded,
  wrappedLines,
];

/** By code unit, in bits: which rules a character is a sign for, by their place in the list; the last is for what is left. */
const table = new Uint32Array(0x10000);
const WHAT_IS_LEFT = 1 << rules.length;
/** The bits of the rules that look at every text. */
let always = 0;
rules.forEach(({ signs }, index) => {
  if (signs === undefined) always |= 1 << index;
  else mark(table, signs, 1 << index);
});
mark(table, UNDETERMINED, WHAT_IS_LEFT);

/** The bits of the rules that may have something to do with a text. */
const rulesFor = (text: string): number => always | marksIn(text, table);

/** Undoes the damage that copying and converting did to an article. An undamaged text comes back as the same string. */
export function restore(article: Decoded): Restored {
  let clean = article.text;
  let map = OffsetMap.identity(clean.length);
  let facts: PageFacts | null = null;
  const repairs: Record<string, number | boolean> = {};
  const steps: RestoreStep[] = [];
  let called = rulesFor(clean);
  let before: Rule | null = null;
  for (const [index, rule] of rules.entries()) {
    if ((called & (1 << index)) === 0 || (rule.format !== undefined && rule.format !== article.format)) continue;
    if (rule === page) facts = factsOf(clean);
    // Nothing is found a second time where nothing was found the first.
    const edits: Edits = rule === before && steps.length === 0 ? [] : rule.find(clean);
    before = rule;
    if (edits.length === 0) continue;
    const step = rewrite(clean, edits);
    clean = step.text;
    called = rulesFor(clean);
    map = map.followedBy(step.map);
    steps.push({ certainty: rule.certainty, edits });
    if (rule.repair !== null)
      repairs[rule.repair] = YES.has(rule.repair) ? true : Number(repairs[rule.repair] ?? 0) + edits.length;
  }
  const left = (called & WHAT_IS_LEFT) === 0 ? [] : undetermined(clean);
  const { title } = article.origin;
  return {
    origin: title === null ? article.origin : { ...article.origin, title: mend(title) },
    format: article.format,
    text: article.text,
    encoding: article.encoding,
    bytes: article.bytes,
    sha256: article.sha256,
    verbatim: article.verbatim,
    findings: left.length === 0 ? article.findings : [...article.findings, ...left],
    clean,
    map,
    repairs,
    steps,
    page: facts === null ? null : mendFacts(facts),
  };
}

/** Repairs that are made to a text as a whole: how many edits they took says nothing. */
const YES: ReadonlySet<string> = new Set(['page', 'traditional']);

/** A text that stands beside an article (a headline, the name of an outlet), with the same repairs. */
export function mend(text: string): string {
  let clean = text;
  let called = rulesFor(clean);
  for (const [index, rule] of rules.entries()) {
    if ((called & (1 << index)) === 0 || rule.format !== undefined) continue;
    const edits = rule.find(clean);
    if (edits.length === 0) continue;
    clean = rewrite(clean, edits).text;
    called = rulesFor(clean);
  }
  return clean;
}

const mendFacts = ({ title, published, outlet }: PageFacts): PageFacts => ({
  title: title === null ? null : mend(title),
  published,
  outlet: outlet === null ? null : mend(outlet),
});
