import { createHash } from 'node:crypto';
import type { Assets } from './assets.ts';
import { embedded, escaped, markupOf } from './markup.ts';
import { articleText, headOf, valuesView } from './page/article-view.ts';
import { meetingRow } from './page/calendar-view.ts';
import { type Attributes, type Content, h, type Tree } from './page/element.ts';
import { sealView } from './page/frame-view.ts';
import type { Entry, Report } from './page/report-data.ts';
import { sayIn } from './page/words.ts';

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What a page may do: run the one script and use the one style sheet that its hashes name, and nothing else. It loads
 * nothing, sends nothing, and no script of it can turn a string into HTML.
 */
export const policyOf = ({ script, style }: Assets): string =>
  [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Links that lead to views which only scripts draw. */
const LIVING: ReadonlySet<unknown> = new Set(['here', 'to-person']);

/** Content without what only scripts make use of: buttons, links into a living page, places of values. */
function stilled(content: Content): Content {
  if (content === null || typeof content === 'string') return content;
  if (!('tag' in content)) return content.map(stilled);
  const { tag, attributes } = content;
  if (LIVING.has(attributes.class)) return null;
  const kept = Object.entries(attributes).filter(
    ([name]) => !/^(?:data-[vf]|aria-pressed|tabindex|title)$/u.test(name),
  );
  if (tag !== 'button') return h(tag, Object.fromEntries(kept), ...content.content.map(stilled));
  const still: Attributes = { class: attributes.class ?? null };
  return h('div', still, ...content.content.map(stilled));
}

/** An entry for readers without scripts. */
export function staticEntry(entry: Entry, report: Pick<Report, 'lang' | 'rules'>): string {
  const say = sayIn(report.lang);
  return `${markupOf(
    stilled(
      h(
        'article',
        { class: 'article', id: `r=${entry.key}` },
        headOf(entry, report.lang),
        h(
          'div',
          { class: 'both' },
          h('div', { class: 'paper' }, articleText(entry, 'restored', report, say), original(entry, report)),
          valuesView(entry, report.lang),
        ),
      ),
    ),
  )}\n`;
}

/** The source, where restoring changed it. */
function original(entry: Entry, report: Pick<Report, 'lang' | 'rules'>): Tree | null {
  if (entry.source === null || entry.source.changes.length === 0) return null;
  const say = sayIn(report.lang);
  return h('details', { class: 'mends' }, h('summary', {}, say('source')), articleText(entry, 'source', report, say));
}

/** One page, whole. `articles` has the static form of each entry; none is needed for an index. */
export function pageFile(report: Report, articles: readonly string[], assets: Assets): string {
  const say = sayIn(report.lang);
  const title = `${say('name')} · ${report.entries.length}`;
  const still = h(
    'div',
    { class: 'still' },
    h('header', { class: 'top' }, sealView(say)),
    h('p', { class: 'quiet' }, say('noScript')),
    h('ol', { class: 'appearances' }, ...report.entries.map(meetingRow)),
  );
  return `<!DOCTYPE html>
<html lang="${report.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="huiyao">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${assets.style}</style>
</head>
<body>
<script type="application/json" id="report">${embedded(report)}</script>
<script>${assets.script}</script>
<noscript>
${markupOf(still)}
${articles.join('')}</noscript>
</body>
</html>
`;
}

/** About how many bytes an entry adds to a page, beside its static form. */
export const weightOf = (entry: Entry): number => Buffer.byteLength(embedded(entry));
