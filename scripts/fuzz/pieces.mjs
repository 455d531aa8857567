import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
/** Fixtures that a campaign adds to are left out, so that a seed gives the same input afterwards. */
const FOUND = /^found\//u;
const LONGEST = 200_000;

/** The bytes of every article, page, damaged text and hostile file among the fixtures. */
const WHOLE = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:txt|html|jsonl|gz)$/u.test(path) && !FOUND.test(path))
  .sort()
  .map((path) => [path, `${FIXTURES}${path}`])
  .filter(([, path]) => statSync(path).size < LONGEST)
  .map(([path, at]) => (path.endsWith('.gz') ? gunzipSync(readFileSync(at)) : readFileSync(at)))
  .filter((bytes) => bytes.length > 0);

/** Stretches that steer something: marks of encodings, of pages, of annotations, of lists, of JSON and of terminals. */
export const STEERING = [
  ...['\uFEFF', '\uFFFD', '\u0000', '\u200B', '\u202E', '\u2028', '\x1b[31m', '\r', '\r\n', '\n', '\t', ' ', '　'],
  ...[
    '锟斤拷',
    '浼氳',
    '會(huì)',
    '(huì)',
    '（huì）',
    '?ù)',
    '聯(lián)',
    '⼀',
    '⻓',
    '\uE000',
    '︱',
    '｡',
    '･',
    'Ａ',
    '０',
  ],
  ...['<', '>', '<div>', '</div>', '<!--', '-->', '<![CDATA[', '<script>', '</script>', '<title>', '</title>'],
  ...['<meta charset="gbk">', '<h1>', '</h1>', '<p>', '<br>', '<td>', '<ruby>会<rt>huì</rt></ruby>', '<a href="'],
  ...['&#x4f1a;', '&amp;', '&amp;amp;', '&lt;p&gt;', '&#55296;', '&#1114112;', '&nbsp;', '&', ';', '&ldquo;'],
  ...['\\u4f1a', '\\ud83d', '%u4F1A', '%E4%BC', '=E4=BC', '"', '\\', '{', '}', '[', ']', ':', ',', '{"text":"', '"}'],
  ...[
    '(',
    '（',
    '）',
    ')',
    '《',
    '》',
    '“',
    '”',
    '‘',
    '【',
    '】',
    '、',
    '，',
    '。',
    '；',
    '：',
    '！',
    '？',
    '·',
    '—',
    '…',
  ],
  ...['𠮷', '😀', 'e\u0301', '\u{10FFFF}', '\u{E0001}', 'ﬁ', '__proto__', 'constructor', '=1+1', '::error::'],
].map((text) => Buffer.from(text));

/** Words of the genre, each with something that a rule looks for. */
export const WORDS = [
  ...[
    '7月3日',
    '2024年',
    '２０２４年１０月',
    '十月十九日',
    '2月30日',
    '13月',
    '日前',
    '昨日',
    '近日',
    '上午',
    '20日至21日',
  ],
  ...[
    '星期三',
    '2024-10-19',
    '10月',
    '年',
    '月',
    '日',
    '一',
    '二十',
    '99999999999999999999',
    '0',
    '十二',
    '第一',
    '第三次',
  ],
  ...[
    '市委书记',
    '县长',
    '副局长',
    '党组书记、局长',
    '省委常委、',
    '主任',
    '委员',
    '兼',
    '原',
    '代',
    '常务副',
    '秘书长',
    '部长',
  ],
  ...[
    '王明',
    '欧阳静',
    '李　明',
    '司马光',
    '诸葛小明',
    '艾力·依明',
    '孙',
    '高',
    '王某',
    '张三等',
    '（女）',
    '同志',
    '一行',
  ],
  ...[
    '江城市',
    '甘肃省',
    '兰州',
    '青石县',
    '省',
    '市',
    '县',
    '局',
    '委',
    '会',
    '中国',
    '北京市朝阳区',
    '市政府',
    '公司',
    '侨联',
  ],
  ...[
    '会议',
    '大会',
    '座谈会',
    '工作会议',
    '七届七次',
    '常委(扩大)会议',
    '会议室',
    '三楼',
    '在',
    '召开',
    '举行',
    '主持',
    '主持会议',
  ],
  ...[
    '讲话',
    '并讲话',
    '出席',
    '列席',
    '参加会议',
    '通报',
    '传达',
    '学习',
    '分别发言',
    '作报告',
    '宣读',
    '陪同',
    '以视频形式',
  ],
  ...[
    '会议强调，',
    '会议要求',
    '他指出：',
    '王明强调',
    '一是',
    '二是',
    '三是',
    '四要',
    '首先',
    '其次',
    '（一）',
    '(2)',
    '1.',
    '①',
  ],
  ...[
    '一、',
    '要加强领导',
    '抓好落实',
    '。',
    '；',
    '，',
    '、',
    '和',
    '及',
    '等',
    '的',
    '、各',
    '负责人',
    '全体',
    '代表',
    '80余人',
  ],
  ...[
    '来源：',
    '记者',
    '（记者 王明）',
    '编辑：',
    '供稿',
    '本报讯',
    '新华社',
    '发布时间：',
    '点击数：',
    '江城日报',
    '微信公众号',
  ],
].map((text) => Buffer.from(text));

const RAW = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xff],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0xaf],
  [0xe4, 0xbc],
  [0x1f, 0x8b],
  [0x00],
  [0xa1, 0xa1],
  [0x81, 0x30],
  [0x81, 0x30, 0x81, 0x30],
].map((bytes) => Buffer.from(bytes));
const INSERTED = [...STEERING, ...WORDS, ...RAW];

/** A short piece of a fixture: one in four may begin and end within a character. */
function cut(choices, longest) {
  const bytes = choices.of(WHOLE);
  const length = choices.between(1, longest);
  let at = choices.below(Math.max(1, bytes.length - length));
  let end = Math.min(bytes.length, at + length);
  if (!choices.oneIn(4)) {
    while (isWithin(bytes[at])) at++;
    while (isWithin(bytes[end])) end++;
  }
  return bytes.subarray(at, end);
}

/** Whether a byte of UTF-8 goes on with a character. */
const isWithin = (byte) => (byte & 0xc0) === 0x80;

const ENCODINGS = [
  (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le').swap16(),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  (bytes) => Buffer.from(new TextDecoder('gb18030').decode(bytes), 'utf8'),
  (bytes) => Buffer.from(bytes.toString('base64')),
  (bytes) => gzipSync(bytes),
];

function changed(bytes, choices) {
  const at = choices.below(bytes.length + 1);
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
  return choices.weighted([
    [
      2,
      () => {
        const copy = Buffer.from(bytes);
        if (at < copy.length) copy[at] ^= 1 << choices.below(8);
        return copy;
      },
    ],
    [2, () => Buffer.concat([before, behind.subarray(choices.between(1, 20))])],
    [1, () => Buffer.concat([before, behind.subarray(0, choices.between(1, 20)), behind])],
    [5, () => Buffer.concat([before, choices.of(INSERTED), behind])],
    [1, () => Buffer.concat([before, ...Array(choices.between(2, 12)).fill(choices.of(INSERTED)), behind])],
    [3, () => Buffer.concat([before, cut(choices, 60), behind])],
    [1, () => before],
    [1, () => choices.of(ENCODINGS)(bytes)],
  ])();
}

const changedTimes = (bytes, choices, most) => {
  let now = bytes;
  for (let left = choices.between(1, most); left > 0; left--) now = changed(now, choices);
  return now;
};

/** One to three short pieces of fixtures, and up to three changes of their bytes. */
export function brokenPiece(choices) {
  const parts = Array.from({ length: choices.oneIn(3) ? choices.between(2, 3) : 1 }, () => cut(choices, 90));
  return changedTimes(Buffer.concat(parts), choices, 3);
}

/** A whole fixture with up to eight changes. */
export const brokenArticle = (choices) => changedTimes(choices.of(WHOLE), choices, 8);

/** Any bytes with up to three changes. */
export const brokenBytes = (bytes, choices) => changedTimes(bytes, choices, 3);

/** Words of the genre in any order, with something in between that steers. */
export function wordsInAnyOrder(choices) {
  const parts = [];
  for (let left = choices.between(1, 14); left > 0; left--) parts.push(choices.of(choices.oneIn(6) ? STEERING : WORDS));
  return Buffer.concat(parts);
}
