import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';
import { extract, restore } from '../../src/index.ts';
import { type Entry, restoredText } from '../../src/view/page/report-data.ts';
import { reportIn } from './report-in.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (chromiumPath === undefined) {
  process.stderr.write(
    '\n!!! NO CHROMIUM: the report page is NOT tested in a browser. Install it, or set CHROMIUM.\n\n',
  );
}

/** Milliseconds: a machine with much else to do is no reason to fail. */
const SLOW = 120_000;
const SOON = { timeout: 20_000 };

let folder: string;
let browser: Browser;

/** Runs `huiyao view` and gives the file that it wrote. */
function view(name: string, ...args: readonly string[]): string {
  const file = join(folder, name);
  const call = [join(root, 'bin/huiyao.js'), 'view', ...args, '-o', file, '--lang', 'zh'];
  const { status, stderr } = spawnSync(process.execPath, call, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return file;
}

/** What must not happen on a page, and what did. */
interface Watch {
  readonly page: Page;
  /** Requests beside that for the page itself. */
  readonly requests: string[];
  /** Violations of the content policy, errors of scripts, dialogs. */
  readonly trouble: string[];
  /** What a script of an article left behind; undefined when none ran. */
  readonly pwned: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

type Options = Parameters<Browser['newContext']>[0];

async function open(file: string, hash = '', options: Options = {}): Promise<Watch> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== pathToFileURL(file).href) requests.push(request.url());
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/u.test(message.text())) trouble.push(message.text());
  });
  await page.goto(pathToFileURL(file).href + hash);
  const pwned = (): Promise<unknown> => page.evaluate(() => (globalThis as { pwned?: unknown }).pwned);
  return { page, requests, trouble, pwned, close: () => context.close() };
}

/** Goes to a place of the page, and waits until it is drawn. */
const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate(async (to) => {
    if (location.hash === to) return;
    const drawn = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = to;
    await drawn;
  }, hash);

const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.main .text')?.textContent ?? '');

/** The article of an entry, read anew from its file. */
function articleOf({ path, line }: Entry) {
  const content = readFileSync(join(root, path as string));
  if (line === null) return restore(content, { path });
  const { text } = JSON.parse(content.toString().split('\n')[line - 1] as string) as { text: string };
  return restore(text, { format: undefined });
}

/** The entries of a page whose text there, on one side or the other, is not that of their article. */
async function strayTexts(page: Page, file: string): Promise<string[]> {
  const entries = reportIn(readFileSync(file, 'utf8')).entries.filter(({ source }) => source !== null);
  const texts = await page.evaluate(
    async (places) => {
      const found: [restored: string, source: string][] = [];
      for (const place of places) {
        if (location.hash !== place) {
          const drawn = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
          location.hash = place;
          await drawn;
        }
        const textOn = (side: string): string => {
          document.querySelector<HTMLElement>(`.sides [data-side=${side}]`)?.click();
          return document.querySelector('.main .text')?.textContent ?? '';
        };
        found.push([textOn('restored'), textOn('source')]);
      }
      return found;
    },
    entries.map(({ key }) => `#r=${encodeURIComponent(key)}`),
  );
  return entries.flatMap((entry, i) => {
    const { clean, text } = articleOf(entry);
    const [restored, source] = texts[i] as [string, string];
    return [
      ...(restored === clean ? [] : [`${entry.path} restored`]),
      ...(source === text ? [] : [`${entry.path} as it was`]),
    ];
  });
}

const ALLOWED =
  'a article aside b bdi body button datalist dd del details dialog div dl dt footer form h1 h2 h3 head header html i input ins kbd label li link main meta nav noscript ol option p q script section select small span style summary table tbody td th thead time title tr ul';

/** Elements that the page has no business with, and handlers, styles or addresses that lead out. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate((allowed) => {
    const names = new Set(allowed.split(' '));
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const own = [...element.attributes].filter(
        ({ name, value }) =>
          name.startsWith('on') ||
          name === 'style' ||
          name === 'src' ||
          (name === 'href' && !/^(?:#|data:,$|(?:part-\d+|index)\.html)/u.test(value)),
      );
      return [
        ...(names.has(element.localName) ? [] : [element.localName]),
        ...own.map(({ name, value }) => `${element.localName} ${name}=${value}`),
      ];
    });
  }, ALLOWED);

/** A record whose every word is hostile, of an article that nobody has. */
function hostileRecord(): unknown {
  const bad = '</script><script>window.pwned="record"</script><img src=x onerror=window.pwned=1>\u202e\u001b[31m';
  const record = extract(
    '江城市召开防汛会议\n7月2日，江城市防汛会议在市水务局召开。局长江一帆主持会议。一是看住水；二是看住堤。',
  );
  const worsen = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      return ['schema', 'id', 'sha256', 'certainty', 'mode', 'kind', 'severity', 'published'].includes(key)
        ? value
        : bad;
    }
    if (Array.isArray(value)) return value.map((one) => (key === 'roles' ? one : worsen(one, key)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, worsen(inner, name)]));
  };
  const worse = worsen(record, '') as { document: Record<string, unknown> };
  const repairs = JSON.parse(`{"__proto__": 3, "constructor": true, ${JSON.stringify(bad)}: 2}`);
  return { ...worse, document: { ...worse.document, path: `/nowhere/${bad}`, title: bad, id: bad, repairs } };
}

describe.skipIf(chromiumPath === undefined)('the report page in Chromium', () => {
  let fixtures: string;
  let hostile: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyao-view-'));
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] });
    const records = join(folder, 'hostile.jsonl');
    writeFileSync(records, `${JSON.stringify(hostileRecord())}\n`);
    hostile = view('hostile.html', 'fixtures/hostile', records, '--exclude', 'README.md', '--compare', records);
    const notes = ['note.md', 'clean.txt'].flatMap((name) => ['--exclude', name]);
    fixtures = view('fixtures.html', 'fixtures/articles', 'fixtures/pages', 'fixtures/damage', ...notes);
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('hostile articles are text on every view: nothing runs, nothing is asked for, nothing is violated', async () => {
    const { page, requests, trouble, pwned, close } = await open(hostile);
    expect(reportIn(readFileSync(hostile, 'utf8')).entries.length).toBeGreaterThanOrEqual(11);
    expect(await strayTexts(page, hostile)).toEqual([]);
    for (const { key } of reportIn(readFileSync(hostile, 'utf8')).entries) {
      await go(page, `#r=${encodeURIComponent(key)}`);
      expect(await strangers(page)).toEqual([]);
    }
    for (const place of [
      '#v=people',
      '#v=calendar',
      '#v=compare',
      '#q=<script>',
      '#person=__proto__',
      '#r=__proto__',
    ]) {
      await go(page, place);
      expect(await strangers(page)).toEqual([]);
    }
    await page.locator('.to-lang').click();
    expect(await pwned()).toBeUndefined();
    expect({ requests, trouble }).toEqual({ requests: [], trouble: [] });
    await close();
  });

  test('hostile articles are text without scripts, too', async () => {
    const { page, requests, trouble, close } = await open(hostile, '', { javaScriptEnabled: false });
    expect(await page.title()).toMatch(/^会要 · \d+$/u);
    expect(await page.locator('.text script, .text img, .text iframe, iframe, img, object').count()).toBe(0);
    expect({ requests, trouble }).toEqual({ requests: [], trouble: [] });
    await close();
  });

  test('the watch sees what an unsafe page does', async () => {
    const page = readFileSync(hostile, 'utf8');
    const raw = readFileSync(join(root, 'fixtures/hostile/script-end.txt'), 'utf8');
    const unsafe = join(folder, 'unsafe.html');
    // No escaping and no policy, as pages are made by hand: scripts run.
    writeFileSync(
      unsafe,
      `<!DOCTYPE html><meta charset=utf-8><main class="main"><div class="text">${raw}</div></main>`,
    );
    const one = await open(unsafe);
    await expect.poll(one.pwned, SOON).toBeDefined();
    expect(await strangers(one.page)).not.toEqual([]);
    expect(await textOf(one.page)).not.toBe(raw);
    await one.close();
    // With the policy, what leaks in is stopped and told.
    const leaking = join(folder, 'leaking.html');
    const leak = '<script>window.pwned=1</script><img src="http://example.invalid/x.png" onerror="window.pwned=2">';
    writeFileSync(leaking, page.replace('</body>', `${leak}</body>`));
    const other = await open(leaking);
    await expect.poll(() => other.trouble.length, SOON).toBeGreaterThanOrEqual(2);
    expect(await other.pwned()).toBeUndefined();
    const sink = await other.page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>';
        return 'written';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(sink).toBe('TypeError');
    await other.close();
  });

  test('controls that turn text around are shown, and turn nothing', async () => {
    const { page, close } = await open(hostile, '#r=bidi');
    await page.locator('.sides [data-side=source]').click();
    const marks = await page.locator('.text .x').evaluateAll((all) => all.map((one) => one.getAttribute('data-x')));
    expect(marks).toEqual(expect.arrayContaining(['RLO', 'PDF', 'RLI', 'PDI', 'LRO', 'RLM', 'LRI', 'ZWSP', 'BOM']));
    const order = await page.evaluate(() => {
      const line = [...document.querySelectorAll('.text p')].find((one) => one.textContent?.includes('甲')) as Element;
      const places: number[] = [];
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (let i = 0; i < (node.nodeValue ?? '').length; i++) {
          if (!/\p{Script=Han}/u.test(node.nodeValue?.[i] ?? '')) continue;
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          places.push(range.getBoundingClientRect().left);
        }
      }
      return places;
    });
    expect(order).toHaveLength(10);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    await close();
  });

  test('the text on the page is the text of the article, as it was and as restored, for every fixture', async () => {
    const { page, requests, trouble, close } = await open(fixtures);
    expect(await strayTexts(page, fixtures)).toEqual([]);
    expect({ requests, trouble }).toEqual({ requests: [], trouble: [] });
    await close();
  });

  test('without scripts every article is there in full', async () => {
    const { page, close } = await open(fixtures, '', { javaScriptEnabled: false });
    const texts = await page
      .locator('article > .both > .paper > .text')
      .evaluateAll((all) => all.map((one) => one.textContent));
    const { entries } = reportIn(readFileSync(fixtures, 'utf8'));
    expect(texts).toEqual(entries.map(({ source }) => (source === null ? '' : restoredText(source))));
    await close();
  });

  test('a value lights its words, words light their values, and a link leads to either', async () => {
    const { page, trouble, close } = await open(fixtures, '#r=federation-plenary-annotated&f=date');
    const lit = (selector: string): Promise<string[]> =>
      page.locator(`${selector}.lit`).evaluateAll((all) => all.map((one) => one.getAttribute('data-v') ?? ''));
    const words = (): Promise<string> =>
      page.locator('.text .u.lit').evaluateAll((all) => all.map((one) => one.textContent).join(''));
    expect(await lit('.value')).toEqual(['date']);
    expect(await words()).toBe('11月8日至9日2024年以来');
    expect(await page.locator('.f-date .chain').textContent()).toBe('11月8日至9日+2024年以来→2024-11-08 — 2024-11-09');
    await page.locator('.value[data-v="officials.1"] .pick').click();
    expect(page.url()).toMatch(/&f=officials\.1$/u);
    expect(await words()).toContain('素云');
    await page.locator('.text .u', { hasText: '出席' }).first().click();
    expect(await lit('.value')).toContain('officials.0');
    await page.keyboard.press('Escape');
    expect(await lit('.value')).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });

  test('search and filters leave what fits, keys lead on, and the language changes', async () => {
    const { page, trouble, close } = await open(fixtures);
    const rows = page.locator('.rows > li:not([hidden])');
    const all = await rows.count();
    await page.keyboard.press('/');
    await page.keyboard.type('阮承志');
    expect(await rows.count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.headline').textContent(), SOON).toBe('福建省侨联十一届五次全委(扩大)会议');
    await page.locator('.filters summary').click();
    await page.locator('.clear').click();
    expect(await rows.count()).toBe(all);
    await page.locator('[name=missing]').selectOption('date');
    const undated = await rows.count();
    expect(undated).toBeGreaterThan(0);
    expect(undated).toBeLessThan(all);
    await page.locator('[name=missing]').selectOption('');
    await page.locator('[name=from]').fill('2024-01-01');
    await page.locator('[name=to]').fill('2024-12-31');
    const days = await rows.locator('.facts > span:first-child').allTextContents();
    expect(days.length).toBeGreaterThan(3);
    expect(days.filter((day) => !day.startsWith('2024'))).toEqual([]);
    await page.locator('.main').click({ position: { x: 5, y: 5 } });
    const first = await page.locator('.row[aria-current]').count();
    await page.keyboard.press('j');
    await expect.poll(() => page.url(), SOON).toContain('#r=');
    expect(first).toBeLessThanOrEqual(1);
    await page.keyboard.press('n');
    expect(await page.locator('.value.lit').count()).toBeGreaterThan(0);
    await page.locator('.to-lang').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('nav a[data-view=people]').textContent()).toBe('People');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    expect(trouble).toEqual([]);
    await close();
  });

  test('people and days lead to their articles', async () => {
    const { page, trouble, close } = await open(fixtures, '#v=people');
    await page.locator('.find').fill('阮承志');
    await page.locator('.person').first().click();
    await expect.poll(() => page.locator('.one-person .headline').textContent(), SOON).toBe('阮承志');
    await page.locator('.one-person .appearances a').first().click();
    await expect.poll(() => page.locator('.value.lit').count(), SOON).toBeGreaterThan(0);
    await go(page, '#v=calendar&from=2024-01-01&to=2024-12-31');
    expect(await page.locator('.month').count()).toBe(12);
    await page.locator('a.day-of').first().click();
    await expect.poll(() => page.locator('.rows > li:not([hidden])').count(), SOON).toBeGreaterThan(0);
    expect(trouble).toEqual([]);
    await close();
  });

  test('a narrow screen has nothing beside it, in light and in dark, and text stands out enough', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await open(fixtures, '', { viewport: { width: 375, height: 800 }, colorScheme });
      for (const place of ['', '#r=federation-plenary-annotated', '#v=people', '#v=calendar', '#v=people&p=阮承志']) {
        if (place !== '') await go(page, place);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(375);
        expect(await page.evaluate(faint), `${colorScheme} ${place}`).toEqual([]);
      }
      await close();
    }
  });

  test('a report too large for one page is a folder with an index that leads into its pages', async () => {
    const file = join(folder, 'many.html');
    view('many.html', 'fixtures/articles', '--exclude', 'note.md', '--max-page-size', '300kB');
    expect(existsSync(file)).toBe(false);
    const index = join(folder, 'many/index.html');
    const { page, requests, trouble, close } = await open(index);
    const rows = page.locator('.row');
    expect(await rows.count()).toBe(63);
    await rows.last().click();
    await page.waitForURL(/part-\d+\.html#r=/u);
    expect(await page.locator('.text').count()).toBe(1);
    await page.locator('.to-index').click();
    await page.waitForURL(/index\.html/u);
    expect(requests.every((url) => /\/many\/(?:part-\d+|index)\.html/u.test(url))).toBe(true);
    expect(trouble).toEqual([]);
    await close();
  });

  test('on paper there are the text and the values, and no controls', async () => {
    const { page, close } = await open(fixtures, '#r=federation-plenary-annotated');
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.side', '.top', '.tools'])
      expect(await page.locator(selector).first().isVisible()).toBe(false);
    expect(await page.locator('.text').first().isVisible()).toBe(true);
    expect(await page.locator('.values').isVisible()).toBe(true);
    await close();
  });
});

/** Texts whose contrast with what is behind them is below 4.5. Runs in the page. */
function faint(): string[] {
  const canvas = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const paint = (colours: readonly string[]): [number, number, number] => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  };
  const luminance = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
    if (!hasText || !element.checkVisibility({ contentVisibilityAuto: true })) continue;
    const behind: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      behind.unshift(getComputedStyle(at).backgroundColor);
    const back = paint(behind);
    const front = paint([...behind, getComputedStyle(element).color]);
    const [low = 0, high = 0] = [luminance(back), luminance(front)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) found.add(`${element.localName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...found];
}
