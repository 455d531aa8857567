import { describe, expect, test } from 'vitest';
import { findOccasion } from '../../src/fields/occasion.ts';
import { wordsOf } from '../../src/model/span.ts';
import { articleOf } from './article-of.ts';

const KINDS: readonly (readonly [text: string, kind: 'meeting' | 'event' | 'letter' | 'none'])[] = [
  ['副省长带队检查春运工作\n1月20日，副省长刘某某带队到省会火车站检查春运安全保障工作。', 'event'],
  ['县领导走访慰问困难群众\n1月25日，县委书记孙某走访慰问困难群众，代表县委、县政府送去新春祝福。', 'event'],
  [
    '关于召开2022年度总结表彰大会的通知\n各部门：经研究，定于12月30日召开2022年度总结表彰大会，现将有关事项通知如下。',
    'none',
  ],
  ['本报评论员：把会议精神落到实处\n日前召开的省委经济工作会议指出，要坚定信心。', 'none'],
  ['党的二十大报告在我校引发热烈反响\n10月16日，中国共产党第二十次全国代表大会在北京开幕。', 'none'],
  ['习近平向世界互联网大会致贺信\n11月9日，国家主席习近平向2022年世界互联网大会乌镇峰会致贺信。', 'letter'],
  ['王某某会见柬埔寨客人\n5月3日，省长王某某在省政府会见柬埔寨客人一行。', 'event'],
  [
    '县委书记调研重点项目建设并召开现场办公会\n6月8日，县委书记马某深入开发区调研重点项目建设，并召开现场办公会。',
    'event',
  ],
  ['医院开展护理查房活动\n护理部加强基础护理工作，全院护士认真学习制度，患者满意度稳步提升。', 'none'],
  ['老校长的教育情怀\n他出生在一个贫苦家庭，从教四十年来，先后参加过多次全国教育大会。', 'none'],
  ['同学们参加志愿服务\n5月4日，青年志愿者走进社区开展志愿服务活动，为老人理发。', 'event'],
  ['我市举行烈士公祭活动\n9月30日上午，我市在烈士陵园举行烈士公祭活动。', 'event'],
  ['县委书记讲党课\n7月1日，县委书记赵某为党员干部讲专题党课。', 'event'],
  [
    '中俄总理第二十八次定期会晤举行\n当地时间12月19日上午，李某某在人民大会堂同俄罗斯总理举行中俄总理第二十八次定期会晤。',
    'event',
  ],
  ['陈某到挂点村调研\n4月20日，县人大常委会主任陈某到挂点村调研乡村振兴工作，并主持召开座谈会听取群众意见。', 'event'],
  ['学术报告：人工智能前沿\n6月2日下午，应数学学院邀请，李某教授作了题为“人工智能前沿”的学术报告。', 'event'],
  ['美术馆举办书法展\n10月1日，市美术馆举办书法展览，展出作品百余幅。', 'event'],
  ['致全体业主的一封信\n亲爱的业主朋友们：为了大家的安全，请配合防疫工作。', 'none'],
  ['全国教育大会精神在我校引发强烈反响\n9月10日，全国教育大会在北京召开。我校师生认真学习大会精神。', 'none'],
  [
    '市纪委召开四届三次全会\n3月5日，中共临江市第四届纪律检查委员会第三次全体会议召开。市委书记赵明远出席会议并讲话。',
    'meeting',
  ],
  [
    '甘泉县召开2023年第二季度安全生产工作会议\n7月4日，甘泉县召开2023年第二季度安全生产工作会议，县委副书记、县长李庆波出席会议并讲话。',
    'meeting',
  ],
  [
    '县政府召开第12次常务会议\n11月3日，县长王某主持召开县政府第12次常务会议，传达学习全省防汛工作会议精神。',
    'meeting',
  ],
  ['全县经济运行分析会召开\n10月12日，全县三季度经济运行分析会在县委三楼会议室召开。', 'meeting'],
  ['省高院举行新闻发布会\n4月25日，省高级人民法院举行知识产权司法保护状况新闻发布会。', 'meeting'],
  [
    '集团公司召开三届一次职代会\n1月18日至19日，集团公司三届一次职工代表大会暨2022年度工作会议在总部隆重召开。',
    'meeting',
  ],
  [
    '市人民医院召开2021年度行风建设工作会\n为进一步加强医院行风建设，5月8日下午，市人民医院在门诊楼五楼会议室召开2021年度行风建设工作会。',
    'meeting',
  ],
  [
    '我校召开党委理论学习中心组（扩大）学习会\n6月10日，我校党委在行政楼201召开党委理论学习中心组（扩大）学习会。',
    'meeting',
  ],
  [
    '省商会换届大会举行\n12月6日，由省工商联指导、省浙江商会主办的省浙江商会第五届会员代表大会暨换届选举大会在长沙举行。',
    'meeting',
  ],
  ['市委常委会召开会议\n8月2日，市委书记陈立主持召开市委常委会会议，研究部署防汛救灾等工作。', 'meeting'],
  [
    '市中级法院召开全市法院院长会议\n2月14日，全市法院院长会议在市中级人民法院召开。会议深入学习贯彻上级法院院长会议精神。',
    'meeting',
  ],
  ['教育局召开会议部署开学工作\n8月28日，区教育局召开会议，部署秋季学期开学工作。', 'meeting'],
  ['赵某在基层调研时强调 抓好春耕生产\n新华社郑州3月9日电 国务院副总理赵某8日至9日在河南调研春耕生产工作。', 'event'],
  ['校企座谈话合作\n6月1日，校长孙某带队到远景集团走访调研，双方举行座谈。', 'event'],
  ['集团党委书记、董事长讲授专题党课\n6月30日，集团党委书记、董事长钱某以“弘扬建党精神”为题讲授专题党课。', 'event'],
  ['我市代表团参加广交会\n4月15日，第133届中国进出口商品交易会在广州开幕，我市组织代表团参加。', 'event'],
  ['某某某同俄罗斯总统通电话\n国家主席4月26日同外国领导人通电话。', 'letter'],
  ['首届职业技能大赛圆满落幕\n9月21日，首届全市职业技能大赛落下帷幕，共有300名选手参赛。', 'event'],
  ['人大代表视察法院工作\n6月8日，县人大常委会组织部分人大代表视察县法院工作，并召开座谈会。', 'event'],
  ['李某某到校作学术报告\n应化学学院邀请，4月5日，中国科学院院士李某某到校作题为“催化前沿”的学术报告。', 'event'],
  ['省纪委监委通报五起典型案例\n近日，省纪委监委对五起违反中央八项规定精神典型案例进行通报。', 'none'],
];

describe('what an article is about', () => {
  test.each(KINDS)('%s', (text, kind) => {
    const occasion = findOccasion(articleOf(text));
    expect(occasion.kind).toBe(kind);
    if (kind !== 'meeting') expect(occasion.name).toBeNull();
    if (kind === 'none') expect([occasion.sentence, occasion.holding, occasion.organiser]).toEqual([null, null, null]);
  });
});

describe('the sentence that says so', () => {
  const SAID: readonly (readonly [text: string, holding: string, within: string])[] = [
    [
      '水务局召开节水工作会\n受气候影响，来水偏少。6月5日，水务局召开节水工作会。',
      '召开',
      '6月5日，水务局召开节水工作会。',
    ],
    [
      '李某主持召开县政府常务会议\n6月5日，县长李某主持召开县政府常务会议。',
      '主持召开',
      '6月5日，县长李某主持召开县政府常务会议。',
    ],
    ['第二届竹产业论坛闭幕\n第二届竹产业论坛5日下午在县城闭幕。', '闭幕', '第二届竹产业论坛5日下午在县城闭幕。'],
    ['会场外\n5日，商会组织召开银企座谈会。', '组织召开', '5日，商会组织召开银企座谈会。'],
    ['王某出席全市招商大会\n6月5日，市长王某出席全市招商大会。', '出席', '6月5日，市长王某出席全市招商大会。'],
  ];
  test.each(SAID)('%s', (text, holding, within) => {
    const article = articleOf(text);
    const occasion = findOccasion(article);
    expect(occasion.holding && wordsOf(text, occasion.holding)).toBe(holding);
    const sentence = article.sentences[occasion.sentence as number];
    expect(sentence && wordsOf(text, sentence)).toBe(within);
  });

  test('an empty article is about nothing', () => {
    expect(findOccasion(articleOf('')).kind).toBe('none');
  });
});

describe('an article of any shape', () => {
  const UNITS = ['召开会议', '会议上', '（会议', '“会议', '会议暨', '在', '会', '。会议在京召开', '会议和'];
  test.each(UNITS)('%s over and over takes no time', (unit) => {
    const article = articleOf(unit.repeat(Math.ceil(100_000 / unit.length)));
    const before = performance.now();
    findOccasion(article);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
