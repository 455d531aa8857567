/** The languages of the interface. */
export type Lang = 'zh' | 'en';

/** Every word of the interface, in Chinese and in English; `{n}` stands for a number. */
const WORDS = {
  name: ['会要', 'huiyao'],
  tagline: ['每一个值，都有出处', 'Every value, tied to its words'],
  records: ['文章', 'Articles'],
  people: ['人物', 'People'],
  calendar: ['日历', 'Calendar'],
  compare: ['对照', 'Compare'],
  search: ['搜索标题、正文、人名…', 'Search titles, text, people…'],
  filters: ['筛选', 'Filters'],
  clear: ['清除', 'Clear'],
  any: ['不限', 'any'],
  missing: ['缺少字段', 'Field missing'],
  finding: ['提示', 'Finding'],
  place: ['地点', 'Place'],
  outlet: ['来源', 'Outlet'],
  person: ['人物', 'Person'],
  from: ['自', 'From'],
  to: ['至', 'To'],
  differs: ['只看有差异的', 'Only those that differ'],
  shown: ['{n} 篇', '{n} shown'],
  none: ['没有符合条件的文章', 'No article fits'],
  restored: ['还原后', 'Restored'],
  source: ['原文', 'As it was'],
  same: ['原文未作修复', 'Nothing had to be restored'],
  showMends: ['标出修复', 'Mark repairs'],
  mends: ['修复', 'Repairs'],
  mendsOf: ['{n} 处', '{n} places'],
  likely: ['推测', 'likely'],
  more: ['其余 {n} 处', '{n} more'],
  noSource: ['没有原文可对照', 'No source to show'],
  'no-path': ['记录中没有原文的路径', 'The record does not say where its article is'],
  unreadable: ['找不到或读不出原文', 'The article cannot be found or read'],
  changed: [
    '原文在提取之后改动过，出处已不可靠',
    'The article has changed since it was read: its evidence no longer holds',
  ],
  faults: ['{n} 处出处与原文不符', 'Evidence of {n} values does not hold'],
  notFound: ['找过而没有', 'Searched for, not found'],
  notSaid: ['未写明', 'not said'],
  computed: ['推算', 'computed'],
  stated: ['原文直述', 'stated'],
  implied: ['推算', 'implied'],
  inherited: ['承前', 'from above'],
  organizer: ['主办', 'organiser'],
  type: ['类型', 'type'],
  by: ['提出者', 'by'],
  remarks: ['提示', 'Findings'],
  published: ['发布', 'published'],
  link: ['此处的链接', 'Link to this'],
  previous: ['上一篇', 'Previous'],
  next: ['下一篇', 'Next'],
  help: ['键盘', 'Keys'],
  close: ['关闭', 'Close'],
  keyNext: ['下一篇 / 上一篇', 'next / previous article'],
  keyValue: ['下一个 / 上一个值', 'next / previous value'],
  keySearch: ['搜索', 'search'],
  keySide: ['原文 / 还原后', 'as it was / restored'],
  keyMends: ['标出修复', 'mark repairs'],
  keyViews: ['文章 · 人物 · 日历 · 对照', 'articles · people · calendar · compare'],
  keyHelp: ['这张表', 'this table'],
  keyEscape: ['取消选中', 'let go'],
  peopleNote: ['按姓名归并：同名者未必同一人', 'Joined by name alone: one name may be several people'],
  peopleCount: ['{n} 人', '{n} people'],
  times: ['{n} 次', '{n}×'],
  titlesHeld: ['职务', 'Titles'],
  appearances: ['出现', 'Appearances'],
  allPeople: ['全部人物', 'All people'],
  filterPeople: ['按姓名、职务查找…', 'Find by name or title…'],
  first: ['首次', 'first'],
  last: ['末次', 'last'],
  meetings: ['{n} 场', '{n} meetings'],
  noDay: ['日期不明', 'No day'],
  noYear: ['年份不明', 'Year unknown'],
  differences: ['{n} 处差异', '{n} differences'],
  noDifferences: ['全部一致', 'No difference'],
  here: ['此处', 'here'],
  there: ['对照', 'there'],
  noCounterpart: ['对照中没有这一篇', 'No counterpart'],
  sameValues: ['{n} 项一致', '{n} the same'],
  onlyHere: ['仅此处', 'only here'],
  onlyThere: ['仅对照', 'only there'],
  changedValues: ['不同', 'different'],
  agreeing: ['一致', 'same'],
  all: ['全部', 'All'],
  back: ['返回列表', 'Back to the list'],
  skip: ['跳到正文', 'Skip to the article'],
  noScript: ['未启用脚本：以下为完整的静态版本。', 'Scripts are off: this is the whole report, without them.'],
  otherLanguage: ['English', '中文'],
  found: ['已找到', 'found'],
  f_meeting: ['会议', 'Meeting'],
  f_date: ['日期', 'Date'],
  f_venue: ['地点', 'Venue'],
  f_officials: ['人物', 'People'],
  f_attendees: ['参会', 'Attendees'],
  f_workPlan: ['部署', 'Work plan'],
  f_outlet: ['来源', 'Outlet'],
  f_findings: ['提示', 'Findings'],
  role_host: ['主持', 'host'],
  role_speak: ['讲话', 'speak'],
  role_report: ['报告', 'report'],
  role_attend: ['出席', 'attend'],
  role_observe: ['列席', 'observe'],
  role_other: ['其他', 'other'],
  'mode_in-person': ['现场', 'in person'],
  mode_video: ['视频', 'video'],
  mode_hybrid: ['现场与视频', 'in person and by video'],
  repair_pinyinAnnotations: ['注音', 'readings taken out'],
  repair_realigned: ['错位字节', 'shifted bytes'],
  repair_traditional: ['繁体转简体', 'traditional script'],
  repair_page: ['网页', 'web page'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

/** The name of a word or phrase of the interface. */
export type WordKey = keyof typeof WORDS;

/** Says a phrase of the interface in a language; `n` takes the place of `{n}`. */
export type Say = (key: WordKey, n?: number) => string;

/** The phrases of a language. */
export const sayIn =
  (lang: Lang): Say =>
  (key, n) =>
    WORDS[key][lang === 'zh' ? 0 : 1].replace('{n}', String(n ?? ''));

/** Says a name out of the data (`role_host`) where the interface has a word for it; else the name itself. */
export const sayName = (say: Say, kind: 'f' | 'role' | 'mode' | 'repair', name: string): string => {
  const key = `${kind}_${name}`;
  return Object.hasOwn(WORDS, key) ? say(key as WordKey) : name;
};

/** month and day from the dateline, year from 2024年以来 → two notes. */
const NOTES = /, (?=(?:(?:year|month|day)(?: and (?:month|day))*|last day) from )/u;
const NOTE = /^(?<parts>(?:year|month|day)(?: and (?:month|day))*|last day) from (?<from>.+)$/su;

const CHINESE: Readonly<Record<string, string>> = {
  year: '年',
  month: '月',
  day: '日',
  'last day': '末日',
  'traditional calendar': '农历',
  'the published date': '发布日期',
  'the dateline': '电头',
  'the date of the report': '报道日期',
};

/** The reason for a computed day in the language of the interface; a part of unknown form is left as it is. */
export function sayBecause(lang: Lang, because: string): string {
  if (lang === 'en') return because;
  const notes = because.split(NOTES).map((note) => {
    const groups = NOTE.exec(note)?.groups;
    if (groups === undefined) return CHINESE[note] ?? note;
    const { parts = '', from = '' } = groups;
    const said =
      parts === 'last day'
        ? CHINESE[parts]
        : parts
            .split(' and ')
            .map((part) => CHINESE[part])
            .join('、');
    return `${said}取自${CHINESE[from] ?? `“${from}”`}`;
  });
  return notes.join('，');
}
