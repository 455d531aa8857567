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
import { spacedOut } from './spaced-out.ts';
import { undetermined } from './undetermined.ts';
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

/** Undoes the damage that copying and converting did to an article. An undamaged text comes back as the same string. */
export function restore(article: Decoded): Restored {
  let clean = article.text;
  let map = OffsetMap.identity(clean.length);
  let facts: PageFacts | null = null;
  const repairs: Record<string, number | boolean> = {};
  const steps: RestoreStep[] = [];
  let before: Rule | null = null;
  for (const rule of rules) {
    if (rule.format !== undefined && rule.format !== article.format) continue;
    if (rule === page) facts = factsOf(clean);
    // Nothing is found a second time where nothing was found the first.
    const edits: Edits = rule === before && steps.length === 0 ? [] : rule.find(clean);
    before = rule;
    if (edits.length === 0) continue;
    const step = rewrite(clean, edits);
    clean = step.text;
    map = map.followedBy(step.map);
    steps.push({ certainty: rule.certainty, edits });
    if (rule.repair !== null)
      repairs[rule.repair] = YES.has(rule.repair) ? true : Number(repairs[rule.repair] ?? 0) + edits.length;
  }
  const left = undetermined(clean);
  const findings = left.length === 0 ? article.findings : [...article.findings, ...left];
  const { title } = article.origin;
  const origin = title === null ? article.origin : { ...article.origin, title: mend(title) };
  return { ...article, origin, findings, clean, map, repairs, steps, page: facts === null ? null : mendFacts(facts) };
}

/** Repairs that are made to a text as a whole: how many edits they took says nothing. */
const YES: ReadonlySet<string> = new Set(['page', 'traditional']);

/** A text that stands beside an article (a headline, the name of an outlet), with the same repairs. */
export function mend(text: string): string {
  let clean = text;
  for (const rule of rules) if (rule.format === undefined) clean = rewrite(clean, rule.find(clean)).text;
  return clean;
}

const mendFacts = ({ title, published, outlet }: PageFacts): PageFacts => ({
  title: title === null ? null : mend(title),
  published,
  outlet: outlet === null ? null : mend(outlet),
});
