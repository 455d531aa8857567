import { describe, expect, test } from 'vitest';
import { rolesIn } from '../../src/fields/roles.ts';
import { segment } from '../../src/pipeline.ts';

const ORDER = ['host', 'speak', 'report', 'attend', 'observe', 'other'];

/** Who does what, as 姓名=roles, in the order in which they are first said to do something. */
function doingsOf(text: string): string {
  const article = segment(text);
  const all = new Map<string, Set<string>>();
  for (const { person, role } of [...rolesIn(article)].sort((a, b) => a.person.start - b.person.start)) {
    const roles = all.get(person.name) ?? new Set<string>();
    all.set(person.name, roles.add(role));
  }
  return [...all].map(([name, roles]) => `${name}=${ORDER.filter((role) => roles.has(role)).join('+')}`).join(' ');
}

const HOSTS: readonly (readonly [text: string, doings: string])[] = [
  ['县委书记钟岳主持会议。', '钟岳=host'],
  ['会议由县委书记钟岳主持。', '钟岳=host'],
  ['会议由钟岳同志主持。', '钟岳=host'],
  ['开班式由副校长钟岳主持，教务处处长方宁致辞。', '钟岳=host 方宁=speak'],
  ['钟岳、方宁分别主持上下半场讨论。', '钟岳=host 方宁=host'],
  ['3月12日，县长钟岳主持召开县政府常务会议。', '钟岳=host'],
  ['座谈会在副市长钟岳的主持下进行。', '钟岳=host'],
  ['局长钟岳主持会议并讲话。', '钟岳=host+speak'],
  ['院长钟岳主持会议并提出三点要求。', '钟岳=host+speak'],
  ['上午的会议由钟岳教授主持，下午由方宁研究员主持。', '钟岳=host 方宁=host'],
  ['会议由镇长钟岳主持，镇党委书记方宁出席并讲话。', '钟岳=host 方宁=speak+attend'],
  ['仪式由区委常委、宣传部部长钟岳主持。', '钟岳=host'],
  ['受县委书记方宁委托，县委副书记钟岳主持会议。', '钟岳=host'],
  ['钟岳主持召开专题会议，研究部署防汛工作。', '钟岳=host'],
  ['论坛由云山学院院长钟岳和副院长方宁共同主持。', '钟岳=host 方宁=host'],
];

const SPEAKS: readonly (readonly [text: string, doings: string])[] = [
  ['市长钟岳出席会议并讲话。', '钟岳=speak+attend'],
  ['副区长钟岳出席并致辞。', '钟岳=speak+attend'],
  ['校长钟岳指出，本科教育是根本。', '钟岳=speak'],
  ['钟岳强调，要压实责任。', '钟岳=speak'],
  ['县委书记钟岳要求，各单位要迅速行动。', '钟岳=speak'],
  ['副院长钟岳作总结讲话。', '钟岳=speak'],
  ['学院团委书记钟岳作了点评。', '钟岳=speak'],
  ['钟岳教授作题为《乡村治理》的主旨报告。', '钟岳=speak'],
  ['区人大代表钟岳、方宁先后发言。', '钟岳=speak 方宁=speak'],
  ['会上，副县长钟岳就汛期值守提出三点意见。', '钟岳=speak'],
  ['新任局长钟岳作表态发言。', '钟岳=speak'],
  ['老教师方宁分享了班级管理经验。', '方宁=speak'],
  ['县委党校讲师钟岳为学员授课。', '钟岳=speak'],
  ['研究员钟岳应邀作专题辅导。', '钟岳=speak'],
  ['方宁介绍经验，钟岳谈体会。', '方宁=speak 钟岳=speak'],
  ['医院院长钟岳致欢迎辞，专家方宁作学术讲座。', '钟岳=speak 方宁=speak'],
  ['代表钟岳在发言中建议，加快管网改造。', '钟岳=speak'],
  ['校长钟岳回应了代表们关心的问题。', '钟岳=speak'],
  ['钟岳希望，青年教师扎根讲台。', '钟岳=speak'],
  ['局长钟岳对全体学员提出希望。', '钟岳=speak'],
  ['副局长钟岳表示，将全力配合。', '钟岳=speak'],
];

const REPORTS: readonly (readonly [text: string, doings: string])[] = [
  ['受理事会委托，秘书长钟岳作工作报告。', '钟岳=report'],
  ['主任钟岳代表县人大常委会作工作报告。', '钟岳=report'],
  ['会上，办公室主任钟岳传达了上级会议精神。', '钟岳=report'],
  ['发改局局长钟岳、财政局局长方宁分别汇报了有关情况。', '钟岳=report 方宁=report'],
  ['副书记钟岳宣读表彰决定。', '钟岳=report'],
  ['纪委书记钟岳通报典型案例。', '钟岳=report'],
  ['钟岳领学了党章。', '钟岳=report'],
  ['市委组织部副部长钟岳宣布任职决定。', '钟岳=report'],
  ['人事处处长钟岳就方案作了说明。', '钟岳=report'],
  ['财务处处长方宁解读了报销办法。', '方宁=report'],
  ['副所长钟岳介绍了研究所的基本情况。', '钟岳=report'],
  ['支部书记钟岳、方宁依次述职。', '钟岳=report 方宁=report'],
  ['副校长钟岳部署下学期重点工作。', '钟岳=report'],
  ['宣讲团成员钟岳作宣讲。', '钟岳=report'],
  ['监事长钟岳作监事会工作报告，财务总监方宁作财务报告。', '钟岳=report 方宁=report'],
  ['会议听取了副主任钟岳关于预算执行情况的汇报。', '钟岳=report'],
  ['局长钟岳汇报工作，副县长方宁作点评。', '钟岳=report 方宁=speak'],
];

const ATTENDS: readonly (readonly [text: string, doings: string])[] = [
  ['副县长钟岳参加会议。', '钟岳=attend'],
  ['县领导钟岳、方宁、罗安参加会议。', '钟岳=attend 方宁=attend 罗安=attend'],
  ['出席会议的有副市长钟岳、市政府副秘书长方宁。', '钟岳=attend 方宁=attend'],
  ['参加会议的还有：钟岳、方宁。', '钟岳=attend 方宁=attend'],
  ['区政协副主席钟岳列席会议。', '钟岳=observe'],
  ['钟岳、方宁出席，罗安列席。', '钟岳=attend 方宁=attend 罗安=observe'],
  ['区领导钟岳、方宁及各街道主要负责人参加。', '钟岳=attend 方宁=attend'],
  ['市长钟岳主持，副市长方宁、罗安，秘书长彭越参加会议。', '钟岳=host 方宁=attend 罗安=attend 彭越=attend'],
  ['副部长钟岳到会指导。', '钟岳=attend'],
  ['校领导钟岳、方宁共同见证签约。', '钟岳=attend 方宁=attend'],
  ['副县长方宁陪同调研。', '方宁=attend'],
  ['会议特邀云山大学教授钟岳参加。', '钟岳=attend'],
  ['副院长钟岳，教务处、学生处负责人，团委书记方宁参加会议。', '钟岳=attend 方宁=attend'],
];

const OTHERS: readonly (readonly [text: string, doings: string])[] = [
  ['会议选举钟岳为新一届理事会会长。', '钟岳=other'],
  ['钟岳当选为会长，方宁、罗安当选为副会长。', '钟岳=other 方宁=other 罗安=other'],
  ['教师钟岳荣获一等奖。', '钟岳=other'],
  ['副校长钟岳为获奖教师颁奖。', '钟岳=other'],
  ['双方代表钟岳、方宁签署合作协议。', '钟岳=other 方宁=other'],
  ['市领导钟岳、方宁共同为研究院揭牌。', '钟岳=other 方宁=other'],
  ['校长钟岳向方宁颁发聘书。', '钟岳=other 方宁=other'],
  ['会议表彰了钟岳、方宁等先进个人。', '钟岳=other 方宁=other'],
  ['党委书记钟岳带领新党员宣誓，组织委员方宁领誓。', '钟岳=other 方宁=other'],
];

/** Several people in one sentence, each with something else to do. */
const MANY: readonly (readonly [text: string, doings: string])[] = [
  [
    '钟岳主持会议，方宁宣读文件，罗安、彭越分别作交流发言，秦川作总结讲话。',
    '钟岳=host 方宁=report 罗安=speak 彭越=speak 秦川=speak',
  ],
  [
    '组织部副部长钟岳宣布任免决定，方宁作表态发言，县长罗安主持会议并提出要求。',
    '钟岳=report 方宁=speak 罗安=host+speak',
  ],
  ['首先由院长钟岳介绍情况，随后副院长方宁汇报进展。', '钟岳=report 方宁=report'],
  ['钟岳、方宁为获奖者颁奖，罗安代表获奖者发言。', '钟岳=other 方宁=other 罗安=speak'],
  ['会议由校长钟岳主持，并传达了上级文件精神。', '钟岳=host+report'],
  ['钟岳主持第一阶段会议，方宁主持第二阶段会议。', '钟岳=host 方宁=host'],
  ['钟岳主持学习会并作重点发言。', '钟岳=host+speak'],
  ['钟岳汇报了项目情况，方宁作补充发言。', '钟岳=report 方宁=speak'],
  ['由钟岳宣读倡议书，方宁领誓。', '钟岳=report 方宁=other'],
  ['县委书记钟岳、县长方宁出席，副县长罗安主持。', '钟岳=attend 方宁=attend 罗安=host'],
  ['会议由钟岳主持，方宁、罗安出席，彭越列席。', '钟岳=host 方宁=attend 罗安=attend 彭越=observe'],
];

/** In other words than the plainest. */
const REWORDED: readonly (readonly [text: string, doings: string])[] = [
  ['县长钟岳最后强调，要守住底线。', '钟岳=speak'],
  ['校长钟岳代表学校对来宾表示欢迎。', '钟岳=speak'],
  ['钟岳教授从三个方面介绍了研究进展。', '钟岳=report'],
  ['研究员钟岳深入浅出地讲解了新规。', '钟岳=speak'],
  ['理事长钟岳致开幕词。', '钟岳=speak'],
  ['钟岳、方宁等9位专家作了主题报告。', '钟岳=speak 方宁=speak'],
  ['会长钟岳与总经理方宁进行了会谈。', '钟岳=other 方宁=other'],
  ['钟岳被任命为水务局局长。', '钟岳=other'],
  ['钟岳受聘为客座教授。', '钟岳=other'],
  ['会议邀请云山大学教授钟岳作辅导报告。', '钟岳=speak'],
  ['会议还邀请专家钟岳到会指导。', '钟岳=attend'],
  ['“信心来自实干。”县长钟岳说。', '钟岳=speak'],
  ['钟岳通过视频连线参加会议。', '钟岳=attend'],
  ['副部长钟岳以视频方式出席并致辞。', '钟岳=speak+attend'],
  ['会长钟岳发表视频致辞。', '钟岳=speak'],
  ['院长钟岳对讲座进行了总结。', '钟岳=speak'],
  ['钟岳参与讨论并发言。', '钟岳=speak+attend'],
  ['县长钟岳叮嘱大家注意安全。', '钟岳=speak'],
  ['区长钟岳对全年工作进行了部署。', '钟岳=report'],
  ['财政局局长钟岳就预算草案作说明。', '钟岳=report'],
  ['副主任钟岳带领大家学习了条例。', '钟岳=report'],
  ['主持人：钟岳', '钟岳=host'],
  ['主持：钟岳', '钟岳=host'],
  ['出席：钟岳、方宁', '钟岳=attend 方宁=attend'],
  ['列席：钟岳、方宁', '钟岳=observe 方宁=observe'],
  ['主讲人：云山大学教授钟岳', '钟岳=speak'],
  ['出席领导：钟岳、方宁', '钟岳=attend 方宁=attend'],
  ['市委、市人大常委会、市政府、市政协领导钟岳、方宁等出席会议。', '钟岳=attend 方宁=attend'],
  ['县委、县政府领导钟岳、方宁出席会议。', '钟岳=attend 方宁=attend'],
  ['受钟岳书记委托，方宁主持会议。', '方宁=host'],
  ['专家组由钟岳院士任组长，方宁教授任副组长。', '钟岳=other 方宁=other'],
  ['会议推选钟岳教授为专家组组长。', '钟岳=other'],
  ['校友会会长钟岳、秘书长方宁向母校捐赠图书。', '钟岳=other 方宁=other'],
  ['钟岳还对下一阶段工作进行了安排部署。', '钟岳=report'],
  ['方宁主任医师、罗安护士长分别作专题讲座。', '方宁=speak 罗安=speak'],
  ['李明轩同学获得一等奖，张雨桐、王梓涵获得二等奖。', '李明轩=other 张雨桐=other 王梓涵=other'],
  ['在家的县领导钟岳、方宁参加会议。', '钟岳=attend 方宁=attend'],
  ['书记钟岳作动员讲话，副书记方宁作工作部署。', '钟岳=speak 方宁=report'],
  ['支部书记钟岳讲授专题党课。', '钟岳=speak'],
  ['校长钟岳对做好招生工作提出三点意见。', '钟岳=speak'],
  ['主持工作的副局长钟岳参加会议。', '钟岳=attend'],
  ['副总经理（主持工作）钟岳通报情况。', '钟岳=report'],
];

/** What is heard, given or passed on is a noun and makes nobody its subject; who made it stands before it. */
const NOUNS: readonly (readonly [text: string, doings: string])[] = [
  ['县委书记钟岳听取汇报后指出，项目成效明显。', '钟岳=speak'],
  ['钟岳在听取汇报后强调，要再接再厉。', '钟岳=speak'],
  ['大会审议通过了方宁代表理事会所作的工作报告。', '方宁=report'],
  ['会议任命钟岳为县教育局局长，任命方宁为县水务局局长。', '钟岳=other 方宁=other'],
  ['会议宣布：方宁同志任县委书记。', '方宁=other'],
  ['大会选举产生新一届理事会，钟岳任会长，方宁、罗安任副会长。', '钟岳=other 方宁=other 罗安=other'],
  ['大会推举钟岳担任名誉会长。', '钟岳=other'],
  ['会议由钟岳、方宁轮流主持。', '钟岳=host 方宁=host'],
  ['会议分别由钟岳和方宁主持。', '钟岳=host 方宁=host'],
  ['钟岳全程参加会议。', '钟岳=attend'],
  ['党支部书记钟岳带头作对照检查发言。', '钟岳=speak'],
  ['钟岳、方宁等10人获得表彰。', '钟岳=other 方宁=other'],
  ['家长代表方宁介绍了家庭教育经验。', '方宁=speak'],
  ['副局长钟岳现场解答了企业提出的问题。', '钟岳=speak'],
  ['钟岳作会议小结。', '钟岳=speak'],
  ['钟岳充分肯定了取得的成绩，并就下半年工作提出要求。', '钟岳=speak'],
  ['钟岳宣读了方宁的贺信。', '钟岳=report'],
  ['钟岳、方宁、罗安、彭越等领导同志一道参加会议。', '钟岳=attend 方宁=attend 罗安=attend 彭越=attend'],
  ['钟岳和方宁出席开幕式并共同启动平台。', '钟岳=attend+other 方宁=attend+other'],
  ['钟岳率先作表态发言，方宁、罗安随后发言。', '钟岳=speak 方宁=speak 罗安=speak'],
  ['会上,县长钟岳传达了精神;副县长方宁作了说明。', '钟岳=report 方宁=report'],
  ['县委书记钟岳出席会议,并就防汛工作作出部署。', '钟岳=report+attend'],
  ['会议由钟岳主持,方宁、罗安出席,彭越列席。', '钟岳=host 方宁=attend 罗安=attend 彭越=observe'],
];

/** The subject goes on into later clauses and sentences. */
const GOES_ON: readonly (readonly [text: string, doings: string])[] = [
  ['县长钟岳出席会议，并就防汛工作作出部署。', '钟岳=report+attend'],
  ['校长钟岳出席会议。他强调，要聚焦主业。', '钟岳=speak+attend'],
  ['会议由副局长方宁主持。局长钟岳出席会议。他指出，要狠抓落实。', '方宁=host 钟岳=speak+attend'],
  ['主任钟岳传达了文件精神，随后通报了整改情况。', '钟岳=report'],
  ['县委书记钟岳主持会议并强调，要守牢底线。', '钟岳=host+speak'],
  ['钟岳在讲话中指出，改革进入深水区。', '钟岳=speak'],
  ['钟岳代表党委向大家表示感谢，并对下一步工作提出要求。', '钟岳=speak'],
  ['会上，钟岳传达了通知，方宁汇报了进展，罗安作点评。', '钟岳=report 方宁=report 罗安=speak'],
  ['秦若川主持会议。秦若川要求，各级干部要下沉一线。', '秦若川=host+speak'],
  ['县委书记秦若川主持会议。秦书记指出，要久久为功。', '秦若川=host+speak'],
];

/** Names and verbs that belong to nobody's part in the meeting. */
const NOTHING: readonly string[] = [
  '会议学习了习近平总书记在中央全会上的重要讲话精神。',
  '会议传达学习习近平总书记重要讲话。',
  '会议观看了纪念钟岳同志的专题片。',
  '大家纷纷表示，要向钟岳同志学习。',
  '会议号召全体党员学习钟岳同志的先进事迹。',
  '节目主持人素质提升班开班。',
  '课题主持人汇报了进展。',
  '全市主持工作的负责人参加会议。',
  '会议认真领会讲话精神。',
  '会议要求，各单位要建立汇报制度。',
  '会议讨论了《讲话》和《报告》两份文件。',
  '新闻发言人制度进一步完善。',
  '（通讯员 钟岳 方宁）',
  '摄影：钟岳',
  '编辑：钟岳 审核：方宁',
  '县长钟岳近日作出批示，要求抓好落实。',
  '部长钟岳发来贺信。',
  '会议缅怀了钟岳烈士。',
  '会议对钟岳违纪案件进行了通报。',
  '会议传达了省长钟岳在全省会议上的讲话精神。',
  '会议根据县委书记钟岳的指示召开。',
  '全会听取了县委常委会工作报告。',
  '参加会议的人员要提前到场。',
  '会议要求各地主持召开专题会议。',
  '副县长钟岳因公请假。',
  '委员钟岳未出席会议。',
  '会议认为，钟岳同志的做法值得推广。',
  '钟岳同志因病逝世。',
  '钟岳教授团队的成果受到关注。',
  '会议参观了以钟岳名字命名的工作室。',
  '会议研究了钟岳同志的任职事宜。',
  '校训出自教育家钟岳的讲话。',
  '今年3月，县长钟岳曾到此调研。',
  '联系人：钟岳 电话：0000-1234567',
  '签发：钟岳',
  '（钟岳）',
  '来稿：办公室 钟岳',
  '会议强调，要认真学习讲话精神，主动汇报思想。',
  '会议决定由办公室负责起草汇报材料。',
];

for (const [title, rows] of Object.entries({
  HOSTS,
  SPEAKS,
  REPORTS,
  ATTENDS,
  OTHERS,
  MANY,
  REWORDED,
  NOUNS,
  GOES_ON,
})) {
  describe(`roles: ${title.toLowerCase().replace('_', ' ')}`, () => {
    test.each(rows)('%s → %s', (text, doings) => {
      expect(doingsOf(text)).toBe(doings);
    });
  });
}

/** Who is spoken of, thanked, quoted, remembered or written about does nothing there. */
const SPOKEN_OF: readonly string[] = [
  '会议强调，要认真听取专家意见。',
  '大家共同回顾了钟岳的一生。',
  '会议学习贯彻省委书记钟岳在全省会议上的讲话要求。',
  '会议播放了钟岳的采访视频。',
  '会议印发了钟岳的书面材料。',
  '展厅陈列着钟岳捐赠的书画。',
  '会议室墙上挂着钟岳题写的校训。',
  '与会人员参观了钟岳故居。',
  '会议通报了钟岳受到处分的情况。',
  '县公安局民警抓获嫌疑人钟岳。',
  '会议决定免去钟岳的职务，此前他已退休。',
  '该书由钟岳主编。',
  '剧本由钟岳创作。',
  '该项目由钟岳捐资建设。',
  '学校由教育家钟岳于1912年创办。',
  '先烈钟岳曾在此战斗。',
  '论文第一作者钟岳毕业于云山大学。',
  '咨询电话由钟岳接听。',
  '来源：云山日报 记者：钟岳',
  '撰稿：钟岳 方宁',
  '图为会场。钟岳摄',
  '（县委办 钟岳）',
  '终审：钟岳',
  '校对：方宁',
  '落款：钟岳',
  '会议主持词要简短。',
  '讲话稿要精炼。',
  '要加强汇报交流。',
  '主讲教师要认真备课。',
  '报告厅内座无虚席。',
  '传达室要落实值班制度。',
  '列席单位要做好准备。',
  '通报批评3家单位。',
  '要进行总结表彰。',
  '发言席设在会场中央。',
];

describe('no role', () => {
  test.each([...NOTHING, ...SPOKEN_OF])('%s', (text) => {
    expect(doingsOf(text)).toBe('');
  });
});
