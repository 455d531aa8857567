// Short reports made from their record, so that the right reading is known: the genre's commonest sentences, each of them
// there or not, one or several people, with and without a place, an hour, a plan.

// 孙 is left out, for in 县长孙建国 长孙 is a surname as well; so is 林, the last character of a place below.
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐朱胡郭罗郑梁谢宋唐韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁'];
const GIVEN = '建国 志强 海燕 晓东 文博 丽娟 国栋 雪梅 永刚 春华 德明 立军 玉兰 俊杰'.split(' ');
const BODIES = ['青石县', '松林县', '清源县', '望江县'];
const MEETINGS = '防汛工作会议 教育工作会议 安全生产工作会议 招商引资工作推进会 经济工作会议 信访工作会议'.split(' ');
const OFFICES = '县委书记 县长 副县长 县委副书记 常务副县长 县委组织部部长'.split(' ');
const ORDINALS = ['一是', '二是', '三是', '四是'];
const ITEMS = [
  '要加强组织领导，压实各方责任',
  '要抓好隐患排查，做到不留死角',
  '要强化督导检查，确保取得实效',
  '要做好宣传引导，凝聚各方力量',
];
const SPEAKERS = ['会议强调，', '会议要求，', '会议指出，'];

const two = (number) => String(number).padStart(2, '0');

/** An article with what it must be read as; `published` is the day of the meeting, in the year that it does not name. */
export function knownArticle(choices) {
  const [year, month, day] = [choices.between(2012, 2025), choices.between(1, 12), choices.between(1, 28)];
  const date = `${year}-${two(month)}-${two(day)}`;
  const body = choices.of(BODIES);
  const place = body.slice(0, -1);
  const meeting = choices.of(MEETINGS);
  const count = choices.weighted([
    [3, 1],
    [3, 2],
    [1, 3],
    [1, 4],
  ]);
  const names = choices.some(SURNAMES, count).map((surname) => surname + choices.of(GIVEN));
  const first = choices.below(OFFICES.length);
  const people = names.map((name, index) => ({
    name,
    title: `${place}${OFFICES[(first + index) % OFFICES.length]}`,
    roles: index === 0 ? ['host'] : index === 1 ? ['speak', 'attend'] : ['attend'],
  }));
  const [host, speaker, ...others] = people.map(({ name, title }) => title + name);
  const when = `${choices.oneIn(3) ? `${year}年` : ''}${month}月${day}日${choices.oneIn(4) ? '上午' : ''}`;
  const items = choices.oneIn(2) ? [] : choices.some(ITEMS, choices.between(2, 3));
  const plan = items.map((words, index) => `${ORDINALS[index]}${words}`);
  const text = [
    `${when}，${body}召开${meeting}。`,
    speaker === undefined ? `${host}主持会议。` : `${host}主持会议，${speaker}出席会议并讲话。`,
    others.length === 0 ? '' : `${others.join('、')}参加会议。`,
    choices.of(['', '\n', '\r\n', '\n\n']),
    plan.length === 0 ? '' : `${choices.of(SPEAKERS)}${plan.join('；')}。`,
  ].join('');
  return { text, published: date, reading: { meeting, date, people, items: plan } };
}

/** What a record says of what the grammar knows. */
export const readingOf = (record) => ({
  meeting: record.meeting?.name,
  date: record.date?.start,
  people: record.officials.map(({ name, titles, roles }) => ({
    name,
    title: titles.map(({ text }) => text).join(' '),
    roles,
  })),
  items: record.workPlan.map(({ text }) => text.replace(/[；。]$/u, '')),
});
