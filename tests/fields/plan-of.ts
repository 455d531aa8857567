import { expect } from 'vitest';
import { findOccasion } from '../../src/fields/occasion.ts';
import { workPlan } from '../../src/fields/work-plan.ts';
import type { PersonMention } from '../../src/model/mention.ts';
import { articleOf } from './article-of.ts';

const LEAD = '市局召开工作推进会\n3月5日，市局召开2024年重点工作推进会。';

/** The plan of an article about a meeting that goes on with `body`; its people are those named. */
export function planOf(body: string, people: readonly string[] = []): ReturnType<typeof workPlan.read> {
  const bare = articleOf(LEAD + body);
  const named = people.flatMap((name) => {
    const found: PersonMention[] = [];
    for (let at = bare.clean.indexOf(name); at >= 0; at = bare.clean.indexOf(name, at + 1)) {
      const place = { start: at, end: at + name.length };
      found.push({ kind: 'person', rule: 'name-han/surname', name, titles: [], phrase: place, ...place });
    }
    return found;
  });
  const article = { ...bare, mentions: [...bare.mentions, ...named].sort((a, b) => a.start - b.start) };
  const reading = workPlan.read(article, findOccasion(article), {});
  for (const { text, evidence } of reading.value) {
    expect(article.clean.slice(evidence[0]?.start, evidence[0]?.end)).toBe(text);
  }
  return reading;
}
