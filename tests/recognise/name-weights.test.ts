import { describe, expect, test } from 'vitest';
import { weighNames } from '../../src/recognise/name.ts';

/**
 * What is weighed for the name between the last two | of a phrase: by the rule that reads it, the odds of its characters
 * first, then of the words on either side and of what else speaks for or against it.
 */
function weightsOf(phrase: string): string {
  const parts = phrase.split('|');
  const text = parts.join('');
  const name = parts.at(-2) as string;
  const end = text.length - (parts.at(-1) as string).length;
  return (
    weighNames(text, Number.NEGATIVE_INFINITY, true)
      .candidates.filter((one) => one.start === end - name.length && one.end === end)
      .map(({ rule, weights, left }) => {
        const shown = weights.map(([id, weight]) => `${id} ${Number(weight.toFixed(1))}`);
        return `${rule}: ${shown.join(', ')}${left.byline ? ' (byline)' : ''}`;
      })
      .join(' | ') || 'none'
  );
}

const WEIGHTS: readonly (readonly [phrase: string, weights: string])[] = [
  ['副市长|陆远帆|主持会议', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长|陆远帆|出席', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长|陆远帆|作点评', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长|陆远帆|做了表态发言', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长|陆远帆|作专题辅导报告', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['教授|陆远帆|主持会议', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['校友代表|陆远帆|发言', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副总经理（主持工作）|陆远帆|汇报', 'name-han/surname: characters 4.9, left 4, right 4, same-name 3'],
  ['副总经理(主持工作)|陆远帆|汇报', 'name-han/surname: characters 4.9, left 4, right 4, same-name 3'],
  ['副总经理（陆某）|陆远帆|汇报', 'name-han/surname: characters 4.9, left 4, right 4, same-name 3'],
  [
    '李明、|陆远帆|、王芳出席',
    'name-han/surname: characters 4.9, left 1.5, right 1.5, same-name 3, behind-a-name 3, before-a-name 1.5',
  ],
  ['李明、|陆远帆|出席', 'name-han/surname: characters 4.9, left 1.5, right 4, same-name 3, behind-a-name 3'],
  ['李芳（女）、|陆远帆|出席', 'name-han/surname: characters 4.9, left 1.5, right 4, same-name 3, behind-a-name 3'],
  ['，|陆远帆|说', 'name-han/surname: characters 4.9, left 2, right 1.8, same-name 3'],
  ['，|陆远帆|说道', 'name-han/surname: characters 4.9, left 2, right 4, same-name 3'],
  ['。|陆远帆|：要加快', 'name-han/surname: characters 4.9, left 2, right 1.2, same-name 3'],
  ['　|陆远帆|　', 'name-han/surname: characters 4.9, left 2, right 1.2, same-name 3'],
  ['由|陆远帆|主持', 'name-han/surname: characters 4.9, left 1, right 4, same-name 3'],
  ['对|陆远帆|表示', 'name-han/surname: characters 4.9, left 1, right 4, same-name 3'],
  ['选举|陆远帆|为主席', 'name-han/surname: characters 4.9, left 1, right 1.8, same-name 3'],
  ['会见|陆远帆|一行', 'name-han/surname: characters 4.9, left 1, right 4, same-name 3'],
  ['云山学院|陆远帆|主持会议', 'name-han/surname: characters 4.9, left 0.5, right 4, same-name 3'],
  ['教务处|陆远帆|主持会议', 'name-han/surname: characters 4.9, left -1.5, right 4, same-name 3'],
  ['教务处|陆远帆|处长', 'name-han/surname: characters 4.9, left -1.5, right 2.5'],
  ['随后|陆远帆|介绍', 'name-han/surname: characters 4.9, left 2, right 4, same-name 3'],
  ['会上|陆远帆|介绍', 'name-han/surname: characters 4.9, left 2, right 4, same-name 3'],
  ['12日|陆远帆|介绍', 'name-han/surname: characters 4.9, left 2, right 4, same-name 3'],
  ['特邀|陆远帆|介绍', 'name-han/surname: characters 4.9, left 1, right 4, same-name 3'],
  ['（记者 |陆远帆|）', 'name-han/surname: characters 4.9, left 4, right 1.2, same-name 3 (byline)'],
  ['记者：|陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['通讯员|陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['摄影：|陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['文/|陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['责编 |陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['图片：|陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['一审：|陆远帆|', 'name-han/surname: characters 4.9, left 4, right 1, same-name 3 (byline)'],
  ['作文|陆远帆|', 'name-han/surname: characters 4.9, left -4, right 1'],
  ['草案|陆远帆|', 'name-han/surname: characters 4.9, left -4, right 1'],
  ['雨水|陆远帆|', 'name-han/surname: characters 4.9, left -4, right 1'],
  ['雨水|陆远帆|主持', 'name-han/surname: characters 4.9, left -4, right 4'],
  ['副市长|陆远帆|（', 'name-han/surname: characters 4.9, left 5, right 1, same-name 3'],
  ['副市长|陆远帆|(', 'name-han/surname: characters 4.9, left 5, right 1, same-name 3'],
  ['副市长|陆远帆|、', 'name-han/surname: characters 4.9, left 5, right 1.5, slot 2, same-name 3'],
  ['副市长|陆远帆|，', 'name-han/surname: characters 4.9, left 5, right 1.2, slot 2, same-name 3'],
  ['副市长|陆远帆|。', 'name-han/surname: characters 4.9, left 5, right 1.2, slot 2, same-name 3'],
  ['副市长|陆远帆|', 'name-han/surname: characters 4.9, left 5, right 1, same-name 3'],
  ['副市长|陆远帆|同志', 'name-han/surname: characters 4.9, left 5, right 3.5, slot 3, same-name 3'],
  ['副市长|陆远帆|先生', 'name-han/surname: characters 4.9, left 5, right 3.5, slot 3, same-name 3'],
  ['副市长|陆远帆|代表', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长|陆远帆|副主任', 'name-han/surname: characters 4.9, left 5, right 2.5, slot 2, same-name 3'],
  ['副市长|陆远帆|教授', 'name-han/surname: characters 4.9, left 5, right 2.5, slot 2, same-name 3'],
  ['副市长|陆远帆|四位', 'name-han/surname: characters 4.9, left 5, right 3, slot 2, same-name 3'],
  ['副市长|陆远帆|3名', 'name-han/surname: characters 4.9, left 5, right 3, slot 2, same-name 3'],
  ['副市长|陆远帆|3月', 'name-han/surname: characters 4.9, left 5, right 0.8, same-name 3'],
  ['副市长|陆远帆|在会上', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长|陆远帆|在。', 'name-han/surname: characters 4.9, left 5, right -2.5, same-name 3'],
  ['副市长|陆远帆|在、', 'name-han/surname: characters 4.9, left 5, right -2.5, same-name 3'],
  ['副市长|陆远帆|雨水', 'name-han/surname: characters 4.9, left 5, right -2.5, same-name 3'],
  ['副市长 |陆远帆|主持', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['副市长　|陆远帆|主持', 'name-han/surname: characters 4.9, left 5, right 4, slot 3, same-name 3'],
  ['县委书记|向前|主持会议', 'name-han/surname: characters -2.4, left 5, right 4, slot 3, common-word -3.6'],
  ['县委书记|向前|，', 'name-han/surname: characters -2.4, left 5, right 1.2, slot 2, common-word -3.6'],
  ['馆长|夏天|介绍了展览', 'name-han/surname: characters 0.7, left 5, right 4, slot 3, common-word -3.7, same-name 3'],
  ['，|夏天|介绍了展览', 'name-han/surname: characters 0.7, left 2, right 4, common-word -10.7'],
  ['、|夏天|介绍了展览', 'name-han/surname: characters 0.7, left 1.5, right 4, common-word -9.1'],
  ['由|夏天|介绍了展览', 'name-han/surname: characters 0.7, left 1, right 4, common-word -9.1'],
  ['局长|高明|主持会议', 'name-han/surname: characters 2, left 5, right 4, slot 3, same-name 3'],
  ['，|高明|主持会议', 'name-han/surname: characters 2, left 2, right 4, same-name 3'],
  ['局长|高明|（', 'name-han/surname: characters 2, left 5, right 1, same-name 3'],
  ['代表|高明|主持会议', 'name-han/surname: characters 2, left 5, right 4, slot 3, same-name 3'],
  ['会计|高明|主持会议', 'name-han/surname: characters 2, left 5, right 4, slot 3, same-name 3'],
  ['副局长|安全责|任单位', 'name-han/surname: characters -3.1, left 5, right 1.8, slot 2, opens-with-a-word -3.5'],
  ['副局长|安全|主持会议', 'none'],
  [
    '经理|陈鹏作|现场交流',
    'name-han/surname: characters 3.4, left 5, right 4, slot 3, ends-in-grammar -5, predicate-starts-inside -3',
  ],
  ['经理|陈鹏作|，', 'name-han/surname: characters 3.4, left 5, right 1.2, slot 2, same-name 3'],
  ['经理|李永和|出席会议', 'name-han/surname: characters 5.4, left 5, right 4, slot 3, same-name 3'],
  ['经理|李永和|王芳', 'name-han/surname: characters 5.4, left 5, right -2.5, ends-in-grammar -5'],
  ['经理|李永和|等', 'name-han/surname: characters 5.4, left 5, right -2.5'],
  ['经理|李永和|以及', 'name-han/surname: characters 5.4, left 5, right 4, slot 3, same-name 3'],
  ['经理|李永和|作报告', 'name-han/surname: characters 5.4, left 5, right 4, slot 3, same-name 3'],
  ['经理|李永和|作业', 'name-han/surname: characters 5.4, left 5, right 1.8, slot 2, ends-in-grammar -5'],
  [
    '经理|李永在|会上',
    'name-han/surname: characters 3.5, left 5, right -2.5, ends-in-grammar -5, predicate-starts-inside -3',
  ],
  ['会员代表|和相关|理事', 'name-han/surname: characters -4.9, left 5, right 2.5, slot 2, joining-surname -6'],
  ['会员|和相关|，', 'none'],
  ['领导|和平|主持会议', 'name-han/surname: characters -3, left 5, right 4, slot 3, common-word -4'],
  ['领导|和永兴|主持会议', 'name-han/surname: characters 1.3, left 5, right 4, slot 3, same-name 3'],
  ['领导|于永兴|主持会议', 'name-han/surname: characters 5.1, left 5, right 4, slot 3, same-name 3'],
  ['村|支书陈|前', 'none'],
  ['书记|陈前|讲话', 'name-han/surname: characters 1.1, left 5, right 4, slot 3, same-name 3'],
  ['支|书陈前|讲话', 'none'],
  ['校长|钟岳任|会长', 'name-han/surname: characters 4.6, left 5, right 2.5, slot 2, takes-office -6'],
  ['校长|高华副|省长', 'name-han/surname: characters -1.3, left 5, right 2.5, slot 2, post-starts-inside -5'],
  ['校长|高华原|院长', 'name-han/surname: characters 1.7, left 5, right 2.5, slot 2, post-starts-inside -5'],
  [
    '校长|于归致|欢迎辞',
    'name-han/surname: characters 0.1, left 5, right 4, slot 3, ends-in-grammar -5, predicate-starts-inside -3',
  ],
  ['校长|于归|致欢迎辞', 'name-han/surname: characters 0, left 5, right 4, slot 3, same-name 3'],
  ['大学|马克思|主义学院', 'none'],
  ['，|马克思|主义', 'none'],
  ['，|卢氏县|宣传部', 'name-han/surname: characters 7.8, left 2, right -2.5, nothing-around -3, ends-like-a-place -6'],
  ['、|卢氏县|、', 'name-han/surname: characters 7.8, left 1.5, right 1.5, ends-like-a-place -6'],
  ['，|卢氏县|书记', 'name-han/surname: characters 7.8, left 2, right 2.5, ends-like-a-place -10'],
  ['县长|卢氏县|主持', 'name-han/surname: characters 7.8, left 5, right 4, slot 3, same-name 3'],
  ['县长|卢建省|书记', 'name-han/surname: characters 1.7, left 5, right 2.5, slot 2, ends-like-a-place -9'],
  ['，|卢建社|、', 'name-han/surname: characters 3.2, left 2, right 1.5, ends-like-a-place -1'],
  ['，|卢建社|主持', 'name-han/surname: characters 3.2, left 2, right 4, ends-like-a-place -6'],
  ['，|卢建园|书记', 'name-han/surname: characters 5.3, left 2, right 2.5, ends-like-a-place -6'],
  ['县长|卢建园|主持', 'name-han/surname: characters 5.3, left 5, right 4, slot 3, same-name 3'],
  [
    '人大代表|和政协|委员',
    'name-han/surname: characters -5.7, left 5, right 3.5, slot 3, joining-surname -6, ends-like-a-body -4',
  ],
  [
    '人大代表|向大学|致辞',
    'name-han/surname: characters -0.5, left 5, right 4, slot 3, joining-surname -6, ends-like-a-body -4',
  ],
  ['教授|向党委|致辞', 'none'],
  ['局长|欧阳晓岚|讲话', 'name-han/compound-surname: characters 8.7, left 5, right 4, slot 3, same-name 3'],
  [
    '局长|欧阳清|讲话',
    'name-han/compound-surname: characters 3.2, left 5, right 4, slot 3, same-name 3 | name-han/surname: characters 2.5, left 5, right 4, slot 3, same-name 3',
  ],
  [
    '，|欧阳清|讲话',
    'name-han/compound-surname: characters 3.2, left 2, right 4, same-name 3 | name-han/surname: characters 2.5, left 2, right 4, same-name 3',
  ],
  ['欧阳|阳晓岚|讲话', 'name-han/surname: characters 4.9, left -4, right 4'],
  ['总干事|陈冯富珍|致辞', 'name-han/two-surnames: characters 10.4, left 5, right 4, two-surnames -2, same-name 3'],
  ['，|陈冯富珍|致辞', 'none'],
  ['总干事|陈冯富珍|，', 'name-han/two-surnames: characters 10.4, left 5, right 1.2, two-surnames -2, same-name 3'],
  [
    '副市长|陆远帆|主持。李明、|陆远帆|出席',
    'name-han/surname: characters 4.9, left 1.5, right 4, same-name 3, behind-a-name 3',
  ],
  ['副市长|陆远帆|主持。雨水|陆远帆|雨水', 'none'],
  ['副州长|艾山江·玉素甫|主持', 'name-foreign/dotted: dots 6, left 5, right 4, sound 0.7, same-name 3'],
  ['，|艾山江·玉素甫|主持', 'name-foreign/dotted: dots 6, left 2, right 4, sound 0.7, same-name 3'],
  ['由|艾山江·玉素甫|主持', 'name-foreign/dotted: dots 6, left 1, right 4, sound 0.7, same-name 3'],
  ['“|丝路·明珠|”', 'none'],
  ['总裁|谢钦|致辞', 'name-han/surname: characters 4.4, left 5, right 4, slot 3, same-name 3'],
  ['副县长|次仁卓玛|通报情况', 'name-foreign/transcribed: sound 12, left 5, right 4, no-surname -3, same-name 3'],
  ['部长|白玛赤林|，', 'name-foreign/transcribed: sound 12, left 5, right 1.2, no-surname -3, same-name 3'],
  ['副县长|白玛|央金出席', 'name-han/surname: characters 3.6, left 5, right -2.5'],
  ['副县长|白玛央金|出席', 'name-foreign/transcribed: sound 12, left 5, right 4, no-surname -3, same-name 3'],
  [
    '旗长|巴特尔|主持',
    'name-han/surname: characters 3.5, left 5, right 4, slot 3, same-name 3 | name-foreign/transcribed: sound 9, left 5, right 4, no-surname -3, same-name 3',
  ],
  [
    '李明、|巴特尔|、王芳',
    'name-han/surname: characters 3.5, left 1.5, right 1.5, same-name 3, behind-a-name 3, before-a-name 1.5 | name-foreign/transcribed: sound 9, left 1.5, right 1.5, no-surname -6, same-name 3, behind-a-name 3, before-a-name 1.5',
  ],
  [
    '李明、|阿卜杜拉|、王芳',
    'name-foreign/transcribed: sound 13.5, left 1.5, right 1.5, no-surname -6, same-name 3, behind-a-name 3, before-a-name 1.5',
  ],
  ['李明、|阿卜杜拉|主任', 'none'],
  ['馆长|安东诺夫|致辞', 'name-foreign/transcribed: sound 6.4, left 5, right 4, no-surname -3, same-name 3'],
  ['馆长|让·皮埃尔·杜邦|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 0.6, same-name 3'],
  ['校长|约翰•史密森|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 2.8, same-name 3'],
  ['校长|约翰‧史密森|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 2.8, same-name 3'],
  ['校长|约翰・史密森|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 2.8, same-name 3'],
  ['校长|约翰∙史密森|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 2.8, same-name 3'],
  ['校长|约翰●史密森|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 2.8, same-name 3'],
  ['校长|约翰．史密森|致辞', 'name-foreign/dotted: dots 6, left 5, right 4, sound 2.8, same-name 3'],
  ['副主席|尼日利亚|致辞', 'none'],
  [
    '县长|多吉次珠|、土旦赤列、李明出席',
    'name-foreign/transcribed: sound 1.4, left 5, right 1.5, no-surname -3, before-a-name 1.5',
  ],
  [
    '县长多吉次珠、|土旦赤列|、李明出席',
    'name-article/listed: listed 1, left 1.5, right 1.5, same-name 3, behind-a-name 3, before-a-name 1.5',
  ],
  [
    '县长李明、|土旦赤列|、王芳出席',
    'name-article/listed: listed 1, left 1.5, right 1.5, same-name 3, behind-a-name 3, before-a-name 1.5',
  ],
  ['县领导李明、|土旦赤列|（女）、王芳出席', 'none'],
  ['主席|斯琴毕力格|主持。会议上|斯琴毕力格|指出', 'name-article/repeated: elsewhere 2, left -4, right 4, same-name 2'],
  ['主席|王犇|主持', 'name-han/surname: characters 3.1, left 5, right 4, slot 3, same-name 3'],
  ['主席|王䶮|主持', 'name-han/surname: characters 3.1, left 5, right 4, slot 3, same-name 3'],
  ['主席|王𬭎|主持', 'name-han/surname: characters 4.5, left 5, right 4, slot 3, same-name 3'],
];

describe('what speaks for a name and against it', () => {
  test.each(WEIGHTS)('%s', (phrase, weights) => {
    expect(weightsOf(phrase)).toBe(weights);
  });
});
