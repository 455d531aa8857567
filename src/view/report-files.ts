import type { Assets } from './assets.ts';
import { lightly } from './entry.ts';
import type { Entry, Report } from './page/report-data.ts';
import { pageFile, staticEntry, weightOf } from './page-file.ts';

/** A page of a report: its name in the folder of the report, null for a report that is one page. */
export interface ReportFile {
  readonly name: string | null;
  readonly html: string;
}

/** What holds for all pages of a report. */
export interface ReportOptions {
  readonly lang: Report['lang'];
  /** What the records are compared with; null for nothing. */
  readonly other: string | null;
  /** The rules named so far: entries refer to them, and each page carries them. */
  readonly rules: Report['rules'];
  /** Most bytes of one page; a single entry that is larger stands on a page of its own. */
  readonly mostBytes: number;
}

/**
 * The pages of a report, in the order in which they can be written: one page while all of it fits, else pages of entries
 * (`part-001.html` …) and, last, `index.html` with the list, the people and the calendar of them all. Memory holds one page,
 * and of every entry what the index tells of it. No entry, no page.
 */
export async function* reportFiles(
  entries: AsyncIterable<Entry>,
  options: ReportOptions,
  assets: Assets,
): AsyncGenerator<ReportFile> {
  const { lang, other, rules, mostBytes } = options;
  const light: Entry[] = [];
  let whole: Entry[] = [];
  let articles: string[] = [];
  let [bytes, parts] = [0, 0];
  const part = (): ReportFile => {
    const name = `part-${String(++parts).padStart(3, '0')}.html`;
    const report: Report = { lang, other, rules, index: 'index.html', entries: whole };
    for (const entry of whole) light.push(lightly(entry, name));
    const html = pageFile(report, articles, assets);
    whole = [];
    articles = [];
    bytes = 0;
    return { name, html };
  };
  for await (const entry of entries) {
    const article = staticEntry(entry, { lang, rules });
    const weight = weightOf(entry) + Buffer.byteLength(article);
    if (whole.length > 0 && bytes + weight > mostBytes) yield part();
    whole.push(entry);
    articles.push(article);
    bytes += weight;
  }
  if (parts === 0) {
    if (whole.length === 0) return;
    yield { name: null, html: pageFile({ lang, other, rules, index: null, entries: whole }, articles, assets) };
    return;
  }
  if (whole.length > 0) yield part();
  yield { name: 'index.html', html: pageFile({ lang, other, rules, index: null, entries: light }, [], assets) };
}
