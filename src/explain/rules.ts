import type { MentionRule } from '../model/mention.ts';
import type { Both, Explained } from './explained.ts';

const RESTORE: Both = [
  'See every repair with `huiyao restore FILE --explain`; a wrong one is a bug, please report it.',
  '用 `huiyao restore 文件 --explain` 查看每处修复；修错了是缺陷，请报告。',
];
const DAY: Both = [
  'Which day is the meeting’s is decided later: see `huiyao explain date`. `huiyao segment FILE` shows every day that was seen.',
  '哪一天是会议日期由后面决定：见 `huiyao explain date`。`huiyao segment 文件` 显示看到的每个日期。',
];
const NAME: Both = [
  '`huiyao segment FILE --explain` shows what was weighed. A name that is missed can be added with --lexicon.',
  '`huiyao segment 文件 --explain` 显示权衡了什么。漏掉的人名可用 --lexicon 补充。',
];
const PLACE: Both = ['A place that is missed can be added with --lexicon.', '漏掉的地名可用 --lexicon 补充。'];
const WEIGHT: Both = [
  '`huiyao segment FILE --explain` shows its weight for each reading that lost.',
  '`huiyao segment 文件 --explain` 对每个落选的读法显示它的权重。',
];

/** What a rule of restoring undoes. Its examples stand with the rule. */
const undoes = (meaning: Both): Explained => ({ meaning, example: null, remedy: RESTORE });
/** What a way to write a day reads. Its examples stand with the rule, or here with | around the day. */
const day = (meaning: Both, example: string | null = null): Explained => ({ meaning, example, remedy: DAY });
/** What makes a name; | stands before and behind the words that the rule reads. */
const name = (meaning: Both, example: string): Explained => ({ meaning, example, remedy: NAME });
const place = (meaning: Both, example: string): Explained => ({ meaning, example, remedy: PLACE });
const weighs = (meaning: Both): Explained => ({ meaning, example: null, remedy: WEIGHT });

/** The rules of restoring, by their ids. */
export const restoreRules: Readonly<Record<string, Explained>> = {
  'restore/byte-shift': undoes([
    'Mends characters that a mirror made by shifting bytes: pairs that stand one byte off.',
    '修复镜像站字节错位造成的乱字：错开一个字节的字对。',
  ]),
  'restore/entities': undoes([
    'Turns HTML character references that stayed in the text into their characters.',
    '把留在正文中的 HTML 字符引用还原为字符。',
  ]),
  'restore/escapes': undoes([
    'Turns \\uXXXX and %XX escapes that stayed in the text into their characters.',
    '把留在正文中的 \\uXXXX 和 %XX 转义还原为字符。',
  ]),
  'restore/invisible': undoes([
    'Takes out characters that show nothing: zero-width spaces, direction marks, controls.',
    '去掉看不见的字符：零宽空格、方向标记、控制字符。',
  ]),
  'restore/line-ends': undoes([
    'Makes every line end the same: CR LF and CR become LF.',
    '统一换行：CR LF 和 CR 都改为 LF。',
  ]),
  'restore/mojibake': undoes([
    'Undoes text that was written in UTF-8 and read in another encoding.',
    '还原以 UTF-8 写成、却按别的编码读取的文字。',
  ]),
  'restore/padded': undoes([
    'Takes out the spaces that pad a name of two characters to the width of three.',
    '去掉把两字人名撑到三字宽的空格。',
  ]),
  'restore/page': undoes([
    'Takes the text of the article out of an HTML page, without navigation, scripts and related links.',
    '从网页中取出文章正文，去掉导航、脚本和相关链接。',
  ]),
  'restore/pinyin-annotations': undoes([
    'Takes out readings in brackets that a mirror put behind characters.',
    '去掉镜像站加在字后的括号注音。',
  ]),
  'restore/private-use': undoes([
    'Turns private-use code points of old fonts into the characters that they showed.',
    '把旧字体的私用区码位改为所显示的字。',
  ]),
  'restore/radicals': undoes([
    'Turns Kangxi and CJK radicals from PDF files into the characters that they look like.',
    '把 PDF 中的康熙部首和部首补充改为同形的汉字。',
  ]),
  'restore/script': undoes([
    'Turns traditional characters into simplified ones, word by word; names keep what has two answers.',
    '按词把繁体改为简体；人名中有两种可能的字保持原样。',
  ]),
  'restore/spaced-out': undoes([
    'Closes headings that were spaced out, one space between any two characters.',
    '合上字字相隔一空格的文字。',
  ]),
  'restore/width': undoes(['Turns full-width letters and digits into plain ones.', '把全角字母和数字改为半角。']),
  'restore/wrapped-lines': undoes([
    'Joins lines that were broken at a fixed width in the middle of a sentence.',
    '接上在句中按固定宽度折断的行。',
  ]),
};

/** The rules of recognising. */
export const mentionRules: Readonly<Record<MentionRule, Explained>> = {
  'name-article/added': name(['A name that the lexicon of the user has.', '用户词表中的人名。'], '市长|喵小白|讲话。'),
  'name-article/listed': name(
    ['What stands alone between names in a list is a name as well.', '名单中独自夹在人名之间的也是人名。'],
    '县长张红、|土旦赤列|、宇文雪芹出席会议。',
  ),
  'name-article/repeated': name(
    [
      'A name that the article has elsewhere, where nothing else speaks for it.',
      '文章别处出现过的人名，此处虽无其他迹象。',
    ],
    '旗委书记那顺巴特尔主持会议。|那顺巴特尔|指出，要抓好落实。',
  ),
  'name-foreign/dotted': name(
    ['A name with a dot in it.', '带间隔号的人名。'],
    '自治区主席|买买提·艾力|出席会议并讲话。',
  ),
  'name-foreign/transcribed': name(
    [
      'A transcribed name without a dot, by the characters that such names are made of.',
      '没有间隔号的音译名，由常用的音译字构成。',
    ],
    '公司总裁|约翰逊|出席会议并讲话。',
  ),
  'name-han/compound-surname': name(
    ['A Han name with a surname of two characters.', '复姓的汉名。'],
    '县委书记|欧阳静|主持会议。',
  ),
  'name-han/surname': name(
    [
      'A Han name: a surname and one or two characters, weighed by them and by what stands on either side.',
      '汉名：姓加一两个字，由这些字和前后的词一起权衡。',
    ],
    '县委书记|江一帆|主持会议。',
  ),
  'name-han/two-surnames': name(
    ['A name of a husband’s and a wife’s surname, read behind a post alone.', '冠夫姓的人名，只在职务之后识别。'],
    '总干事|陈冯美珍|出席会议并讲话。',
  ),
  'person/short-form': name(
    ['A surname with a post, of somebody whom the article names in full elsewhere.', '姓加职务，文章别处写有全名。'],
    '市长江一帆出席会议。|江|市长指出，要抓好落实。',
  ),
  'place/abbreviated': place(
    ['A place by its one-character short form, behind 在, 赴 and their like.', '“在”“赴”等之后的一字地名简称。'],
    '会议在|榕|召开。',
  ),
  'place/abroad': place(['A place in another country.', '国外的地方。'], '会议在法国|巴黎|召开。'),
  'place/added': place(['A place that the lexicon of the user has.', '用户词表中的地名。'], '会议在|雁栖坊|召开。'),
  'place/country': place(['A country.', '国家。'], '会议在|法国|巴黎召开。'),
  'place/full-name': place(
    ['A division of GB/T 2260 by its full name.', 'GB/T 2260 区划的全称。'],
    '会议在|兰州市|召开。',
  ),
  'place/plain-name': place(
    ['A division of GB/T 2260 by its name without 省, 市, 县.', 'GB/T 2260 区划去掉省、市、县的名称。'],
    '会议在|兰州|召开。',
  ),
  'time/bare-day': day(['A day without its month.', '只写日、不写月。']),
  'time/calendar-day': day(['A day with its month, with or without its year.', '写有月日，年份可有可无。']),
  'time/day-list': day(['Several days of one month.', '同月的几天。']),
  'time/day-range': day(['A run of days.', '连续的几天。'], '会议于|7月2日至3日|召开。'),
  'time/glossed-day': day(
    ['A day that brackets say again.', '括号中又写了一遍的日期。'],
    '会议于|今天（3月3日）|召开。',
  ),
  'time/lunar-day': day(['A day of the Chinese calendar.', '农历日期。']),
  'time/month': day(['A month without a day.', '只写到月。']),
  'time/month-away': day(['A day in a month that counts from the article’s.', '以文章所在月份推算的日期。']),
  'time/near-day': day(['A day that counts from the article’s.', '以文章所在日推算的日期。']),
  'time/numeric-day': day(['A day in digits alone.', '只用数字写的日期。']),
  'time/weekday': day(['A day of the week.', '星期几。']),
  'title/inherited': {
    meaning: [
      'A post whose body was said earlier in the same run of titles; the record gives it that organisation.',
      '所属机构写在同一串职务前面的职务；记录中给它补上该机构。',
    ],
    example: '省侨联党组书记、|副主席|江一帆出席会议。',
    remedy: [
      '`organization` points to the words of the body, wherever they stand.',
      '`organization` 的依据指向机构的原文。',
    ],
  },
  'title/stated': {
    meaning: ['A body or a post in a title, as it is written.', '职务中照原文写出的机构或职位。'],
    example: '省侨联|党组书记|江一帆出席会议。',
    remedy: [
      'A body or a post that is cut wrongly can be added with --lexicon.',
      '切分有误的机构或职位可用 --lexicon 补充。',
    ],
  },
};

/** What is weighed for and against a name. Each has its example with it. */
export const weights: Readonly<Record<string, Explained>> = {
  slot: weighs([
    'Between a post and what a name is followed by, even a word is a name.',
    '在职务和人名常见后续之间，普通词也可以是人名。',
  ]),
  'common-word': weighs(['The dictionary knows the reading as a word.', '词典把它当作普通词。']),
  'opens-with-a-word': weighs(['The reading opens with a word that is used everywhere.', '以极常用的词开头。']),
  'ends-in-grammar': weighs([
    'The reading ends in a word of grammar that what follows needs.',
    '以虚词结尾，而后文正需要它。',
  ]),
  'joining-surname': weighs([
    'The surname is a word that joins (和, 与), and the rest is no likely name.',
    '姓是连词（和、与），其余不像人名。',
  ]),
  'cuts-a-post': weighs(['The reading would cut through a post.', '会把一个职务切断。']),
  'takes-office': weighs([
    'The last character is 任 and a post follows: somebody takes office.',
    '末字是“任”，后面是职务：是任职。',
  ]),
  'post-starts-inside': weighs(['A longer post starts with the last character.', '末字开始一个更长的职务。']),
  'predicate-starts-inside': weighs(['What is done starts with the last character.', '末字开始一个谓语。']),
  'nothing-around': weighs(['Nothing on either side speaks for a name.', '前后都没有人名的迹象。']),
  'ends-like-a-place': weighs(['The reading ends as places and offices do.', '结尾像地名或机关。']),
  'ends-like-a-body': weighs(['The given name ends as bodies do.', '名的结尾像机构。']),
};
