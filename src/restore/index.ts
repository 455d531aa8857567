import type { Decoded, Repairs, Restored } from '../model/document.ts';
import { type Edit, rewrite } from '../model/edit.ts';
import { OffsetMap } from '../model/offset-map.ts';
import { byteShift } from './byte-shift.ts';
import { pinyinAnnotations } from './pinyin-annotations.ts';
import type { Rule } from './rule.ts';
import { script } from './script.ts';

/** The rules of restoring, in the order in which they are applied. */
export const rules: readonly Rule[] = [byteShift, pinyinAnnotations, script];

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
  return { ...article, clean, map, repairs: repairs as Repairs, steps, page: null };
}
