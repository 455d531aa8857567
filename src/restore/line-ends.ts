import { EditColumns } from '../model/edit.ts';
import type { Rule } from './rule.ts';

/**
 * Ends lines in one way, that of Unix: an article is the same, and has the same id, whatever system it was saved on.
 *
 *     会议召开。␍␊  →  会议召开。␊
 */
export const lineEnds: Rule = {
  id: 'restore/line-ends',
  // How lines end is no damage.
  repair: null,
  certainty: 'certain',
  signs: ['\r'],
  examples: [
    { damaged: '会议召开。\r\n\r\n县长讲话。\r\n', clean: '会议召开。\n\n县长讲话。\n' },
    { damaged: '会议召开。\r县长讲话。', clean: '会议召开。\n县长讲话。' },
    { damaged: '会议召开。\r\r\n县长讲话。', clean: '会议召开。\n\n县长讲话。' },
    { damaged: '会议召开。\n县长讲话。\n', clean: '会议召开。\n县长讲话。\n' },
  ],
  find(text) {
    const edits = new EditColumns(lineEnds.id);
    for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      edits.add(at, at + 1, text[at + 1] === '\n' ? '' : '\n');
    }
    return edits;
  },
};
