import { loadTable } from '../lexicon/load.ts';
import type { Edit } from '../model/edit.ts';
import type { Rule } from './rule.ts';

/** Kangxi radicals, CJK radicals, compatibility ideographs: what PDF and old encodings leave for a character. */
const ODD = /[\u2e80-\u2fd5\uf900-\ufad9\u{2f800}-\u{2fa1d}]/gu;

let table: ReadonlyMap<string, string> | null = null;

function standardFor(character: string): string {
  table ??= new Map(loadTable('radicals').map(({ radical = '', character: standard = '' }) => [radical, standard]));
  return table.get(character) ?? character.normalize('NFKC');
}

/**
 * Puts the character for a radical or compatibility form that looks like it.
 *
 *     ⼯作⼈员  →  工作人员
 */
export const radicals: Rule = {
  id: 'restore/radicals',
  repair: 'radicals',
  certainty: 'certain',
  signs: [[0x2e80, 0x2fd5], [0xf900, 0xfad9], '\ud87e'],
  examples: [
    { damaged: '\u2F2F作\u2F08员', clean: '工作人员' },
    { damaged: '\u2EC5\u2F12', clean: '见力' },
    { damaged: '\uF9DBす', clean: '率す' },
    { damaged: '\uFA0E', clean: '\uFA0E' },
    { damaged: '工作人员', clean: '工作人员' },
  ],
  find(text) {
    const edits: Edit[] = [];
    for (const match of text.matchAll(ODD)) {
      const replacement = standardFor(match[0]);
      if (replacement === match[0]) continue;
      edits.push({ start: match.index, end: match.index + match[0].length, replacement, rule: radicals.id });
    }
    return edits;
  },
};
