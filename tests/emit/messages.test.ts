import { describe, expect, test } from 'vitest';
import { harmless, inColour, told } from '../../src/emit/messages.ts';
import { say } from '../../src/model/phrase.ts';

const plain = { colour: false, catalogue: null };

describe('a message', () => {
  test('has a code, a place, what was found and what to do', async () => {
    const message = {
      severity: 'error',
      code: 'json-invalid',
      path: 'a.jsonl',
      line: 3,
      column: 7,
      text: say`x ${1}`,
      help: say`y`,
    } as const;
    expect(await told(message, plain)).toBe('error[json-invalid] a.jsonl:3:7: x 1\n  help: y\n');
    expect(await told({ severity: 'note', code: 'usage', text: say`x` }, plain)).toBe('note[usage]: x\n');
  });

  test('is told in the language of a catalogue, and in English where it has nothing to say', async () => {
    const message = { severity: 'error', code: 'usage', text: say`x ${say`in`} ${2}`, help: say`y` } as const;
    const catalogue = { 'x {1} {2}': '{2} 之 {1}', in: '内' };
    expect(await told(message, { colour: false, catalogue })).toBe('error[usage]: 2 之 内\n  help: y\n');
  });

  test('is coloured only when asked', async () => {
    const message = { severity: 'warning', code: 'usage', path: 'a', text: say`x` } as const;
    expect(await told(message, { colour: true, catalogue: null })).toContain('\u001B[');
  });

  test.each([
    ['市长喵小白\t讲话', 3, 3, '  2 | 市长喵小白    讲话\n    |     ^^^^^^\n'],
    ['a\tb', 3, 1, '  2 | a    b\n    |      ^\n'],
    ['会\u001b[2J议', 2, 1, '  2 | 会\\u{1b}[2J议\n    |   ^^^^^^\n'],
    ['会\u202e议', 3, 1, '  2 | 会\\u{202e}议\n    |           ^^\n'],
    ['e\u0301会', 3, 1, '  2 | e\u0301会\n    |  ^^\n'],
    ['会', 2, 1, '  2 | 会\n    |   ^\n'],
    [
      `${'会'.repeat(100)}x${'议'.repeat(100)}`,
      101,
      1,
      `  2 | …${'会'.repeat(30)}x${'议'.repeat(33)}…\n    | ${' '.repeat(61)}^\n`,
    ],
  ])('shows the line, with carets where a terminal shows the place: %j', async (text, column, length, frame) => {
    const message = { severity: 'error', code: 'usage', path: 'a', line: 2, column, text: say`x` } as const;
    const lines = await told({ ...message, excerpt: { text, length } }, plain);
    expect(lines).toBe(`error[usage] a:2:${column}: x\n${frame}`);
  });

  test('shows what would steer a terminal', () => {
    expect(harmless('会\u001B]0;x\u0007\r\n\u202E\u2028\u00AD\uD800')).toBe(
      '会\\u{1b}]0;x\\u{7}\\u{d}\\u{a}\\u{202e}\\u{2028}\\u{ad}\\u{d800}',
    );
  });
});

describe('colour', () => {
  test.each([
    ['auto', {}, true, true],
    ['auto', {}, false, false],
    ['auto', { TERM: 'dumb' }, true, false],
    ['auto', { NO_COLOR: '1' }, true, false],
    ['auto', { NO_COLOR: '' }, true, true],
    ['auto', { FORCE_COLOR: '1' }, false, true],
    ['auto', { FORCE_COLOR: '0' }, true, false],
    ['auto', { FORCE_COLOR: '' }, false, false],
    ['auto', { FORCE_COLOR: '3', TERM: 'dumb' }, false, true],
    ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    ['always', { NO_COLOR: '1', TERM: 'dumb' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
  ] as const)('%s %j on a terminal: %s → %s', (mode, env, isTerminal, expected) => {
    expect(inColour(mode, env, isTerminal)).toBe(expected);
  });
});
