import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';

/** Outlets that are known by their whole name. */
export const outlets = new Lexicon(loadTable('outlets').map(({ name = '' }) => [name, true] as const));
const heads = new Lexicon(loadTable('outlet-heads').map(({ head = '' }) => [head, true] as const));

/** 本报, 本网, 新闻网, 校报: whoever writes means himself, and says no name. */
const NO_NAME =
  /^(?:本|我|该|各|原|据|学校?|校园?|学院|院|全|有关)?(?:[报网台社站刊]|新闻(?:网|中心|部|办|社)?|官网|网站|客户端|公众号|记者站|电视台|广播站|融媒体?(?:中心)?|宣传部|快讯|讯|日报|晚报|信息网|频道|发布)$/u;
/** What no name of an outlet has in it. */
const FOREIGN = /[-—－–/|｜，。,;；：:！!？?“”"'（）()【】[\]\s\u3000]|记者|通讯员|作者|编辑|来源|日电/u;

/** 掌上长沙 behind the name of a newspaper: its pages for a telephone. */
const PAGES_OF = /掌上\p{Script=Han}{2,3}$/u;

/** Whether the words are the name of an outlet: a known one, or one that ends as such names do. */
export function isOutlet(words: string): boolean {
  if (outlets.has(words)) return true;
  const pages = words.includes('掌上') ? PAGES_OF.exec(words) : null;
  if (pages !== null && pages.index > 0) return isOutlet(words.slice(0, pages.index));
  if (words.length < 3 || words.length > 20 || !heads.endsAt(words, words.length, 1)) return false;
  return !NO_NAME.test(words) && !FOREIGN.test(words);
}

/** 融媒体中心: the newsroom of a county, which a page of the county names so. */
const NEWSROOM = /^融媒体?中心$/u;
/** 民宗委, 办公室, 宣传部, 教务处: an office of the body whose page it is. */
const OFFICE =
  /^(?:.{0,10}(?:办|办公[室厅])|(?!.*(?:[省市县区]|国家|中央|中共|中纪)).{1,3}[委处科室]|(?:党委)?(?:宣传|组织|统战|学工|学生工作|保卫|党群|党建|党务|综合|行政|办公|教务|政工|武装|后勤|基建|财务|人事|人力资源|科研|研究生|市场|工程|安全|运营|党政)(?:管理|工作|事务)?部)$/u;

/** Whether the words can stand as the source that a page names (来源：甘肃侨联), and are no office of its own. */
export const isSource = (words: string): boolean => NEWSROOM.test(words) || (isNamed(words) && !OFFICE.test(words));

/** Whether the words name somebody at all, for a source that is given as such (来源：甘肃侨联). */
const isNamed = (words: string): boolean =>
  words.length >= 2 &&
  words.length <= 30 &&
  !NO_NAME.test(words) &&
  !/^(?:本[站网报台社刊]|网络|互联网|原创|综合|转载|未知|佚名|其他|其它|本人|投稿|自采|整理|不详|暂无|无)/u.test(words);

/** The openings of the words that are the name of an outlet, longest first. */
export function outletsAtStart(words: string): readonly string[] {
  const found: string[] = [];
  const pages = words.includes('掌上');
  for (let end = Math.min(words.length, 20); end >= 2; end--) {
    // A name ends with a head, with a whole name, or with the pages of a newspaper.
    if (!heads.endsAt(words, end) && !outlets.endsAt(words, end) && !pages) continue;
    const name = words.slice(0, end);
    if (isOutlet(name)) found.push(name);
  }
  return found;
}
