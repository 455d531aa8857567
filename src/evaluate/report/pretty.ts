import { paints } from '../../emit/messages.ts';
import { pathOf, type Reporter } from './reporter.ts';
import { inert, linesOf, verdictOf } from './wording.ts';

/** For people: each difference with the words of the article beside it. What is as expected is not mentioned. */
export const pretty: Reporter = {
  name: 'pretty',
  form: 'lines',
  write(outcome, setting) {
    if (outcome.outcome === 'same') return '';
    const colour = paints(setting.colour);
    // A line that opens with two colons is a command to the runner of a workflow.
    const path = inert(pathOf(outcome, setting)).replace(/^(?=:)/u, './');
    const lines = outcome.outcome === 'differs' ? outcome.discrepancies.map((one) => linesOf(one, colour)) : [];
    return `${colour.strong(path)}: ${verdictOf(outcome) ?? outcome.outcome}\n${lines.join('')}`;
  },
};
