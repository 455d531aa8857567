import { loadTable } from '../lexicon/load.ts';
import type { Edit } from '../model/edit.ts';
import type { Rule } from './rule.ts';

const PRIVATE = /[\ue000-\uf8ff]/gu;

let table: ReadonlyMap<number, string> | null = null;

function characterFor(unit: number): string | undefined {
  table ??= new Map(
    loadTable('private-use').map(({ private: code = '', character = '' }) => [Number.parseInt(code, 16), character]),
  );
  return table.get(unit);
}

/**
 * Puts today's character for the private one that old decoders of GBK made of a code that Unicode had nothing for.
 *
 *     李\uE863  →  李䶮
 */
export const privateUse: Rule = {
  id: 'restore/private-use',
  repair: 'privateUse',
  certainty: 'certain',
  signs: [[0xe000, 0xf8ff]],
  examples: [
    { damaged: '县长李\uE863出席', clean: '县长李\u4DAE出席' },
    { damaged: '时间：\uE5E5上午', clean: '时间：\u3000上午' },
    { damaged: '会议\uF8FF召开', clean: '会议\uF8FF召开' },
  ],
  find(text) {
    const edits: Edit[] = [];
    for (const match of text.matchAll(PRIVATE)) {
      const replacement = characterFor(match[0].charCodeAt(0));
      if (replacement === undefined) continue;
      edits.push({ start: match.index, end: match.index + 1, replacement, rule: privateUse.id });
    }
    return edits;
  },
};
