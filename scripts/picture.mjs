// Takes the picture of the README: the page that huiyao view makes of the fixtures, at the meeting of one article. Build
// first; CHROMIUM names the browser, and fonts for Chinese must be installed.
//
//   node scripts/picture.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { needChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SHOWN = '#r=federation-plenary-annotated&f=date';

const executablePath = needChromium();

const folder = mkdtempSync(join(tmpdir(), 'huiyao-picture-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const report = join(folder, 'report.html');
  const articles = ['view', 'fixtures/articles', '--exclude', 'note.md', '-o', report, '-q'];
  execFileSync(process.execPath, [join(root, 'bin/huiyao.js'), ...articles], { cwd: root });
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await page.goto(`${pathToFileURL(report).href}${SHOWN}`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(root, 'docs/view.png') });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
