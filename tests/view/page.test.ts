import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/index.ts';
import { articleOf, restoreArticle } from '../../src/pipeline.ts';
import { joined } from '../../src/view/assets.ts';
import { RuleNames } from '../../src/view/changes.ts';
import { comparer, comparisonOf } from '../../src/view/comparison.ts';
import { entryOf } from '../../src/view/entry.ts';
import { embedded, escaped, markupOf } from '../../src/view/markup.ts';
import { addressTo, entryAt, readAddress } from '../../src/view/page/address.ts';
import { calendarOf, meetingsIn } from '../../src/view/page/calendar-view.ts';
import { h } from '../../src/view/page/element.ts';
import { fits, searchedOf } from '../../src/view/page/list-view.ts';
import { peopleIn } from '../../src/view/page/people-view.ts';
import type { Entry } from '../../src/view/page/report-data.ts';
import { seen, spelled } from '../../src/view/page/unseen.ts';
import { sayBecause, sayIn, sayName } from '../../src/view/page/words.ts';
import { pageFile, policyOf } from '../../src/view/page-file.ts';
import { type ReportFile, reportFiles } from '../../src/view/report-files.ts';
import { reportIn } from './report-in.ts';

const FIRST =
  '江城市召开防汛工作会议\n2024年7月2日至3日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话。\n';
const SECOND = '江城市召开水利会议\n2024年9月5日，江城市水利会议在市政府召开。副市长江一帆出席会议。\n';
const THIRD = '江城区召开例会\n12日，江城区例会在区政府召开。区长柏松主持会议。\n';

function entry(text: string, path: string, key = path): Entry {
  const record = extract(text, { path });
  return entryOf(record, { article: restoreArticle(articleOf(text, { path })) }, new RuleNames(), key, null);
}

const entries = [entry(FIRST, 'news/a.txt'), entry(SECOND, 'news/b.txt'), entry(THIRD, 'gold/c/article.txt')];
const [first, second, third] = entries as [Entry, Entry, Entry];
const stub = { script: 'void 0;', style: 'p{}' };

describe('HTML', () => {
  test('has no way out of a text', () => {
    const bad = `</p><script>alert(1)</script>"'&\0\r\ud800`;
    const tree = h('p', { title: bad }, bad);
    const text = '&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;␀&#13;\uFFFD';
    expect(markupOf(tree)).toBe(`<p title="${text}">${text}</p>`);
    expect(escaped(bad)).toBe(text);
  });

  test('leads nowhere but into the report', () => {
    for (const href of ['#r=1', '', 'index.html', 'part-012.html#r=1']) expect(() => h('a', { href })).not.toThrow();
    for (const href of ['javascript:alert(1)', 'http://example.invalid/', '//x', 'part-1.html.evil', 'x.html']) {
      expect(() => h('a', { href })).toThrow(RangeError);
    }
  });

  test('keeps data in its element, and gives it back as it was', () => {
    const data = { a: '</script><!--<script>\u2028\u2029', b: ['\ud800', '\0'], ['__proto__']: 1 };
    const text = embedded(data);
    expect(text).not.toMatch(/[<\u2028\u2029]/u);
    expect(JSON.parse(text)).toEqual(data);
  });

  test('shows what would not be seen, and leaves it where it is', () => {
    expect(markupOf(seen('甲\u202e乙\u001b'))).toBe(
      '甲<bdi class="x" data-x="RLO">\u202e</bdi>乙<bdi class="x" data-x="␛">\u001b</bdi>',
    );
    expect(seen('一\t二\r\n')).toBe('一\t二\r\n');
    expect(spelled('甲\u202e')).toBe('甲\\u{202e}');
  });
});

describe('a page', () => {
  const html = pageFile({ lang: 'zh', rules: [], other: null, index: null, entries }, ['<article></article>'], stub);

  test('allows its own script and style by their hashes, and nothing else', () => {
    expect(policyOf(stub)).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; /u,
    );
    expect(policyOf(stub)).not.toMatch(/unsafe|https?:|\*/u);
    expect(html).toContain(`content="${policyOf(stub)}"`);
  });

  test('carries its entries, and is the same every time', () => {
    expect(reportIn(html).entries).toEqual(JSON.parse(JSON.stringify(entries)));
    expect(pageFile(reportIn(html), ['<article></article>'], stub)).toBe(html);
  });

  test('is one file while all fits; else pages and an index of them all', async () => {
    const given = async function* () {
      yield* entries;
    };
    const files = async (mostBytes: number): Promise<ReportFile[]> => {
      const found: ReportFile[] = [];
      const options = { lang: 'en', other: null, rules: [], mostBytes } as const;
      for await (const file of reportFiles(given(), options, stub)) found.push(file);
      return found;
    };
    const [one, ...more] = await files(1e6);
    expect([one?.name, more]).toEqual([null, []]);
    const many = await files(100);
    expect(many.map(({ name }) => name)).toEqual(['part-001.html', 'part-002.html', 'part-003.html', 'index.html']);
    const index = reportIn(many.at(-1)?.html as string);
    expect(index.entries.map(({ part, source, key }) => [part, source, key])).toEqual(
      entries.map(({ key }, i) => [`part-00${i + 1}.html`, null, key]),
    );
    expect(index.entries[0]?.values.officials[0]?.titles[0]?.text).toBe('市水务局局长');
    expect(reportIn(many[1]?.html as string).index).toBe('index.html');
  });
});

describe('the script of a page', () => {
  const modules: Readonly<Record<string, string>> = {
    main: "import { twice } from './a-b.js';\nimport { NAME } from './c.js';\nglobalThis.said = twice(NAME);\n",
    'a-b': "import { JOIN } from './c.js';\nconst LOCAL = 1;\nexport const twice = (x) => x + JOIN + x;\n",
    c: "const LOCAL = 2;\nexport const NAME = 'n';\nexport function half() {}\nexport const JOIN = '-';\n",
  };

  test('is its modules in one, each in a scope of its own', () => {
    const context = { said: '' };
    const script = joined((name) => modules[name] as string, 'main');
    expect(script).not.toMatch(/^(?:import|export) /mu);
    new Script(script).runInNewContext(context);
    expect(context.said).toBe('n-n');
  });
});

describe('an address', () => {
  test('goes there and back', () => {
    const address = { r: 'news/a b&c=d#.txt', f: 'officials.0.titles.1', q: '会议 "x"' };
    expect(addressTo(address)).toMatch(/^#r=news\/a%20b%26c%3Dd%23\.txt&f=officials\.0\.titles\.1&q=/u);
    expect(readAddress(addressTo(address))).toEqual(address);
    expect(readAddress('#__proto__=1&x=2&r=%zz')).toEqual({ r: '%zz' });
    expect(() => addressTo({ q: '\ud800' })).not.toThrow();
  });

  test('finds a record by its key, its id, its path, or the name by which gold knows it', () => {
    for (const r of ['news/a.txt', first.id, 'a.txt', 'a']) expect(entryAt(entries, r)).toBe(first);
    expect(entryAt(entries, 'c')).toBe(third);
    expect(entryAt(entries, 'nobody')).toBeUndefined();
  });
});

describe('the list', () => {
  const kept = (address: Parameters<typeof fits>[2]): readonly (string | null)[] =>
    entries.filter((one) => fits(one, () => searchedOf(one), address)).map(({ path }) => path);

  test('is filtered by words, gaps, days, places and people', () => {
    expect(kept({})).toHaveLength(3);
    expect(kept({ q: '水利 江一帆' })).toEqual(['news/b.txt']);
    expect(kept({ person: '江一帆' })).toEqual(['news/a.txt', 'news/b.txt']);
    expect(kept({ from: '2024-07-03', to: '2024-08-01' })).toEqual(['news/a.txt']);
    expect(kept({ finding: 'date-unknown-year' })).toEqual(['gold/c/article.txt']);
    expect(kept({ missing: 'workPlan' })).toHaveLength(3);
    expect(kept({ missing: 'officials' })).toEqual([]);
    expect(kept({ place: '市水务局' })).toEqual(['news/a.txt']);
    expect(kept({ differs: '1' })).toEqual([]);
  });
});

describe('people and days', () => {
  test('a person has the titles with the days on which they were said', () => {
    const [person] = peopleIn(entries);
    expect(person?.name).toBe('江一帆');
    expect(person?.appearances.map(({ day }) => day)).toEqual(['2024-07-02', '2024-09-05']);
    expect(person?.titles).toEqual([
      { text: '市水务局局长', first: '2024-07-02', last: '2024-07-02' },
      { text: '副市长', first: '2024-09-05', last: '2024-09-05' },
    ]);
  });

  test('a meeting stands at each of its days, and is counted once', () => {
    const calendar = calendarOf(entries);
    expect([...calendar.byDay.keys()]).toEqual(['2024-07-02', '2024-07-03', '2024-09-05']);
    expect(calendar.years).toEqual([['2024', 2]]);
    expect(meetingsIn(calendar, '2024')).toEqual([first, second]);
    expect(calendar.vague).toEqual([third]);
  });
});

describe('a comparison', () => {
  const record = extract(FIRST, { path: 'news/a.txt' });

  test('of a record with itself finds nothing', () => {
    const { contrasts, same, missing } = comparer([record])(record);
    expect({ contrasts, missing }).toEqual({ contrasts: [], missing: false });
    expect(same).toBeGreaterThan(4);
  });

  test('tells what differs by field, on either side', () => {
    const gold = {
      id: 'a',
      meeting: { name: '江城市防汛工作会议' },
      date: { start: '2024-07-02', end: null },
      outlet: '江城日报',
    };
    const found = comparisonOf(record, gold).contrasts;
    expect(found.find(({ field }) => field === 'date')).toMatchObject({
      here: '2024-07-02 — 2024-07-03',
      there: '2024-07-02',
    });
    expect(found.find(({ field }) => field === 'outlet')).toMatchObject({ here: null, there: '江城日报' });
    expect(found.find(({ field }) => field === 'officials')).toMatchObject({ label: '江一帆', there: null });
    expect(found.filter(({ field }) => field === 'meeting')).toEqual([]);
    expect(comparer([gold])(record).missing).toBe(false);
    expect(comparer([{ ...gold, id: 'z' }])(record).missing).toBe(true);
  });
});

describe('the interface', () => {
  test('speaks both languages, and leaves names that it does not know', () => {
    expect(sayIn('zh')('mendsOf', 3)).toBe('3 处');
    expect(sayIn('en')('mendsOf', 3)).toBe('3 places');
    expect(sayName(sayIn('zh'), 'role', 'host')).toBe('主持');
    expect(sayName(sayIn('zh'), 'repair', '__proto__')).toBe('__proto__');
  });

  test('says in Chinese why a day was computed', () => {
    expect(sayBecause('zh', 'year from 2024年以来')).toBe('年取自“2024年以来”');
    expect(sayBecause('zh', 'month and day from the dateline, year from the published date')).toBe(
      '月、日取自电头，年取自发布日期',
    );
    expect(sayBecause('zh', 'traditional calendar, year from 2007年')).toBe('农历，年取自“2007年”');
    expect(sayBecause('en', 'year from 2024年')).toBe('year from 2024年');
  });
});
