import { existsSync } from 'node:fs';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of the browser that the report page is tried in: what CHROMIUM names, or one that is installed. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

/** As `chromiumPath`. @throws when there is none. */
export function needChromium() {
  if (chromiumPath === undefined) throw new Error('no Chromium: install it, or set CHROMIUM');
  return chromiumPath;
}
