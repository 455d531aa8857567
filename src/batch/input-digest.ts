import { createHash } from 'node:crypto';
import type { Input } from './inputs.ts';

/** What tells an input from any other: 16 hex digits of a SHA-256 over its place, and its bytes or what was wrong with it. */
export function digestOf(input: Input): string {
  const hash = createHash('sha256');
  const place = (...parts: readonly unknown[]): void => {
    hash.update(`${JSON.stringify([input.kind, ...parts])}\n`);
  };
  switch (input.kind) {
    case 'line':
      place(input.path, input.line);
      hash.update(input.bytes);
      break;
    case 'article':
      place(input.raw.origin.path);
      hash.update(input.raw.content);
      break;
    case 'skipped':
      place(input.path);
      break;
    case 'failed': {
      const { path, line, code } = input.failure.message;
      place(path ?? null, line ?? null, code);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
