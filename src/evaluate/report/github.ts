import { paints } from '../../emit/messages.ts';
import { pathOf, type Reporter } from './reporter.ts';
import { inert, linesOf, placeOf, verdictOf } from './wording.ts';

/** What would end a message or open another command is written as the runner decodes it. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** `::error file=a.txt,line=2,col=5::message`: the runner of a workflow shows it at that line of the file. */
function annotation(message: string, properties: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(inert(String(value)))}`);
  return `::error ${list.join(',')}::${data(message)}\n`;
}

/** Workflow commands of GitHub Actions: one annotation for each difference, at its words in the article. */
export const github: Reporter = {
  name: 'github',
  form: 'lines',
  write(outcome, setting) {
    const file = pathOf(outcome, setting);
    if (outcome.outcome === 'differs') {
      return outcome.discrepancies
        .map((one) => {
          const { line, column, endLine, endColumn } = placeOf(one);
          const message = linesOf(one, paints(false)).trim();
          const title = `huiyao check: ${one.place === '' ? 'record' : one.place}`;
          // Columns are taken for a single line alone.
          const columns = line === endLine ? { col: column, endColumn } : {};
          return annotation(message, { file, line, endLine, ...columns, title });
        })
        .join('');
    }
    const verdict = verdictOf(outcome);
    return verdict === null ? '' : annotation(verdict, { file, line: 1, title: `huiyao check: ${outcome.outcome}` });
  },
};
