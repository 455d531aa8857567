import { MARKS, type TimeExpression } from './expression.ts';
import { dayOf, endsInNumber, GAP, NUMBER } from './parts.ts';

/** 24日 · ２４日 · 十二日 · 30号: the month is the article's. */
export const bareDay: TimeExpression = {
  id: 'time/bare-day',
  examples: ['24日', '２４日', '十二日', '30号'],
  marks: MARKS.day,
  pattern: new RegExp(`(?<day>${NUMBER})${GAP}(?<mark>[日号])`, 'gu'),
  read: ({ day, mark }, before, after) => {
    // 丁一15日致信: a name may end in a numeral of the other script.
    const ofName = /^[0-9０-９]/u.test(day ?? '') && HAN_NUMERAL.test(before);
    if ((endsInNumber(before) && !ofName) || NOT_BEFORE.test(before) || NOT_BEHIND.test(after)) return null;
    // 一日三餐, 三号楼: a numeral in characters and a 号 count days only where a clause opens or the day is gone on with.
    const careful = mark === '号' || !/^[0-9０-９]/u.test(day ?? '');
    if (careful && !(OPEN.test(before) && GOES_ON.test(after))) return null;
    const value = dayOf(day);
    return value === null ? null : { from: { year: null, month: null, day: value } };
  },
};

/** 第3日, 为期5日, 每月10日, 文第12号, 3小时5日 */
const NOT_BEFORE =
  /(?:第|每|每月|[为会工学周假]期|历时|连续|长达|累计|达|共|近|约|逾|满|月|[字〕］\]a-zA-Z×])[ \u3000]?$/u;
/** 5日内, 30日前 (but 12日前往), 3日游, 日本, 日报, 12号楼 */
const NOT_BEHIND =
  /^(?:内|之|游|龄|均|元|间|期|程|报|志|常|军|韩|美|方|语|夜|益|趋|渐|光|出|落|后|以[前内后]|前(?![来往赴去])|本(?![届次报市省县区院校局公司着])|[楼线厅馆院机门桥井库]|公寓|会议室|文|令|公告|教室|住宅)/u;
const HAN_NUMERAL = /[^0-9０-９一二三四五六七八九十百千万零〇第][一二三四五六七八九]$/u;
const OPEN = /(?:^|[\s，,。；;：:（(“"在于至到今昨前天日])$/u;
const GOES_ON = /^(?:$|[\s，,）)至到—－~～-]|[上下中]午|晚|凌晨|早|清晨|夜|在|于|召|举|起)/u;
