import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../src/evaluate/measures.ts';
import { mark, scoreOf } from '../src/evaluate/score.ts';
import { extract } from '../src/index.ts';

/** Articles with gold, where they lie beside the project. */
const DEV = new URL('../../shared/corpus/dev/', import.meta.url);
const lexicon = new URL('../src/lexicon/', import.meta.url);
const present = existsSync(new URL('articles.jsonl', DEV));

interface Article {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
}

const linesOf = <T>(name: string): readonly T[] =>
  readFileSync(new URL(name, DEV), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const cellsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`${name}.tsv`, lexicon), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));

/** Characters of given names that the tables hardly know or do not have. */
const OUTSIDE = [...'骁瑄珺奕琛璐晗悦颖淇焱垚赟翀旻昇昊翊麒'];
/** What a second mention puts behind a surname. */
const POSTS = ['书记', '院长', '校长', '局长', '主任', '处长', '老师', '部长', '县长', '市长'];

/** Draws from a seed: a linear congruential generator, so that a failure can be had again. */
function drawer(seed: number) {
  let state = seed;
  const draw = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return {
    draw,
    pick: <T>(list: readonly T[], weight: (one: T) => number): T => {
      let left = draw() * list.reduce((sum, one) => sum + weight(one), 0);
      for (const one of list) {
        left -= weight(one);
        if (left <= 0) return one;
      }
      return list.at(-1) as T;
    },
  };
}

const surnames = cellsOf('surnames').filter(([, share]) => Number(share) >= 0.3);
/** A character that the dictionary has in a handful of names may be no part of a name at all (村, 及, 则). */
const often = (count: string | undefined): number => (Number(count) >= 15 ? Number(count) : 0);
const given = cellsOf('given-names');

/** Another valid name: a surname by its share, and one or two characters, one name in five from outside the tables. */
function anotherName({ draw, pick }: ReturnType<typeof drawer>): string {
  const [surname = ''] = pick(surnames, ([, share]) => Math.sqrt(Number(share)));
  const two = draw() < 0.8;
  if (draw() < 0.2) {
    return surname + (two ? pick(OUTSIDE, () => 1) : '') + pick(OUTSIDE, () => 1);
  }
  if (!two) return surname + pick(given, (row) => often(row[3]))[0];
  return surname + pick(given, (row) => often(row[2]))[0] + pick(given, (row) => often(row[3]))[0];
}

/** An article and its gold with every person's name replaced by another, second mentions (秦书记) as well. */
function renamed(article: Article, gold: Answer, draws: ReturnType<typeof drawer>): { text: string; gold: Answer } {
  const people = (gold.officials ?? []) as readonly { readonly name: string }[];
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  const others = new Map<string, string>();
  for (const name of names) {
    let other: string;
    do other = anotherName(draws);
    while (article.text.includes(other) || [...others.values()].includes(other));
    others.set(name, other);
  }
  let { text } = article;
  let answer = JSON.stringify(gold);
  // Marks stand in between, so that no name is replaced twice.
  const marks = [...others].map(([name, other], index) => ({ name, other, mark: String.fromCharCode(0xe000 + index) }));
  for (const { name, mark } of marks) {
    text = text.split(name).join(mark);
    answer = answer.split(name).join(mark);
  }
  for (const { name, other } of marks) {
    const short = (one: string): string => (one.length > 3 ? one.slice(0, 2) : one.slice(0, 1));
    if (name.length > 3) continue;
    for (const post of POSTS) text = text.split(short(name) + post).join(short(other) + post);
  }
  for (const { other, mark } of marks) {
    text = text.split(mark).join(other);
    answer = answer.split(mark).join(other);
  }
  return { text, gold: JSON.parse(answer) as Answer };
}

const FIELDS = ['officials.name', 'officials.title', 'officials.post', 'officials.role'];

describe.runIf(present)('nothing is tuned to a name', () => {
  const articles = present ? linesOf<Article>('articles.jsonl') : [];
  const golds = new Map(
    (present ? linesOf<Answer>('articles.gold.jsonl') : []).map((gold) => [gold.id as string, gold]),
  );
  const f1Of = (
    pairs: readonly { article: Article; text: string; gold: Answer }[],
  ): Readonly<Record<string, number>> => {
    const records = new Map(
      pairs.map(({ article, text }) => [
        article.id,
        extract(text, { published: article.published, format: 'text' }) as unknown as Answer,
      ]),
    );
    const { fields } = scoreOf(
      mark(
        pairs.map(({ gold }) => gold),
        (gold) => records.get(gold.id as string),
      ),
    );
    return Object.fromEntries(FIELDS.map((field) => [field, (fields[field]?.f1 ?? 0) * 100]));
  };

  test('with every name replaced by another, the scores stay within one point on average', () => {
    const pairs = articles.map((article) => ({
      article,
      text: article.text,
      gold: golds.get(article.id) as Answer,
    }));
    const before = f1Of(pairs);
    const seeds = [1, 2, 3];
    const after = seeds.map((seed) => {
      const draws = drawer(seed);
      return f1Of(pairs.map(({ article, gold }) => ({ article, ...renamed(article, gold, draws) })));
    });
    for (const field of FIELDS) {
      const mean = after.reduce((sum, one) => sum + (one[field] as number), 0) / seeds.length;
      expect(
        Math.abs(mean - (before[field] as number)),
        `${field}: ${before[field]} before, ${mean} after`,
      ).toBeLessThan(1);
    }
  });
});
