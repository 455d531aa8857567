import { describe, expect, test } from 'vitest';
import { meeting } from '../../src/fields/meeting.ts';
import { meetingTypeIn } from '../../src/fields/meeting-type.ts';
import { findOccasion } from '../../src/fields/occasion.ts';
import { articleOf } from './article-of.ts';

/** A name, and the kind of meeting at its end. */
const ENDS: readonly (readonly [name: string, type: string | null])[] = [
  ['市政府第12次常务会议', '常务会议'],
  ['春季安全生产电视电话会议', '电视电话会议'],
  ['纪念“三八”国际劳动妇女节座谈会', '座谈会'],
  ['省委十二届四次全会', '全会'],
  ['第三届数字经济发展论坛', '论坛'],
  ['知识产权司法保护状况新闻发布会', '新闻发布会'],
  ['区八届人大常委会第七次会议', '会议'],
  ['中国共产党安曲州第八届纪律检查委员会第四次全体会议', '全体会议'],
  ['集团公司三届一次职工代表大会暨2022年度工作会议', '工作会议'],
  ['市总工会第十五届委员会第七次全体（扩大）会议', '会议'],
  ['理事会第五次会议（扩大）', '会议'],
  ['“学党史 悟思想”读书会”', '读书会'],
  ['学校2023年毕业典礼', '毕业典礼'],
  ['科级干部任职培训班', '培训班'],
  ['会议', '会议'],
  ['社区工作者晒秋会', null],
  ['县基督教青年会', null],
  ['海峡两岸文化博览会', null],
  ['市残疾人联合会', null],
  ['会场布置', null],
];

describe('the kind of a meeting', () => {
  test.each(ENDS)('%s', (name, type) => {
    const span = meetingTypeIn(`昨日，${name}举行`, { start: 3, end: 3 + name.length });
    expect(span === null ? null : `昨日，${name}举行`.slice(span.start, span.end)).toBe(type);
    if (span !== null) expect(span.start).toBeGreaterThanOrEqual(3);
  });

  test('stands between the organiser and the evidence, and within the name', () => {
    const article = articleOf('7月8日，城关街道在党群服务中心召开“我为群众办实事”座谈会。');
    const { value } = meeting.read(article, findOccasion(article), {});
    expect(Object.keys(value ?? {})).toEqual(['name', 'organizer', 'type', 'evidence']);
    expect(value).toMatchObject({ name: '“我为群众办实事”座谈会', organizer: '城关街道', type: '座谈会' });
    expect(value?.evidence).toHaveLength(2);
  });
});
