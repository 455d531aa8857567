import type { Report } from '../../src/view/page/report-data.ts';

/** The data that a page carries. */
export function reportIn(html: string): Report {
  const open = '<script type="application/json" id="report">';
  const start = html.indexOf(open) + open.length;
  return JSON.parse(html.slice(start, html.indexOf('</script>', start))) as Report;
}
