// The notices that the licences of bundled packages ask for: who made each, and the licence in its own words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What every licence of that name says, for packages that name theirs and carry no text of it. */
const TEXTS = {
  // This program's own, from where the name of its authors ends.
  MIT: () => /Permission is hereby granted.*/su.exec(readFileSync(at('LICENSE'), 'utf8'))[0],
  'Apache-2.0': () => readFileSync(at('node_modules/opencc-js/LICENSES/Apache-2.0.txt'), 'utf8'),
};

/** The texts of a package that are about its licence, in the order of their names. */
const licencesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|notice|copying|third.party)/iu.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());

function noticeOf({ name, version, license, folder }) {
  const own = licencesIn(folder);
  const { author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const maker = typeof author === 'string' ? author : author?.name;
  const home = (typeof repository === 'string' ? repository : repository?.url)?.replace(/^git\+|\.git$/gu, '');
  if (own.length === 0 && (TEXTS[license] === undefined || maker === undefined)) {
    throw new Error(`${name} has no text of its licence (${license})`);
  }
  const texts = own.length > 0 ? own : [`Copyright (c) ${maker}`, TEXTS[license]().trim()];
  const from = home === undefined ? '' : `, from ${home}`;
  return `## ${name} ${version}\n\n${license}${from}\n\n\`\`\`\`text\n${texts.join('\n\n')}\n\`\`\`\`\n`;
}

/** The text of THIRD-PARTY-NOTICES.md for the packages of a bundle. */
export const notices = (packages) =>
  `# Third-party notices\n\nThe program carries code and data of these packages. Their licences ask that they are named.\n\n${packages.map(noticeOf).join('\n')}`;
