import { describe, expect, test } from 'vitest';
import { read } from '../../src/fields/index.ts';
import { segment } from '../../src/pipeline.ts';

interface Attendee {
  readonly kind: 'person' | 'group';
  readonly text: string;
  readonly mode: 'attend' | 'observe';
  readonly count: number | null;
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

const attendeesOf = (text: string): readonly Attendee[] => read(segment(text)).values.attendees as readonly Attendee[];

/** Persons by name, groups in [ ], those that only observe with a star, a number behind #. */
const shown = (text: string): string =>
  attendeesOf(text)
    .map(({ kind, text: words, mode, count }) => {
      const name = kind === 'group' ? `[${words}]` : words;
      return `${name}${mode === 'observe' ? '*' : ''}${count === null ? '' : `#${count}`}`;
    })
    .join(' ');

const HELD = '3月12日，全县防汛工作会议在县会议中心召开。';

describe('persons who attend, then groups', () => {
  test.each<[text: string, attendees: string]>([
    ['县领导钟岳、方宁参加会议。', '钟岳 方宁'],
    ['县政协主席钟岳列席会议。', '钟岳*'],
    ['县委书记钟岳出席会议并讲话。各乡镇党委书记参加会议。', '钟岳 [各乡镇党委书记]'],
    ['县领导钟岳、方宁，县直有关单位主要负责人参加会议。', '钟岳 方宁 [县直有关单位主要负责人]'],
    ['县委常委出席，县人大常委会主任钟岳列席会议。', '钟岳* [县委常委]'],
    ['来自各乡镇的45名网格员参加会议。', '[来自各乡镇的45名网格员]#45'],
    ['各村党支部书记80余人参加会议。', '[各村党支部书记]#80'],
    ['县领导钟岳参加，乡镇长列席会议。', '钟岳 [乡镇长]*'],
    ['县长钟岳，教代会正式代表、列席代表参加会议。', '钟岳 [教代会正式代表] [列席代表]*'],
  ])('%s → %s', (text, attendees) => {
    expect(shown(HELD + text)).toBe(attendees);
  });
});

describe('nobody who only hosts, speaks or is named', () => {
  test.each([
    '县委书记钟岳主持会议。',
    '县长钟岳强调，要压实责任。',
    '会议号召向钟岳同志学习。',
    '与会人员进行了讨论。',
    '共300余人参加会议。',
    '会议学习了习近平总书记重要讲话精神。',
    '县财政局、县审计局、县水务局参加会议。',
    '会议要求，各级干部要参加防汛值守。',
    '（记者 钟岳 通讯员 方宁）',
    '县长钟岳此前作出批示。',
    '省水利厅到会指导。',
    '大家积极发言。',
    '参会人员观看了警示教育片。',
    '会议对钟岳同志逝世表示哀悼。',
    '会议向抗洪烈士默哀。',
  ])('%s', (text) => {
    expect(shown(HELD + text)).toBe('');
  });
});

test('evidence holds the words', () => {
  const text = `${HELD}县领导钟岳、方宁，县直有关单位负责人参加会议，各乡镇长列席。`;
  const all = attendeesOf(text);
  expect(all.length).toBeGreaterThanOrEqual(3);
  for (const { text: words, evidence } of all) {
    expect(text.slice(evidence[0]?.start, evidence[0]?.end)).toBe(words);
  }
});
