import { describe, expect, test } from 'vitest';
import { planOf } from './plan-of.ts';

const LIST = '一要抓好进度，二要抓好质量。';
const PEOPLE = ['吴敏', '郑伟'];

const SPEAKERS: readonly (readonly [lead: string, by: string | null])[] = [
  // The meeting speaks, under each of its names, also from afar.
  ['会议要求，', '会议'],
  ['大会明确，', '大会'],
  ['全会提出，', '全会'],
  ['座谈会强调，', '座谈会'],
  ['会议在充分肯定成绩的基础上要求，', '会议'],
  ['吴敏主持。会议强调，', '会议'],
  // A person, and which of two.
  ['吴敏强调，', '吴敏'],
  ['会上，吴敏强调，', '吴敏'],
  ['局长吴敏强调，', '吴敏'],
  ['郑伟主持会议，吴敏要求，', '吴敏'],
  ['郑伟转达了老同志吴敏的问候并要求，', '郑伟'],
  ['郑伟强调，吴敏的做法值得学习，', '郑伟'],
  ['吴敏汇报工作。郑伟强调，', '郑伟'],
  ['吴敏带着老局长郑伟的嘱托强调，', '吴敏'],
  // Somebody named before.
  ['吴敏出席会议。他强调，', '吴敏'],
  ['吴敏出席会议。她强调，', '吴敏'],
  ['吴敏主持会议。郑伟出席会议。她强调，', '郑伟'],
  ['她强调，', null],
  ['吴敏强调，工期不等人。具体要求如下：', '吴敏'],
  ['吴敏强调，工期不等人。', '吴敏'],
  ['吴敏强调，工期不等人。材料到位。人手到位。道路畅通。天气晴好。', '吴敏'],
  ['吴敏强调，工期不等人。材料到位。人手到位。道路畅通。天气晴好。电力充足。', null],
  // Nobody says it.
  ['', null],
  ['吴敏出席会议。', null],
  [`吴敏强调，${'工期不等人，'.repeat(60)}材料到位，`, '吴敏'],
  [`吴敏强调，${'工期不等人，'.repeat(70)}材料到位，`, null],
];

describe('who asks for what a list says', () => {
  test.each(SPEAKERS)('%s', (lead, by) => {
    expect(planOf(lead + LIST, PEOPLE).value.map((one) => one.by)).toEqual([by, by]);
  });
});
