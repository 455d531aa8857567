import { describe, expect, it } from 'vitest';
import { rewrite } from '../../src/model/edit.ts';
import { rules } from '../../src/restore/index.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it.each(rule.examples.map(({ damaged, clean }) => [damaged, clean]))('%s → %s', (damaged, clean) => {
    expect(rewrite(damaged, rule.find(damaged)).text).toBe(clean);
  });

  it('leaves alone what it has made', () => {
    for (const { clean } of rule.examples) expect([...rule.find(clean)]).toEqual([]);
  });
});
