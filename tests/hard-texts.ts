/** Texts that an attacker would write to make a reader slow: each family as a function of its length in characters. */
export interface HardText {
  readonly name: string;
  readonly of: (length: number) => string;
}

const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const repeated = (unit: string): HardText => ({
  name: `${unit} again and again`,
  of: (length) => filled(unit, length),
});
const behind = (opening: string, unit: string, closing = ''): HardText => ({
  name: `${unit} again and again, behind ${opening === '' ? 'nothing' : opening.slice(0, 12)} before ${closing === '' ? 'nothing' : closing}`,
  of: (length) => opening + filled(unit, length) + closing,
});
const numbered = (name: string, opening: string, unit: (index: number) => string, closing: string): HardText => ({
  name,
  of: (length) => {
    const parts = [opening];
    for (let size = opening.length, index = 0; size < length; index++) {
      const part = unit(index);
      parts.push(part);
      size += part.length;
    }
    return parts.join('') + closing;
  },
});

const OPENING = '2024年1月2日，市委书记王明主持召开会议，在兰州。一是加强学习。';
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑';
const GIVEN = '明华军伟强磊洋艳勇娜静敏丽杰涛超平刚英玉红兰文';
const nameOf = (index: number): string =>
  `${SURNAMES[index % 20]}${GIVEN[(index * 7) % 23]}${GIVEN[(index * 11 + 3) % 23]}`;

/** The families that issue and code speak of, and every one that was found to take more than linear time, ever. */
export const HARD_TEXTS: readonly HardText[] = [
  ...['、', '一是', '年月日', '(', '（', '《', '“', '的', '和', '一', '1', '<', '&', '&amp;', '七届七次', '届次'].map(
    repeated,
  ),
  ...['会(huì)', '(huì', '浼氳', '锟斤拷', '会\n', '会　议　', '<div>会', '<!--', '&#x4f1a;', '市委书记王明、'].map(
    repeated,
  ),
  // Every dot read the whole chain behind it anew.
  ...['·依明', '·依明巴海', '艾力·'].map(repeated),
  // Every ? of a run was tried as the start of one.
  behind(OPENING, '?'),
  // Every closing mark looked for its opening one from the start of the article.
  ...['）王明', '副局长）王明', '（王明', '李　明、', '驻纪检监察组组长王明'].map(repeated),
  behind('王明主持，', '”局长王明'),
  // A title with many 兼 was cut in two at each of them, one within the other.
  behind('', '书记兼', '书记王明主持会议。'),
  behind('', '副局长、', '王明主持会议。'),
  behind('', '市', '局长王明主持会议。'),
  behind(OPENING, '王明、'),
  behind('邀请', '王明、', '参加会议。'),
  behind('会议召开，来自', '中国、来自', '的代表参加会议。'),
  behind('会议召开，', '甲、', '参加会议。'),
  behind('会议召开，', '干部（甲、', '参加会议。'),
  behind('<p ', 'a=b ', '>会议召开。'),
  behind('<div class="', 'title ', '"><p>会议召开。'),
  numbered('a list of names', '市委书记', (index) => `${nameOf(index)}、`, '出席会议。'),
  numbered('a list of groups', '会议召开，', (index) => `第${index}组负责人、`, '参加会议。'),
  numbered('many meetings', '', (index) => `1月${(index % 28) + 1}日，第${index}次工作会议在兰州召开。`, ''),
  numbered('a plan of many lines', '会议要求，', (index) => `一是加强${index}学习；二是抓好落实。\n`, ''),
  numbered('a plan in plans', '会议要求，', (index) => `一、加强${index}\n（一）抓好\n1.落实。\n(1)办\n①是\n`, ''),
  numbered('people and predicates', '', (index) => `${nameOf(index)}主持、讲话、`, '。'),
  {
    name: 'many people, then many predicates',
    of: (n) => `市委书记${numbered('', '', (i) => `${nameOf(i)}、`, '').of(n / 2)}${filled('主持、讲话、', n / 2)}`,
  },
  { name: 'one paragraph a character', of: (length) => filled('会\n\n', length) },
  { name: 'headings without a text', of: (length) => filled('<h1>会议召开了</h1>', length) },
];
