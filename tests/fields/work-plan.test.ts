import { describe, expect, test } from 'vitest';
import { findOccasion } from '../../src/fields/occasion.ts';
import { headingOf, workPlan } from '../../src/fields/work-plan.ts';
import type { PersonMention } from '../../src/model/mention.ts';
import { articleOf } from './article-of.ts';

const LEAD = '市局召开工作推进会\n3月5日，市局召开2024年重点工作推进会。';

function planOf(body: string, people: readonly string[] = []): ReturnType<typeof workPlan.read> {
  const bare = articleOf(LEAD + body);
  const named = people.flatMap((name) => {
    const found: PersonMention[] = [];
    for (let at = bare.clean.indexOf(name); at >= 0; at = bare.clean.indexOf(name, at + 1)) {
      const place = { start: at, end: at + name.length };
      found.push({ kind: 'person', rule: 'person/test', name, titles: [], phrase: place, ...place });
    }
    return found;
  });
  const article = { ...bare, mentions: [...bare.mentions, ...named].sort((a, b) => a.start - b.start) };
  const reading = workPlan.read(article, findOccasion(article), {});
  for (const { text, evidence } of reading.value) {
    expect(article.clean.slice(evidence[0]?.start, evidence[0]?.end)).toBe(text);
  }
  return reading;
}

const ASKED: readonly (readonly [body: string, items: readonly string[]])[] = [
  [
    '局长赵某强调，要抓好三项工作。一是抓学习，二是抓落实，三是抓队伍。会议由副局长李某主持。',
    ['一是抓学习，', '二是抓落实，', '三是抓队伍。'],
  ],
  [
    '会议要求：（一）提高认识。各单位要高度重视，加强领导。（二）狠抓落实。要细化措施，明确责任。\n出席会议的有各科室负责人。',
    ['（一）提高认识。各单位要高度重视，加强领导。', '（二）狠抓落实。要细化措施，明确责任。'],
  ],
  [
    '就做好下一步工作，赵某提出三点意见：首先，要提高站位。其次，要压实责任。再次，要强化督查。会后，与会人员观看了警示片。',
    ['首先，要提高站位。', '其次，要压实责任。', '再次，要强化督查。'],
  ],
  [
    '赵某要求，第一，提高政治站位，增强责任意识；第二，坚持问题导向，抓好整改落实；第三，加强监督检查。',
    ['第一，提高政治站位，增强责任意识；', '第二，坚持问题导向，抓好整改落实；', '第三，加强监督检查。'],
  ],
  [
    '赵某强调，一要压实责任。各级各部门要守土尽责。二要严格执法。要加大查处力度，形成震慑。三要广泛宣传。充分利用各类媒体，营造浓厚氛围。\n李某要求，要认真贯彻落实本次会议精神。',
    [
      '一要压实责任。各级各部门要守土尽责。',
      '二要严格执法。要加大查处力度，形成震慑。',
      '三要广泛宣传。充分利用各类媒体，营造浓厚氛围。',
    ],
  ],
  ['会议强调，其一，要坚持党的领导；其二，要坚持依法行政。', ['其一，要坚持党的领导；', '其二，要坚持依法行政。']],
  [
    '会议部署了下一阶段工作：\n1.抓好春季造林。各乡镇要抓紧整地。\n2.抓好森林防火。要落实网格责任。\n3.抓好病虫害防治。\n会议还研究了其他事项。',
    ['1.抓好春季造林。各乡镇要抓紧整地。', '2.抓好森林防火。要落实网格责任。', '3.抓好病虫害防治。'],
  ],
  [
    '①严格落实责任；②加强隐患排查；③做好应急值守。会议要求全体干部认真执行。',
    ['①严格落实责任；', '②加强隐患排查；', '③做好应急值守。'],
  ],
  [
    '赵某在讲话中对做好今年工作提出要求：\n一、加强学习，提升能力。要带头学、深入学。\n二、转变作风，狠抓落实。要雷厉风行。\n最后，李某作总结。',
    ['一、加强学习，提升能力。要带头学、深入学。', '二、转变作风，狠抓落实。要雷厉风行。'],
  ],
  [
    '会议要求，一是严格值班制度，二是严守工作纪律，二是做好后勤保障。',
    ['一是严格值班制度，', '二是严守工作纪律，', '二是做好后勤保障。'],
  ],
  [
    '会议要求，一是严格值班制度；三是做好后勤保障；四是加强宣传。',
    ['一是严格值班制度；', '三是做好后勤保障；', '四是加强宣传。'],
  ],
  ['会议明确了三项任务，即一是抓整改、二是抓提升、三是抓长效。', ['一是抓整改、', '二是抓提升、', '三是抓长效。']],
  [
    '会议传达了上级精神。会议强调，要做到“三个必须”：一是必须讲政治，二是必须守规矩，三是必须敢担当。\n（记者 王某）',
    ['一是必须讲政治，', '二是必须守规矩，', '三是必须敢担当。'],
  ],
  [
    '校长赵某对青年教师提出四点希望：一是坚定理想信念，做立德树人的引路人；二是潜心教书育人；三是勇攀科研高峰；四是涵养高尚师德。赵某最后祝大家节日快乐。',
    ['一是坚定理想信念，做立德树人的引路人；', '二是潜心教书育人；', '三是勇攀科研高峰；', '四是涵养高尚师德。'],
  ],
  [
    '赵某强调，要提高认识，一是思想上要重视，二是行动上要自觉；要加强领导，一是成立专班，二是落实经费。',
    ['一是思想上要重视，', '二是行动上要自觉；', '一是成立专班，', '二是落实经费。'],
  ],
  [
    '赵某就贯彻会议精神强调三点：一是要提升政治能力，把牢前进方向。二是要提升业务能力，推动工作创新。三是要提升自律能力，守住纪律底线。\n全体干部职工参加会议。',
    ['一是要提升政治能力，把牢前进方向。', '二是要提升业务能力，推动工作创新。', '三是要提升自律能力，守住纪律底线。'],
  ],
  [
    '赵某要求，一要强化组织领导。成立工作专班，统筹推进。二要强化协作配合，形成工作合力；三要强化督导考核，确保取得实效。李某在主持时强调，要抓好贯彻落实。',
    [
      '一要强化组织领导。成立工作专班，统筹推进。',
      '二要强化协作配合，形成工作合力；',
      '三要强化督导考核，确保取得实效。',
    ],
  ],
  [
    '2023年，全局紧扣中心工作，一是建成了数据平台，二是开展了专项整治，工作成效显著。赵某要求，一是持续优化营商环境，二是持续改进工作作风。',
    ['一是持续优化营商环境，', '二是持续改进工作作风。'],
  ],
  [
    '今后一个时期，要重点抓好以下工作：第一，推进项目建设。第二，改善民生福祉。第三，维护社会稳定。全会号召，全县上下要团结奋斗。',
    ['第一，推进项目建设。', '第二，改善民生福祉。', '第三，维护社会稳定。'],
  ],
  [
    '赵某代表院党组讲了三点意见：一、统一思想；二、明确任务；三、严明纪律。',
    ['一、统一思想；', '二、明确任务；', '三、严明纪律。'],
  ],
  ['在谈到如何做好工作时，赵某要求全体干警：一是忠诚履职，二是公正司法。', ['一是忠诚履职，', '二是公正司法。']],
  ['会议号召全体会员：一、坚定信念跟党走；二、服务大局作贡献。', ['一、坚定信念跟党走；', '二、服务大局作贡献。']],
  [
    '会议决定，一是成立领导小组，由赵某任组长；二是设立专项资金。',
    ['一是成立领导小组，由赵某任组长；', '二是设立专项资金。'],
  ],
];

const NOT_ASKED: readonly string[] = [
  '会议指出，去年工作取得明显成效：一是队伍建设得到加强；二是业务水平有了提高。',
  '赵某指出，当前工作还存在三个问题：一是认识不到位；二是措施不够实；三是作风不够硬。',
  '会议共有三项议程：一是传达上级文件；二是通报有关情况；三是部署下阶段任务。',
  '参会代表认为，数字经济有三个特点：一是发展快；二是融合深；三是潜力大。',
  '分管副局长汇报了去年的主要工作：一是完成了信息化改造；二是组织了全员培训；三是出台了考核办法。',
  '各单位负责人作表态发言，表示将做到：一是认真学习；二是抓好落实。',
  '专家组建议：一是优化流程；二是增加投入。',
  '所谓“两个结合”，一是指把马克思主义基本原理同中国具体实际相结合，二是指同中华优秀传统文化相结合。',
  '赵某介绍了公司的三大优势：一是技术领先；二是人才密集；三是资金雄厚。',
  '会议的主要任务，一是总结去年工作，二是部署今年任务。',
  '检察官介绍，该案有两点启示：一是要提高警惕，二是要及时报警。',
  '会上，王某首先介绍了来宾。其次，李某致欢迎辞。最后，大家合影留念。',
  '原因主要有两个方面，一是市场需求不足，二是成本上升。',
  '会议审议通过了两个文件：一是《工作规则》，二是《考核办法》。',
  '李某从三个方面作了辅导：一是深刻认识重大意义；二是准确把握核心要义；三是坚决抓好贯彻落实。',
  '培训内容包括：一是安全法规；二是操作规程；三是应急处置。',
  '赵某在致辞中提出三点倡议：一是加强政策沟通；二是深化务实合作。',
  '与会代表提出意见建议：一是完善基础设施；二是加大扶持力度。',
  '会议要求，要举一反三、由点及面，二、三级单位都要自查。',
  '全市用电量同比增长1.2%，3.5亿元投资已经到位，2.0版方案上线。',
  '会议要求各单位统一要求，这是第一要务，万一是故障也要及时上报。',
  '今年是建院十周年，十一是游客高峰，周一要例行闭馆。',
  '会议指出，要推进项目建设；要优化服务；要守住底线。',
  '评审专家就课题提出了五点建议：1.补充数据；2.完善框架；3.核对引文。',
];

describe('what a meeting asks for', () => {
  test.each(ASKED)('%s', (body, items) => {
    const { value } = planOf(body);
    expect(value.map((one) => one.text)).toEqual(items);
    expect(value.every((one) => one.text.startsWith(one.marker))).toBe(true);
  });
});

describe('lists of anything else', () => {
  test.each(NOT_ASKED)('%s', (body) => {
    expect(planOf(body).value).toEqual([]);
  });
});

describe('how lists stand to one another', () => {
  test('a list inside an item belongs to it', () => {
    const { value } = planOf(
      '会议强调，一要建强队伍。要选好人。一是选好班长，二是配好班子。要用好人。二要管好阵地。要常检查。一是每周自查，二是每月互查。',
    );
    expect(value.map((one) => [one.number, one.children.map((child) => child.text)])).toEqual([
      [1, ['一是选好班长，', '二是配好班子。']],
      [2, ['一是每周自查，', '二是每月互查。']],
    ]);
  });

  test('two speakers, two lists, each counted from one', () => {
    const { value } = planOf(
      '吴敏强调，一要抓进度，二要抓质量。\n郑伟要求，一是加强巡查，二是及时整改，三是按时上报。',
      ['吴敏', '郑伟'],
    );
    expect(value.map((one) => [one.number, one.marker, one.by])).toEqual([
      [1, '一要', '吴敏'],
      [2, '二要', '吴敏'],
      [1, '一是', '郑伟'],
      [2, '二是', '郑伟'],
      [3, '三是', '郑伟'],
    ]);
  });

  test('a pronoun speaks for the person named before', () => {
    const { value } = planOf('吴敏出席会议并讲话。他强调，一要抓进度，二要抓质量。', ['吴敏']);
    expect(value.map((one) => one.by)).toEqual(['吴敏', '吴敏']);
  });

  test('the meeting speaks', () => {
    expect(planOf('会议要求，一是抓进度；二是抓质量。').value.map((one) => one.by)).toEqual(['会议', '会议']);
  });

  test('a new speaker ends the last item', () => {
    const { value } = planOf('会议要求，一是抓进度。要倒排工期。二是抓质量。要严格验收。吴敏表示将抓好落实。', [
      '吴敏',
    ]);
    expect(value.at(-1)?.text).toBe('二是抓质量。要严格验收。');
  });

  test('one mark style goes on in the other', () => {
    const { value } = planOf('会议要求，一要抓进度；二要抓质量；三是抓安全。');
    expect(value.map((one) => one.marker)).toEqual(['一要', '二要', '三是']);
  });
});

describe('odd lists', () => {
  test('a number left out is a finding', () => {
    const { value, findings } = planOf('会议要求，一是严格值班；三是加强宣传。');
    expect(value.map((one) => one.number)).toEqual([1, 2]);
    expect(findings?.map((one) => one.code)).toEqual(['plan-gap']);
  });

  test('a number said twice is a finding', () => {
    const { findings } = planOf('会议要求，一是严格值班；二是加强宣传；二是抓好后勤。');
    expect(findings?.map((one) => one.code)).toEqual(['plan-repeat']);
  });

  test('a list in order has none', () => {
    expect(planOf('会议要求，一是严格值班；二是加强宣传。').findings).toEqual([]);
  });
});

describe('the heading of an item', () => {
  const HEADINGS: readonly (readonly [text: string, marker: string, heading: string])[] = [
    ['一是抓学习，促提升。要学深悟透。', '一是', '抓学习，促提升'],
    ['一是抓学习，促提升。', '一是', '抓学习'],
    ['一是抓学习；', '一是', '抓学习'],
    ['第二，抓落实，见成效；', '第二', '抓落实'],
    ['（三）强化保障。落实经费，配齐人员。', '（三）', '强化保障'],
    ['1.抓好春耕！不误农时。', '1.', '抓好春耕'],
    ['二要牢记“实干兴邦，空谈误国。”', '二要', '牢记“实干兴邦'],
    ['一、统一思想', '一、', '统一思想'],
  ];
  test.each(HEADINGS)('%s', (text, marker, heading) => {
    expect(headingOf(text, marker)).toBe(heading);
  });
});

describe('an article of any shape', () => {
  const UNITS = ['一是', '一是要（一）二是（二）', '一是二是一要二要', '会议强调，一是', '第一，', '（一）', '首先'];
  test.each(UNITS)('%s over and over takes no time', (unit) => {
    const before = performance.now();
    planOf(unit.repeat(Math.ceil(100_000 / unit.length)));
    expect(performance.now() - before).toBeLessThan(4000);
  });
});
