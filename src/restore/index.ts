import type { Decoded, Restored } from '../model/document.ts';
import { type Edit, rewrite } from '../model/edit.ts';
import { OffsetMap } from '../model/offset-map.ts';
import { byteShift } from './byte-shift.ts';
import { entities } from './entities.ts';
import { invisible } from './invisible.ts';
import { mojibake } from './mojibake.ts';
import { padded } from './padded.ts';
import { pinyinAnnotations } from './pinyin-annotations.ts';
import { radicals } from './radicals.ts';
import type { Rule } from './rule.ts';
import { script } from './script.ts';
import { undetermined } from './undetermined.ts';
import { width } from './width.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** The rules of restoring, in the order in which they are applied. */
export const rules: readonly Rule[] = [
  mojibake,
  entities,
  invisible,
  radicals,
  byteShift,
  pinyinAnnotations,
  script,
  width,
  padded,
  wrappedLines,
];

/** Undoes the damage that copying and converting did to an article. An undamaged text comes back as the same string. */
export function restore(article: Decoded): Restored {
  let clean = article.text;
  let map = OffsetMap.identity(clean.length);
  const repairs: Record<string, number | boolean> = {};
  const steps: (readonly Edit[])[] = [];
  for (const rule of rules) {
    const edits = rule.find(clean);
    if (edits.length === 0) continue;
    const step = rewrite(clean, edits);
    clean = step.text;
    map = map.followedBy(step.map);
    steps.push(edits);
    if (rule.repair !== null) repairs[rule.repair] = rule.repair === 'traditional' ? true : edits.length;
  }
  const left = undetermined(clean);
  const findings = left.length === 0 ? article.findings : [...article.findings, ...left];
  return { ...article, findings, clean, map, repairs, steps, page: null };
}
