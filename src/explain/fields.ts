import type { Both, Explained } from './explained.ts';

/** The article whose record has every example below. */
export const SAMPLE = `江城市侨联召开五届三次全委会议
7月2日至3日，江城市侨联五届三次全委会议在江城市人民会堂以视频形式召开。市委常委、统战部部长江一帆出席会议并讲话，市侨联党组书记、主席欧阳静主持会议并作工作报告。市侨联全体委员等60余人参加会议，各县区侨联负责人列席会议。
会议要求，一是加强思想引领，办好侨界群众的身边事；二是深化联谊交流，讲好江城故事。
来源：江城侨声
`;

const NULL: Both = ['null: the article does not say it.', 'null：文章没有说。'];
const DOCUMENT: Both = [
  'It says which input the record is of; `huiyao validate` holds it against the source.',
  '它说明记录来自哪个输入；`huiyao validate` 据此对照原文。',
];
const LIST: Both = ['[]: the article names none.', '[]：文章没有提到。'];

const field = (meaning: Both, example: unknown, remedy: Both = NULL): Explained => ({
  meaning,
  example: JSON.stringify(example),
  remedy,
});

/** Every field of the record, by its path without the indices of lists, with a value that it has in the record of SAMPLE. */
export const fields: Readonly<Record<string, Explained>> = {
  schema: field(
    [
      'The form of the record; a change that a reader could notice gives it a new number.',
      '记录的格式；读者能察觉的改变会换新的编号。',
    ],
    'huiyao/1',
    ['Refuse what you do not know.', '不认识的格式请拒收。'],
  ),
  id: field(
    [
      'A digest of the restored text: one article has one id, in every encoding and script.',
      '修复后正文的摘要：同一篇文章在各种编码和繁简下编号相同。',
    ],
    null,
    ['Find copies of an article by it.', '用它查找同一文章的副本。'],
  ),
  document: field(
    ['Which input the record was read from, and what was done to it.', '记录来自哪个输入，对它做了什么。'],
    null,
    DOCUMENT,
  ),
  'document.path': field(
    ['The path as it was given; null for stdin.', '给出的路径；标准输入为 null。'],
    'news/a.txt',
    DOCUMENT,
  ),
  'document.line': field(
    [
      'The line of a JSON Lines input, from 1; null for a file of one article.',
      'JSON Lines 输入的行号，从 1 起；单篇文件为 null。',
    ],
    null,
    DOCUMENT,
  ),
  'document.id': field(
    ['The id field of a JSON Lines input, as it stood there.', 'JSON Lines 输入的编号字段，原样。'],
    null,
    ['Name the field with --id-field.', '用 --id-field 指明字段。'],
  ),
  'document.title': field(
    ['The headline: from the field, the page, or a short first line.', '标题：来自字段、网页或较短的首行。'],
    '江城市侨联召开五届三次全委会议',
    ['Name the field with --title-field.', '用 --title-field 指明字段。'],
  ),
  'document.published': field(
    [
      'The day of publication: from the field, the page, the text, the file name or --published.',
      '发布日期：来自字段、网页、正文、文件名或 --published。',
    ],
    '2024-07-05',
    [
      'Give it with --published or --date-field; years of meetings come from it.',
      '用 --published 或 --date-field 给出；会议的年份由它推出。',
    ],
  ),
  'document.encoding': field(['The encoding in which the input was read.', '读取输入所用的编码。'], 'utf-8', DOCUMENT),
  'document.bytes': field(['The length of the input.', '输入的字节数。'], null, DOCUMENT),
  'document.sha256': field(['The digest of the input’s bytes.', '输入字节的摘要。'], null, DOCUMENT),
  'document.repairs': field(
    [
      'How often each kind of damage was undone, by its key (`huiyao explain pinyinAnnotations`).',
      '各种损坏修复的次数，按键记（`huiyao explain pinyinAnnotations`）。',
    ],
    {},
    ['`huiyao restore FILE --explain` shows every repair.', '`huiyao restore 文件 --explain` 显示每处修复。'],
  ),
  meeting: field(
    ['The meeting that the article reports; null when it reports none.', '文章所报道的会议；没有则为 null。'],
    null,
  ),
  'meeting.name': field(['Its name, as the article has it.', '会议名称，照原文。'], '江城市侨联五届三次全委会议'),
  'meeting.organizer': field(['Who called it, where the article says so.', '召集者，文章说了才有。'], null),
  'meeting.type': field(
    ['What kind of event it is: 会议, 座谈会, 调研 …', '是哪一类活动：会议、座谈会、调研等。'],
    '会议',
  ),
  date: field(['When the meeting was.', '会议的时间。'], null, [
    'null with the finding date-near: only 近日 or the like is said.',
    '为 null 且有 date-near：只说了“近日”之类。',
  ]),
  'date.start': field(
    ['The first day, in EDTF: what is unknown is XX.', '首日，EDTF 格式：未知处写 XX。'],
    '2024-07-02',
    ['XXXX: give --published so that the year is known.', 'XXXX：给出 --published 即可知道年份。'],
  ),
  'date.end': field(
    ['The last day of a run of days; null for a single one.', '连续几天的末日；单日为 null。'],
    '2024-07-03',
  ),
  'date.text': field(['The words that say it.', '说明日期的原文。'], '7月2日至3日'),
  'date.certainty': field(
    [
      'stated: the words say all of it; implied: a part was computed.',
      'stated：原文说全了；implied：有一部分是推出的。',
    ],
    'implied',
    ['`date.because` says from what.', '`date.because` 说明由何推出。'],
  ),
  'date.because': field(
    ['From what the implied part was computed.', '推出的部分依据什么。'],
    'year from the published date',
  ),
  venue: field(['Where and in which way the meeting was held.', '会议在何处、以何种方式召开。'], null),
  'venue.text': field(['The words that name the place.', '说明地点的原文。'], '江城市人民会堂'),
  'venue.place': field(['The plain name of the division in which it lies.', '所在区划的简称。'], null),
  'venue.adcode': field(['The code of that division in GB/T 2260.', '该区划的 GB/T 2260 代码。'], null),
  'venue.mode': field(['in-person, video or hybrid.', 'in-person 现场、video 视频或 hybrid 兼有。'], 'video'),
  officials: field(['The people of the meeting who have a title or a role.', '会上有职务或角色的人。'], null, LIST),
  'officials.name': field(['The name, restored.', '姓名，已修复。'], '欧阳静', LIST),
  'officials.titles': field(['The titles that the article gives, all of them.', '文章给出的全部职务。'], null, LIST),
  'officials.titles.text': field(['The title as it is written.', '照原文的职务。'], '市侨联党组书记', LIST),
  'officials.titles.organization': field(
    ['The body, written with this title or earlier in the same run.', '机构，写在这个职务或同一串前面的职务中。'],
    '市侨联',
  ),
  'officials.titles.post': field(['The post without its body.', '去掉机构的职位。'], '党组书记', LIST),
  'officials.roles': field(
    [
      'What the person did: host, speak, report, attend, observe …',
      '此人做了什么：host 主持、speak 讲话、report 报告、attend 出席、observe 列席等。',
    ],
    ['host', 'report'],
    LIST,
  ),
  attendees: field(['People and groups that were there.', '到会的人和群体。'], null, LIST),
  'attendees.kind': field(['person or group.', 'person 个人或 group 群体。'], 'group', LIST),
  'attendees.text': field(['The words that name them.', '说明他们的原文。'], '市侨联全体委员', LIST),
  'attendees.mode': field(
    ['attend, or observe: present without a vote (列席).', 'attend 出席，或 observe 列席。'],
    'observe',
    LIST,
  ),
  'attendees.count': field(['How many, where the article says so.', '人数，文章说了才有。'], 60),
  workPlan: field(['What was asked for, item by item.', '逐项的部署要求。'], null, LIST),
  'workPlan.number': field(
    ['The number of the item, from 1; `children` count anew.', '序号，从 1 起；`children` 另计。'],
    2,
    LIST,
  ),
  'workPlan.marker': field(['The words that number it.', '标明序号的原文。'], '一是', LIST),
  'workPlan.heading': field(
    ['What it asks for in short: its first clause.', '要点：第一个分句。'],
    '加强思想引领',
    LIST,
  ),
  'workPlan.text': field(['All of it, with its marker.', '全文，连同序号。'], '二是深化联谊交流，讲好江城故事。', LIST),
  'workPlan.by': field(['Who asked for it: a person, or 会议.', '谁提出的：人，或“会议”。'], '会议'),
  'workPlan.children': field(['Items within the item, of the same form.', '项中之项，格式相同。'], [], LIST),
  outlet: field(['Who published the article first.', '首发文章的媒体。'], null),
  'outlet.name': field(['Its name.', '名称。'], '江城侨声'),
  findings: field(
    [
      'What is odd about the article; `huiyao explain CODE` tells more.',
      '文章的异常之处；`huiyao explain 代码` 有详细说明。',
    ],
    null,
    LIST,
  ),
  'findings.code': field(['The stable code.', '稳定的代码。'], 'date-year-implied', LIST),
  'findings.severity': field(
    [
      'note explains, warning asks for a look, error says that something was lost.',
      'note 说明，warning 请看一看，error 表示有丢失。',
    ],
    'note',
    LIST,
  ),
  'findings.message': field(
    ['What was found, in English whatever the locale.', '发现了什么；不论区域设置都是英文。'],
    null,
    LIST,
  ),
  evidence: field(
    [
      'Where the words of a value stand: half-open stretches in code points of the decoded source. The first has exactly the value’s words.',
      '值的文字所在之处：解码后原文的半开区间，按码点计。第一段正是值的文字。',
    ],
    null,
    [
      '`huiyao validate` proves it; in Python, text[start:end] gives the words.',
      '`huiyao validate` 加以验证；Python 中 text[start:end] 即原文。',
    ],
  ),
};

/** The fields of the score that are no fields of the record: what is compared. */
export const measures: Readonly<Record<string, Both>> = {
  'officials.title': ['Score: name and title as written, both right.', '得分：姓名和照原文的职务都对。'],
  'officials.post': ['Score: name, organisation and post, all right.', '得分：姓名、机构和职位都对。'],
  'officials.role': ['Score: name and one role, both right.', '得分：姓名和一个角色都对。'],
  'workPlan.item': ['Score: number and text of an item, nearly the same.', '得分：要点的序号和全文，大致相同。'],
};
