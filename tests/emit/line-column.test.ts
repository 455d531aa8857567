import { expect, test } from 'vitest';
import { codeFrame } from '../../src/emit/code-frame.ts';
import { lineAt, windowAt } from '../../src/emit/line-column.ts';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

test.each([
  ['市长喵小白', '喵小白', 1, '市长喵小白'],
  ['\n市长喵小白\r\n讲话', '喵小白', 2, '市长喵小白'],
  ['𠮷田\n𠮷市𠮷白讲话', '𠮷白', 2, '𠮷市𠮷白讲话'],
  ['会议\n讲话', '会议', 1, '会议'],
])('%j: %s stands in its line', (text, words, line, whole) => {
  const found = lineAt(text, spanOf(text, words));
  expect([found.line, found.text]).toEqual([line, whole]);
  expect([...whole].slice(found.column - 1, found.column - 1 + found.length).join('')).toBe(words);
});

test('an empty line, and a stretch over its end', () => {
  expect(lineAt('\n会', { start: 0, end: 1 })).toEqual({ line: 1, column: 1, text: '', length: 1 });
  expect(lineAt('会\n议', { start: 3, end: 3 })).toEqual({ line: 2, column: 2, text: '议', length: 0 });
});

test.each(['市长喵小白讲话', `${'会'.repeat(5000)}喵小白${'议'.repeat(5000)}`, `会\n${'𠮷'.repeat(400)}喵小白\r\n议`])(
  'the window on a long line shows what the line would',
  (text) => {
    const span = spanOf(text, '喵小白');
    const { line, ...whole } = lineAt(text, span);
    const part = windowAt(text, span);
    expect(part.text.length).toBeLessThan(600);
    expect(codeFrame({ line, ...part })).toBe(codeFrame({ line, ...whole }));
  },
);
