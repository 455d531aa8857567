import { describe, expect, test } from 'vitest';
import { harmless, inColour, told } from '../../src/emit/messages.ts';

describe('a message', () => {
  test('has a code, a place, what was found and what to do', () => {
    const message = {
      severity: 'error',
      code: 'bad',
      path: 'a.jsonl',
      line: 3,
      column: 7,
      text: 'x',
      help: 'y',
    } as const;
    expect(told(message, false)).toBe('error[bad] a.jsonl:3:7: x\n  help: y\n');
    expect(told({ severity: 'note', code: 'odd', text: 'x' }, false)).toBe('note[odd]: x\n');
  });

  test('is coloured only when asked', () => {
    expect(told({ severity: 'warning', code: 'odd', path: 'a', text: 'x' }, true)).toContain('\u001B[');
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
    ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    ['always', { NO_COLOR: '1', TERM: 'dumb' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
  ] as const)('%s %j on a terminal: %s → %s', (mode, env, isTerminal, expected) => {
    expect(inColour(mode, env, isTerminal)).toBe(expected);
  });
});
