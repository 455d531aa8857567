import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { restore } from '../../src/restore/index.ts';
import { plainText } from './plain-text.ts';

const corpus = new URL('../../../shared/corpus/dev/', import.meta.url);

describe.runIf(existsSync(corpus))('the article that this project began with', () => {
  it('is restored to the last byte', () => {
    const damaged = readFileSync(new URL('seed.txt', corpus), 'utf8');
    const restored = restore(plainText(damaged));
    expect(restored.clean).toBe(readFileSync(new URL('seed.restored.txt', corpus), 'utf8'));
    expect(restored.repairs).toEqual({ realigned: 1, pinyinAnnotations: 275, traditional: true });
  });
});
