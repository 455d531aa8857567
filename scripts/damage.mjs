// The ways in which mirrors, editors and decoders damage Chinese text, each as a function that a seed makes repeatable.
// They share no code with the rules that undo them. The tests and the metamorphic command use the same ones.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Converter } = require('opencc-js/cn2t');
const { polyphonic } = require('pinyin-pro');

/** A row of numbers below 1 that depends on the seed alone (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** GBK both ways, by the decoder of the runtime: the bytes of a character, and the character of two bytes. */
const codes = new Map();
const characters = new Map();
{
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === '\uFFFD') continue;
      characters.set((lead << 8) | trail, character);
      if (!codes.has(character)) codes.set(character, (lead << 8) | trail);
    }
  }
}

const readings = new Map();

/** Every reading of a character that has a tone. */
function readingsOf(character) {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const found = (polyphonic(character, { type: 'array' })[0] ?? [])
    .map((reading) => reading.normalize('NFC'))
    .filter((reading) => /[^a-zü]/u.test(reading));
  readings.set(character, found);
  return found;
}

const isHan = (character) => character >= '\u4e00' && character <= '\u9fff';

const converters = ['t', 'tw', 'hk'].map((to) => Converter({ from: 'cn', to }));

/** Converts a text to traditional characters by words, as the mainland, Taiwan or Hong Kong writes them. */
export const toTraditional = (text, seed) => converters[seed % 3](text);

/** Converts a text to traditional characters one by one, as the converters of old sites do. */
export const toTraditionalOneByOne = (text) => [...text].map((character) => converters[0](character)).join('');

/** How an annotation is written: plain, with tone marks of their own, in full-width brackets, with a space inside. */
const STYLES = [
  (reading) => `(${reading})`,
  (reading) => `(${reading.normalize('NFD')})`,
  (reading) => `（${reading}）`,
  (reading) => `( ${reading} )`,
  (reading) => `(${reading.replaceAll('a', 'ɑ').replaceAll('g', 'ɡ')})`,
];

/** The characters that a mirror annotates, two in three of those in the text, each with one of its readings. */
function annotated(text, seed) {
  const random = randomFrom(seed);
  const found = new Map();
  for (const character of new Set(text)) {
    const dice = random();
    if (!isHan(character) || dice >= 0.66) continue;
    const all = readingsOf(character);
    if (all.length > 0) found.set(character, all[Math.floor((dice / 0.66) * all.length)]);
  }
  return found;
}

const annotateAs = (text, seed, style) => {
  const chosen = annotated(text, seed);
  return [...text]
    .map((character) => (chosen.has(character) ? character + style(chosen.get(character)) : character))
    .join('');
};

/** Puts a reading behind every occurrence of some characters: 聯(lián). */
export const annotate = (text, seed) => annotateAs(text, seed, STYLES[0]);

/** The same, as other mirrors write the brackets and the tone marks. */
export const annotateOtherwise = (text, seed) => annotateAs(text, seed, STYLES[1 + (seed % (STYLES.length - 1))]);

/** What most mirrors do: traditional characters, then readings behind some of them. */
export const annotateTraditional = (text, seed) => annotate(toTraditionalOneByOne(text), seed);

/** What decoders leave for a byte that an annotation broke off. */
export const leavings = ['?', '\uFFFD(', '\uFFFD', '', '('];

/**
 * Annotates the bytes of GBK text with a plain byte search, for characters that occur in the text and for those that only
 * the search sees; then decodes, leaving `leaving` for a broken pair.
 */
export function annotateBytes(text, chosen, leaving) {
  /** A byte, or the inserted text behind one. */
  let row = [];
  for (const character of text) {
    const code = codes.get(character);
    if (character < '\x80') row.push(character.charCodeAt(0));
    else if (code === undefined) row.push(character);
    else row.push(code >> 8, code & 0xff);
  }
  for (const [character, reading] of chosen) {
    const code = codes.get(character);
    const after = [];
    for (let i = 0; i < row.length; i++) {
      after.push(row[i]);
      if (i > 0 && row[i - 1] === code >> 8 && row[i] === (code & 0xff)) after.push(`(${reading})`);
    }
    row = after;
  }
  let decoded = '';
  for (let i = 0; i < row.length; i++) {
    const byte = row[i];
    if (typeof byte === 'string') {
      decoded += byte;
      continue;
    }
    if (byte < 0x80) {
      decoded += String.fromCharCode(byte);
      continue;
    }
    const next = row[i + 1];
    if (typeof next === 'number' && next >= 0x40) {
      decoded += characters.get((byte << 8) | next) ?? '\uFFFD';
      i++;
    } else if (typeof next === 'string' && next.startsWith('(')) {
      decoded += leaving + next.slice(1);
      i++;
    } else {
      decoded += '\uFFFD';
    }
  }
  return decoded;
}

/** Characters that mirrors annotate; many of them lie across the boundary of two others somewhere. */
const MIRRORED = [
  ...'國時們開過個這說對無從務數發動電實與產點進業種見問題門間應現線義號處報導變認語讓運達還邊選標權質環體類聽論設評試請調課講護員責費車輪農連關陽階際險隨難雲領頭額顯風飛養館會議聯擴長書記黨組統戰紀檢監強',
];

/** What a mirror that searches bytes does to traditional text, with one of the leavings. */
export const annotateBytesLeaving = (leaving) => (text, seed) => {
  const traditional = toTraditionalOneByOne(text);
  const chosen = new Map(annotated([...traditional].filter((one, i) => one !== text[i]).join(''), seed));
  MIRRORED.forEach((one, i) => {
    if ((i * 7 + seed) % 3 > 0) chosen.set(one, readingsOf(one)[0]);
  });
  return annotateBytes(traditional, chosen, leaving);
};

const NAMED = new Map([
  ['“', 'ldquo'],
  ['”', 'rdquo'],
  ['·', 'middot'],
  ['—', 'mdash'],
  ['…', 'hellip'],
  ['&', 'amp'],
]);

/** Writes some characters as HTML entities: by name where there is one, else by number, decimal or hexadecimal. */
export const toEntities = (text, seed) => {
  const random = randomFrom(seed);
  return [...text]
    .map((character) => {
      const name = NAMED.get(character);
      if (name !== undefined) return `&${name};`;
      const dice = random();
      const point = character.codePointAt(0);
      if (point < 0x80 || dice > 0.1) return character;
      return dice > 0.05 ? `&#${point};` : `&#x${point.toString(16)};`;
    })
    .join('');
};

/** The same, escaped once or twice more on the way: &amp;ldquo; */
export const toEntitiesOfEntities = (text, seed) => {
  const once = toEntities(text, seed).replaceAll('&', '&amp;');
  return seed % 2 === 0 ? once : once.replaceAll('&', '&amp;');
};

/** Strews in characters that show nothing. */
export const strewInvisible = (text, seed) => {
  const random = randomFrom(seed);
  const unseen = ['\u200b', '\u200c', '\u200e', '\u202c', '\u2060', '\ufeff', '\u00ad'];
  return [...text]
    .map((character) => (random() < 0.1 ? character + unseen[Math.floor(random() * unseen.length)] : character))
    .join('');
};

const radicalOf = new Map();
for (let radical = 0x2f00; radical <= 0x2fd5; radical++) {
  const character = String.fromCharCode(radical);
  radicalOf.set(character.normalize('NFKC'), character);
}
for (const [standard, radical] of [
  '见\u2ec5',
  '长\u2ed3',
  '门\u2ed4',
  '民\u2ea0',
  '车\u2ecb',
  '西\u2ec4',
  '户\u2f3e',
]) {
  radicalOf.set(standard, radical);
}

/** Puts radicals for the characters that look like them, as text copied from PDF has them. */
export const toRadicals = (text) => [...text].map((character) => radicalOf.get(character) ?? character).join('');

/** Puts private characters where GBK of 1995 had no other: wide spaces before names, 䶮 and the like. */
export const toPrivateUse = (text) => text.replaceAll('\u3000', '\ue5e5').replaceAll('\u4dae', '\ue863');

/** Makes digits full-width. */
export const widen = (text) => text.replaceAll(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Makes digits and Latin letters full-width. */
export const widenAll = (text) =>
  text.replaceAll(/[0-9A-Za-z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Pads those of these names that have two characters to the width of three, wherever they stand in a list. */
export const padNames = (names) => (text) =>
  names
    .filter((name) => /^\p{Script=Han}{2}$/u.test(name))
    .reduce(
      (padded, name) =>
        padded.replaceAll(
          new RegExp(`(?<=^|[、，,：:（(\\n])${name}(?=[、，,。；;：:（()）\\n]|$)`, 'gu'),
          `${name[0]}\u3000${name[1]}`,
        ),
      text,
    );

/** Reads the UTF-8 bytes of a text as GBK; a text that would lose bytes so comes back as it is. */
export const utf8AsGbk = (text) => {
  const wrong = utf8AsGbkWithLoss(text);
  return /\uFFFD/u.test(wrong) || [...wrong].some((character) => character.length > 1) ? text : wrong;
};

/** Reads the UTF-8 bytes of a text as GBK, whatever is lost. */
export const utf8AsGbkWithLoss = (text) => new TextDecoder('gb18030').decode(new TextEncoder().encode(text));

/** Reads the UTF-8 bytes of a text as Latin-1. */
export const utf8AsLatin = (text) => Buffer.from(text, 'utf8').toString('latin1');

/** Writes some characters as escapes of JSON or of old scripts: \\u4f1a, %u4F1A. */
export const toEscapes = (text, seed) => {
  const random = randomFrom(seed);
  const escaping = (code) => (seed % 2 === 0 ? `\\u${code}` : `%u${code.toUpperCase()}`);
  return [...text]
    .map((sign) => (isHan(sign) && random() < 0.3 ? escaping(sign.charCodeAt(0).toString(16)) : sign))
    .join('');
};

/** Puts a space behind every character of a line, as text taken out of PDF has them. */
export const spaceOut = (text) => text.replaceAll(/(?<=[^\r\n])(?=[^\r\n])/gu, ' ');

/** Puts the half-width marks of Japanese terminals for 。 and 、. */
export const narrowMarks = (text) => text.replaceAll('。', '｡').replaceAll('、', '､');

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Reads the UTF-8 bytes of a text as Windows-1252. */
export const utf8AsWindows = (text) =>
  utf8AsLatin(text).replaceAll(/[\u0080-\u009f]/gu, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]);

/** The bytes of a text in GBK; what GBK does not have is written as a browser writes it in a form, as an entity. */
export function toGbk(text) {
  const bytes = [];
  for (const character of text) {
    const code = codes.get(character);
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else if (code !== undefined) bytes.push(code >> 8, code & 0xff);
    else bytes.push(...new TextEncoder().encode(`&#${character.codePointAt(0)};`));
  }
  return Uint8Array.from(bytes);
}

/** Reads the GBK bytes of a text as Latin-1. */
export const gbkAsLatin = (text) => Buffer.from(toGbk(text)).toString('latin1');

/** The bytes of a text in UTF-16, in either order, with or without a mark. */
export function toUtf16(text, seed) {
  const bytes = Buffer.from((seed & 1 ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(seed & 2 ? bytes.swap16() : bytes);
}

/** Breaks every paragraph at a fixed width of `cells` half-width cells. */
export const wrapAt = (cells) => (text) =>
  text
    .split('\n')
    .flatMap((line) => wrapped(line, cells))
    .join('\n');

/** Breaks paragraphs at some fixed width, and sets them off by an empty line or by an indent. */
export const wrapParagraphs = (text, seed) => {
  const cells = 56 + (seed % 13) * 2;
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  if (seed % 2 === 0) return lines.map((line) => wrapped(line, cells).join('\n')).join('\n\n');
  return lines.map((line) => wrapped(`\u3000\u3000${line.trim()}`, cells).join('\n')).join('\n');
};

function wrapped(line, cells) {
  const lines = [];
  let current = '';
  let width = 0;
  for (const character of line) {
    const own = character.charCodeAt(0) >= 0x1100 ? 2 : 1;
    if (width + own > cells) {
      lines.push(current);
      current = '';
      width = 0;
    }
    current += character;
    width += own;
  }
  return [...lines, current];
}

/** Text as an editor writes it into a page: two spaces in a row would be one there. */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('  ', ' &nbsp;');
const MENU =
  '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw/">新闻中心</a></li><li><a href="/gk/">信息公开</a></li></ul>';
const AFTER =
  '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div><div class="related"><h3>相关阅读</h3><ul><li><a href="1.html">我市召开绿化工作会议</a></li><li><a href="2.html">我市举办书法展览</a></li></ul></div><div class="footer">版权所有：某市融媒体中心　技术支持：某公司</div>';

/** The frames that pages put around an article: lines of the text in, page out. */
const FRAMES = [
  (lines) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>正文</title></head><body>${MENU}<div id="zoom">${lines.map((line) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${line}</p>`).join('\n')}</div>${AFTER}</body></html>`,
  (lines) =>
    `<HTML><HEAD><TITLE>正文</TITLE></HEAD><BODY><TABLE width=760><TR><TD>${MENU}</TD></TR><TR><TD><FONT size=3>${lines.join('<BR><BR>\r\n')}</FONT></TD></TR></TABLE>${AFTER}</BODY></HTML>`,
  (lines) =>
    `<html><body><div class="rich_media_content" id="js_content" style="visibility: hidden;">${lines.map((line) => `<section><span style="font-size: 16px;">${line}</span></section>`).join('')}</div><script>var a = "<p>不是正文，这里是脚本。</p>";</script></body></html>`,
  (lines) =>
    `<html><body>${MENU}<div class="TRS_Editor">${lines.map((line) => `<p align="justify"><span>\u3000\u3000</span><span style="font-family: 仿宋">${line.slice(0, 7)}<o:p></o:p></span><!-- 正文 --><span>${line.slice(7)}</span></p>`).join('\n')}</div>${AFTER}</body></html>`,
  ([first, ...rest]) =>
    `<!doctype html><html><head><title>${first}_某某网</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script></head><body><header>${MENU}</header><main><article><h1>${first}</h1>${rest.map((line) => `<p>${line}</p>`).join('')}</article></main><aside><ul><li><a href="3">市领导调研重点项目，强调抓进度</a></li></ul></aside>${AFTER}</body></html>`,
  ([first, ...rest]) =>
    `<html><head><title>${first}</title></head><body><div id="wrap"><div class="left">${MENU}</div><div class="box"><div class="bt">${first}</div><div class="nr">${rest.map((line) => `<div>${line}</div>`).join('\n<div><br></div>\n')}</div></div></div>${AFTER}</body></html>`,
];

/** Puts an article into one of several pages. */
export const toPage = (text, seed) => {
  const lines = text
    .split('\n')
    .map((line) => escaped(line.trim()))
    .filter((line) => line !== '');
  // The last two take the first line for the headline.
  const hasHeadline = lines.length > 1 && lines[0].length <= 40 && !/[，。；：]/u.test(lines[0]);
  return FRAMES[seed % (hasHeadline ? FRAMES.length : FRAMES.length - 2)](lines);
};

/**
 * Every kind of damage by its name. `names` are the people of the article, for the kind that pads them.
 * A kind is lossy when it may destroy what no evidence brings back; the article then says so in a finding.
 */
export const damagesOf = (names) => ({
  'annotations, simplified': { damage: annotate, lossy: false },
  'annotations, other brackets and marks': { damage: annotateOtherwise, lossy: false },
  'annotations, traditional': { damage: annotateTraditional, lossy: false },
  'annotated bytes, leaving ?': { damage: annotateBytesLeaving('?'), lossy: true },
  'annotated bytes, leaving \\uFFFD(': { damage: annotateBytesLeaving('\uFFFD('), lossy: true },
  'annotated bytes, leaving \\uFFFD': { damage: annotateBytesLeaving('\uFFFD'), lossy: true },
  'annotated bytes, leaving nothing': { damage: annotateBytesLeaving(''), lossy: true },
  'traditional, by words': { damage: toTraditional, lossy: false },
  'traditional, one by one': { damage: toTraditionalOneByOne, lossy: false },
  'UTF-8 read as GBK': { damage: utf8AsGbkWithLoss, lossy: true },
  'UTF-8 read as Latin-1': { damage: utf8AsLatin, lossy: false },
  'UTF-8 read as Windows-1252': { damage: utf8AsWindows, lossy: false },
  'GBK read as Latin-1': { damage: gbkAsLatin, lossy: false },
  'GBK bytes': { damage: toGbk, lossy: false },
  'UTF-16 bytes': { damage: toUtf16, lossy: false },
  entities: { damage: toEntities, lossy: false },
  'entities of entities': { damage: toEntitiesOfEntities, lossy: false },
  'escapes of scripts': { damage: toEscapes, lossy: false },
  'a space behind every character': { damage: spaceOut, lossy: false },
  'half-width marks': { damage: narrowMarks, lossy: false },
  'full-width digits and letters': { damage: widenAll, lossy: false },
  'padded names': { damage: padNames(names), lossy: false },
  'characters that show nothing': { damage: strewInvisible, lossy: false },
  'lines broken at a fixed width': { damage: wrapParagraphs, lossy: false },
  radicals: { damage: toRadicals, lossy: false },
  'private characters': { damage: toPrivateUse, lossy: false },
  'lines that end in CR LF': { damage: (text) => text.replaceAll('\n', '\r\n'), lossy: false },
  'pages of HTML': { damage: toPage, lossy: false },
});

/** What a record says, without where it stands and how the input was made. */
export function valuesOf(record) {
  const values = {};
  for (const [key, value] of Object.entries(record)) {
    if (!['schema', 'id', 'document', 'findings'].includes(key)) values[key] = withoutEvidence(value);
  }
  return values;
}

function withoutEvidence(value) {
  // How lines end and how far they are indented is a matter of layout, and no value.
  if (typeof value === 'string') return value.replaceAll(/[ \u3000]*\n[ \u3000]*/gu, '\n');
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'evidence')
      .map(([key, inner]) => [key, withoutEvidence(inner)]),
  );
}
