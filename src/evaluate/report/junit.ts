import { harmless, paints } from '../../emit/messages.ts';
import { isGood, type Outcome } from '../check.ts';
import { pathOf, type Reporter, type Setting } from './reporter.ts';
import { linesOf, verdictOf } from './wording.ts';

/** What XML 1.0 forbids, and the controls of C1, which it discourages. */
const NOT_XML = /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text between tags or in quotation marks. */
const xml = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');

/** An attribute is one line: a line break in it would be read as a space. */
const attribute = (text: string): string => xml(harmless(text));

function testCase(outcome: Outcome, setting: Setting): string {
  const path = attribute(pathOf(outcome, setting));
  const open = `    <testcase classname="${attribute(setting.folder)}" name="${attribute(outcome.path)}" file="${path}"`;
  const verdict = verdictOf(outcome);
  if (verdict === null) return `${open}/>\n`;
  const detail = outcome.outcome === 'differs' ? outcome.discrepancies.map((one) => linesOf(one, paints(false))) : [];
  // An article that could not be read is an error, one that gives something else a failure.
  const element = outcome.outcome === 'failed' ? 'error' : 'failure';
  const body = detail.length > 0 ? `\n${xml(detail.join(''))}      ` : '';
  return `${open}>\n      <${element} type="${outcome.outcome}" message="${attribute(verdict)}">${body}</${element}>\n    </testcase>\n`;
}

/** JUnit XML, as build servers read it: a test case for each article. It carries no times, so that it can be compared. */
export const junit: Reporter = {
  name: 'junit',
  form: 'document',
  write(outcomes, setting) {
    const errors = outcomes.filter(({ outcome }) => outcome === 'failed').length;
    const failures = outcomes.filter((outcome) => !isGood(outcome)).length - errors;
    const counts = `tests="${outcomes.length}" failures="${failures}" errors="${errors}"`;
    const cases = outcomes.map((outcome) => testCase(outcome, setting)).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="huiyao check" ${counts}>
  <testsuite name="${attribute(setting.folder)}" ${counts} skipped="0">
${cases}  </testsuite>
</testsuites>
`;
  },
};
