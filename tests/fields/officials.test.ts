import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/fields/index.ts';
import type { Official } from '../../src/fields/officials.ts';
import { segment } from '../../src/pipeline.ts';

const officialsOf = (text: string): readonly Official[] => read(segment(text)).values.officials as readonly Official[];

/** Everybody who takes part, as 姓名(组织|职务 …)=roles; a body that is not said as -. */
const shown = (text: string): string =>
  officialsOf(text)
    .map(({ name, titles, roles }) => {
      const words = titles.map(({ organization, post }) => `${organization ?? '-'}|${post}`).join(' ');
      return `${name}${words === '' ? '' : `(${words})`}=${roles.join('+')}`;
    })
    .join(' ');

const HELD = '3月12日，全县防汛工作会议在县会议中心召开。';

/** Each row goes on behind a sentence that says that a meeting was held. */
const PRESENT: readonly (readonly [text: string, officials: string])[] = [
  ['县委书记钟岳主持会议。', '钟岳(县委|书记)=host'],
  ['县委副书记、县长钟岳出席会议并讲话。', '钟岳(县委|副书记 -|县长)=speak+attend'],
  ['会议由副县长方宁主持，县长钟岳讲话。', '方宁(-|副县长)=host 钟岳(-|县长)=speak'],
  ['县领导钟岳、方宁参加会议。', '钟岳(县|领导)=attend 方宁(县|领导)=attend'],
  // Roles and titles of one person are united, later, shorter forms are left out.
  ['县水务局局长钟岳汇报工作进展。钟岳局长表示，将落实整改。', '钟岳(县水务局|局长)=speak+report'],
  ['钟岳主持会议。县委常委、副县长钟岳强调，要压实责任。', '钟岳(县委|常委 -|副县长)=host+speak'],
  ['县委书记钟岳讲话。会后，钟岳书记为先进单位颁奖。', '钟岳(县委|书记)=speak+other'],
  ['县委书记秦若川主持会议。秦书记要求，要严阵以待。', '秦若川(县委|书记)=host+speak'],
  // Brackets belong to the person and are no part of the name.
  ['副县长钟岳（挂职）列席会议。', '钟岳(-|副县长)=observe'],
  ['县领导钟岳（女，回族）出席会议。', '钟岳(县|领导)=attend'],
  ['大会主持人、副校长钟岳介绍来宾。', '钟岳(-|副校长)=host+report'],
  // Without a title.
  ['会上，钟岳传达了上级文件，方宁作说明。', '钟岳=report 方宁=report'],
  ['会议选举钟岳为会长。', '钟岳=other'],
  ['钟岳同志作表态发言。', '钟岳=speak'],
  ['艾山江·玉素甫、钟岳出席会议。', '艾山江·玉素甫=attend 钟岳=attend'],
  // In the order of first mention.
  [
    '副县长方宁主持，县委书记钟岳讲话，县长罗安部署工作。',
    '方宁(-|副县长)=host 钟岳(县委|书记)=speak 罗安(-|县长)=report',
  ],
  ['县应急局局长钟岳、县水务局局长方宁分别汇报。', '钟岳(县应急局|局长)=report 方宁(县水务局|局长)=report'],
  [
    '县政协主席钟岳，县委常委方宁、罗安出席会议。',
    '钟岳(县政协|主席)=attend 方宁(县委|常委)=attend 罗安(县委|常委)=attend',
  ],
  ['云山大学钟岳教授为学员授课。', '钟岳(云山大学|教授)=speak'],
  ['钟岳、方宁、罗安等分别作交流发言。', '钟岳=speak 方宁=speak 罗安=speak'],
  ['县人大常委会主任钟岳，县政府副县长方宁参加。', '钟岳(县人大常委会|主任)=attend 方宁(县政府|副县长)=attend'],
];

/** Whole articles in short. */
const ARTICLES: readonly (readonly [text: string, officials: string])[] = [
  [
    '全县防汛工作会议召开\n3月12日，全县防汛工作会议召开。县委书记钟岳出席会议并讲话，县委副书记、县长方宁主持，县领导罗安、彭越参加。\n钟岳指出，防汛责任重于泰山。\n方宁就贯彻落实会议精神提出要求。',
    '钟岳(县委|书记)=speak+attend 方宁(县委|副书记 -|县长)=host+speak 罗安(县|领导)=attend 彭越(县|领导)=attend',
  ],
  [
    '云山学院召开教学工作会议\n4月8日下午，云山学院在图书馆报告厅召开教学工作会议。学院党委书记钟岳，副院长方宁、罗安出席会议，各系主任参加会议。会议由方宁主持。\n会上，教务处处长彭越作教学工作报告。秦川老师分享了课程建设经验。',
    '钟岳(学院|党委书记)=attend 方宁(学院|副院长)=host+attend 罗安(学院|副院长)=attend 彭越(教务处|处长)=report 秦川=speak',
  ],
  [
    '市作协第五次代表大会闭幕\n5月20日，市作协第五次代表大会在市文化中心闭幕。大会选举钟岳为市作协主席，方宁、罗安当选为副主席。市委宣传部副部长彭越到会祝贺并讲话。',
    '钟岳=other 方宁=other 罗安=other 彭越(市委宣传部|副部长)=speak+attend',
  ],
];

/** Articles of other kinds: a plenary, a course, a congress of staff, a party day, minutes. */
const KINDS: readonly (readonly [text: string, officials: string])[] = [
  [
    '学院召开期末工作布置会\n1月5日下午，机械工程学院在机电楼会议室召开期末工作布置会。会议由院党委书记钟岳主持。\n院长方宁总结了本学期主要工作，副院长罗安就期末考试、教学检查等作了安排。党委副书记彭越强调了值班值守要求。\n最后，钟岳要求全体教职工站好最后一班岗。\n（文/图 秦若川 审核/韩冰）',
    '钟岳(院|党委书记)=host+speak 方宁(-|院长)=report 罗安(-|副院长)=report 彭越(-|党委副书记)=speak',
  ],
  [
    '巡视工作动员会召开\n4月10日，省委第五巡视组巡视云山大学党委工作动员会召开。省委第五巡视组组长钟岳作了动员讲话，云山大学党委书记方宁主持会议并作表态发言。省委第五巡视组副组长彭越及有关同志，云山大学领导班子成员出席会议。',
    '钟岳(省委第五巡视组|组长)=speak 方宁(云山大学|党委书记)=host+speak 彭越(省委第五巡视组|副组长)=attend',
  ],
];

/** People who are named and take no part. */
const ABSENT: readonly string[] = [
  '会议学习了习近平总书记关于防灾减灾的重要论述。',
  '会议传达了省长钟岳的批示要求。',
  '会议号召向钟岳同志学习。',
  '会议学习了钟岳同志的先进事迹。',
  '会议感谢钟岳先生多年来的支持。',
  '会议对钟岳同志逝世表示哀悼。',
  '县长钟岳此前作出批示，要求抓好落实。',
  '（记者 钟岳 通讯员 方宁）',
  '本报记者 钟岳 摄影报道',
  '编辑：钟岳 审核：方宁',
  '供稿：钟岳',
  '会议通报了钟岳严重违纪违法案件。',
  '大家观看了反映钟岳教授事迹的短片。',
  '会议指出，习近平总书记多次强调，要坚持人民至上。',
  '会议重温了毛泽东同志的有关论述。',
  '会议推荐阅读钟岳教授的《防汛手册》。',
  '会议宣读了部长钟岳发来的贺信。',
  '会议要求各主持人、发言人做好准备。',
  '会议强调，要弘扬雷锋精神。',
  '会议学习马克思主义经典著作。',
  '会议在孙中山纪念馆参观后结束。',
  '会议强调，要加强领导，成立专班，严格考核。',
  '会议观看了由钟岳执导的警示教育片。',
  '会场悬挂着书法家钟岳题写的横幅。',
  '会议传达了中央书记处书记钟岳在座谈会上的讲话精神。',
  '会议集体学习了钟岳的署名文章。',
  '学员们参观了钟岳烈士故居。',
  '会议要求以钟岳同志为榜样。',
  '会议强调，要高举邓小平理论伟大旗帜。',
];

describe('who takes part', () => {
  test.each(PRESENT)('%s → %s', (text, officials) => {
    expect(shown(HELD + text)).toBe(officials);
  });
});

describe('articles', () => {
  test.each([...ARTICLES, ...KINDS])('%s', (text, officials) => {
    expect(shown(text)).toBe(officials);
  });
});

describe('who is only named', () => {
  test.each(ABSENT)('%s', (text) => {
    expect(shown(HELD + text)).toBe('');
  });
});

describe('no event, nobody takes part', () => {
  test.each([
    '防汛工作怎么看？\n县长钟岳强调，要压实责任。专家方宁认为，关键在基层。',
    '关于召开防汛工作会议的通知\n各单位：县长钟岳将出席会议。',
    '人物｜钟岳的三十年\n钟岳老师每天第一个到校。',
  ])('%s', (text) => {
    expect(shown(text)).toBe('');
  });
});

test('the first evidence holds the name, and that of a title its words', () => {
  const text = `${HELD}县委常委、副县长钟岳主持会议，县水务局局长方宁、罗安同志出席。`;
  for (const { name, titles, evidence } of officialsOf(text)) {
    const [first] = evidence;
    expect(text.slice(first?.start, first?.end)).toBe(name);
    for (const title of titles) {
      const [words] = title.evidence;
      expect(text.slice(words?.start, words?.end)).toBe(title.text);
    }
  }
});

/** Sentences with the people left open. */
const PATTERNS: readonly string[] = [
  '县委书记A主持会议。',
  '会议由县委副书记A主持，县长B出席并讲话。',
  '县领导A、B、C参加会议。',
  '县水务局局长A、县林业局局长B分别汇报了工作进展。',
  '会上，副县长A传达了文件精神，办公室主任B作了说明。',
  '县政协副主席A列席会议。',
  '云山大学教授A作主旨报告，研究员B进行点评。',
  '受县长A委托，副县长B主持会议。',
  '会议选举A为会长，B为秘书长。',
  '县纪委书记A通报典型案例。',
  '校党委书记A强调，要立德树人。',
  '校长A、副校长B和教务处处长C出席会议。',
  '县委常委、宣传部部长A讲话，副县长B（挂职）参加。',
  'A同志、B同志作交流发言。',
  '学院院长A致辞，学生代表B发言。',
  '县委书记A出席会议，并就下一步工作提出要求。',
  '局党组成员A、B以及机关党委书记C列席。',
  '村党支部书记A领学，村委会主任B谈体会。',
  '大会宣布了表彰决定，县长A为获奖代表B、C颁奖。',
  '云山集团董事长A、总经理B签署协议。',
  '市人大代表A建议加快管网改造，县住建局局长B现场回应。',
  '会上，A、B、C先后作了交流发言。',
  '随后，A领学了有关文件。',
  '会议由A同志主持，B同志记录，C列席。',
  'A在总结时强调，要抓好落实。',
  '云山学院A教授作报告。',
  'A老师分享了教学经验。',
  '县委常委A、B、C，副县长李铁军参加。',
  '副县长A等参加会议。',
  '副县长A对工作提出要求。',
  '副县长A从三个方面作了讲解。',
  '副县长A向与会代表致辞。',
  '副县长A及县水务局局长B参加。',
  '副县长A首先讲话。',
  '副县长A受邀出席。',
  '“一定要抓好落实。”A说。',
  '选举A为会长，B、C为副会长。',
  '会议表彰了A、B、C三位同志。',
  '学生代表A、教师代表B、家长代表C发言。',
  '市委书记A、市长B会见了总裁C一行。',
  'A主任传达了精神，B副主任汇报了工作。',
];

/** The marks of half width that articles use for those of full width. */
const HALF = new Map([
  ['，', ','],
  ['：', ':'],
  ['；', ';'],
  ['（', '('],
  ['）', ')'],
]);

/** Names that are not also words, of each form: one and two characters given, compound surnames, with a dot. */
const NAMES: readonly string[] = [
  '陈志远',
  '李秀兰',
  '王建华',
  '周立群',
  '刘雅婷',
  '赵国栋',
  '孙玉梅',
  '吴海燕',
  '郑文博',
  '马晓棠',
  '谢明辉',
  '韩雪梅',
  '沈树人',
  '魏东升',
  '蒋欣怡',
  '潘振宇',
  '杜娟',
  '许涛',
  '彭斌',
  '冯磊',
  '欧阳晓岚',
  '司徒建邦',
  '诸葛怀远',
  '艾山江·玉素甫',
];

describe('whoever it is', () => {
  const skeleton = (pattern: string, names: readonly string[]): string => {
    const filled = pattern.replace(/[ABC]/gu, (letter) => names['ABC'.indexOf(letter)] as string);
    let said = shown(HELD + filled);
    for (const [index, name] of names.entries()) said = said.replaceAll(name, 'ABC'[index] as string);
    return said;
  };
  test.each(PATTERNS)('%s', (pattern) => {
    const plain = skeleton(pattern, ['陈志远', '李秀兰', '王建华']);
    expect(plain).not.toBe('');
    expect(skeleton([...pattern].map((mark) => HALF.get(mark) ?? mark).join(''), ['陈志远', '李秀兰', '王建华'])).toBe(
      plain.replaceAll('（', '(').replaceAll('）', ')'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 3 }), (names) => {
        expect(skeleton(pattern, names)).toBe(plain);
      }),
      { numRuns: 40, seed: 2026 },
    );
  });
});
