import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { paints } from '../../emit/messages.ts';
import type { Discrepancy, Outcome } from '../check.ts';
import { pathOf, type Reporter, type Setting } from './reporter.ts';
import { linesOf, placeOf, verdictOf } from './wording.ts';

const RULES = [
  { id: 'differs', text: 'The record of an article differs from the expected one.' },
  { id: 'missing', text: 'An article has no expected record.' },
  { id: 'obsolete', text: 'The article of an expected record is gone.' },
  { id: 'failed', text: 'An article could not be read, or its expected record could not.' },
] as const;

/** A lone surrogate, which no URI can hold, as U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString();

/** A path as a URI: relative ones stay so, with every character that a URI reserves encoded. */
const uriOf = (path: string): string =>
  isAbsolute(path) ? pathToFileURL(path).href : wellFormed(path).split('/').map(encodeURIComponent).join('/');

const location = (outcome: Outcome, setting: Setting, region: object) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(pathOf(outcome, setting)) }, region },
});

/** A text as a message: `[words](target)` would be a link, and an article must not make one. The values are in the properties. */
const messageOf = (text: string): object => ({ text: text.replaceAll('](', '] (') });

function regionOf(discrepancy: Discrepancy): object {
  const { line: startLine, column: startColumn, endLine, endColumn } = placeOf(discrepancy);
  const words = discrepancy.actualWords[0]?.words ?? discrepancy.expectedWords[0]?.words;
  return { startLine, startColumn, endLine, endColumn, ...(words === undefined ? {} : { snippet: { text: words } }) };
}

function resultsOf(outcome: Outcome, setting: Setting): readonly object[] {
  const ruleIndex = RULES.findIndex(({ id }) => id === outcome.outcome);
  if (ruleIndex < 0) return [];
  const result = { ruleId: outcome.outcome, ruleIndex, level: 'error' };
  if (outcome.outcome !== 'differs') {
    const message = messageOf(verdictOf(outcome) ?? '');
    return [{ ...result, message, locations: [location(outcome, setting, { startLine: 1 })] }];
  }
  return outcome.discrepancies.map((one) => ({
    ...result,
    message: messageOf(linesOf(one, paints(false)).trim()),
    locations: [location(outcome, setting, regionOf(one))],
    properties: { place: one.place, expected: one.expected ?? null, actual: one.actual ?? null },
  }));
}

/** SARIF 2.1.0, as code scanning reads it: a result for each difference, at its words in the article. */
export const sarif: Reporter = {
  name: 'sarif',
  form: 'document',
  write(outcomes, setting) {
    const rules = RULES.map(({ id, text }) => ({ id, shortDescription: { text } }));
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'huiyao', version: setting.version, rules } },
          columnKind: 'unicodeCodePoints',
          results: outcomes.flatMap((outcome) => resultsOf(outcome, setting)),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};
