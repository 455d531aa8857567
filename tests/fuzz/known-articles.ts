import fc from 'fast-check';

/** An article that was made from its record, so that the right reading is known. */
export interface KnownArticle {
  readonly text: string;
  readonly published: string;
  readonly meeting: string;
  readonly date: string;
  readonly people: readonly { readonly name: string; readonly title: string; readonly role: string }[];
  readonly items: readonly string[];
}

// 孙 is left out, for in 县长孙建国 长孙 is a surname as well; so is 林, the last character of a place below.
const surname = fc.constantFrom(
  ...'王李张刘陈杨赵黄周吴徐朱胡郭罗郑梁谢宋唐韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁',
);
const given = fc.constantFrom(
  ...['建国', '志强', '海燕', '晓东', '文博', '丽娟', '国栋', '雪梅', '永刚', '春华', '德明', '立军', '玉兰', '俊杰'],
);
const person = fc.tuple(surname, given).map((parts) => parts.join(''));
const body = fc.constantFrom('青石县', '松林县', '清源县', '望江县');
const meeting = fc.constantFrom(
  ...['防汛工作会议', '教育工作会议', '安全生产工作会议', '招商引资工作推进会', '经济工作会议', '信访工作会议'],
);
const offices = ['县委书记', '县长', '副县长', '县委副书记', '常务副县长', '县委组织部部长'];
const item = fc.constantFrom(
  ...[
    '要加强组织领导，压实各方责任',
    '要抓好隐患排查，做到不留死角',
    '要强化督导检查，确保取得实效',
    '要做好宣传引导，凝聚各方力量',
  ],
);
const ordinals = ['一是', '二是', '三是', '四是'];

/** A short report in the genre's commonest form; every part of it is drawn on its own. */
export const knownArticles: fc.Arbitrary<KnownArticle> = fc
  .record({
    year: fc.integer({ min: 2012, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    body,
    meeting,
    people: fc.uniqueArray(person, { minLength: 2, maxLength: 4 }),
    first: fc.nat({ max: 4 }),
    items: fc.uniqueArray(item, { minLength: 2, maxLength: 4 }),
    gap: fc.constantFrom('', '\n', '\r\n', '\n\n'),
  })
  .map(({ year, month, day, body, meeting, people, first, items, gap }) => {
    const place = body.replace(/[县市]$/u, '');
    const titleOf = (index: number): string => `${place}${offices[(first + index) % offices.length]}`;
    const [host = '', speaker = '', ...others] = people;
    const attending = others.map((name, index) => `${titleOf(index + 2)}${name}`).join('、');
    const list = items.map((words, index) => `${ordinals[index]}${words}`);
    const text = [
      `${month}月${day}日，${body}召开${meeting}。${titleOf(0)}${host}主持会议，${titleOf(1)}${speaker}出席会议并讲话。`,
      attending === '' ? '' : `${attending}参加会议。`,
      gap,
      `会议强调，${list.join('；')}。`,
    ].join('');
    const pad = (value: number): string => String(value).padStart(2, '0');
    return {
      text,
      published: `${year}-${pad(month)}-${pad(day)}`,
      meeting,
      date: `${year}-${pad(month)}-${pad(day)}`,
      people: [
        { name: host, title: titleOf(0), role: 'host' },
        { name: speaker, title: titleOf(1), role: 'speak' },
        ...others.map((name, index) => ({ name, title: titleOf(index + 2), role: 'attend' })),
      ],
      items: list,
    };
  });
