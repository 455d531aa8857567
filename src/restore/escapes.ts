import { EditColumns } from '../model/edit.ts';
import type { Rule } from './rule.ts';

/** \u4f1a of JSON and %u4F1A of old scripts, for what Chinese text is made of: characters, punctuation, full-width forms. */
const ESCAPE = /(?:\\u|%u)(?<code>(?:[2-9][0-9A-F]|f[9ef]|F[9EF]|[2-9][0-9a-f])[0-9A-Fa-f]{2})/gu;

/**
 * Writes out characters that were left as escapes of a programming language.
 *
 *     \u4f1a\u8bae  →  会议
 */
export const escapes: Rule = {
  id: 'restore/escapes',
  repair: 'escapes',
  certainty: 'certain',
  signs: ['\\%'],
  examples: [
    { damaged: '\\u4f1a\\u8bae\\u53ec\\u5f00\\uFF0C', clean: '会议召开，' },
    { damaged: '%u4F1A%u8BAE召开', clean: '会议召开' },
    { damaged: 'C:\\user\\u0041、100%unit', clean: 'C:\\user\\u0041、100%unit' },
  ],
  find(text) {
    const edits = new EditColumns(escapes.id);
    if (!text.includes('\\u') && !text.includes('%u')) return edits;
    for (const match of text.matchAll(ESCAPE)) {
      const code = Number.parseInt(match.groups?.code as string, 16);
      edits.add(match.index, match.index + match[0].length, String.fromCharCode(code));
    }
    return edits;
  },
};
