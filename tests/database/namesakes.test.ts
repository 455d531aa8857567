import { expect, test } from 'vitest';
import { bearersOf } from '../../src/database/namesakes.ts';

/** 省水利厅厅长 → the body and the post. */
const telling = (...titles: readonly string[]) => ({
  titles: titles.map((title) => {
    const [organization = '', post = ''] = title.split('/');
    return { organization: organization === '' ? null : organization, post };
  }),
});

test.each<[what: string, tellings: readonly ReturnType<typeof telling>[], bearers: readonly (number | null)[]]>([
  ['one who is told of once', [telling('江城市水务局/局长')], [1]],
  ['one title again', [telling('江城市水务局/局长'), telling('江城市水务局/局长')], [1, 1]],
  ['no title in common', [telling('江城市水务局/局长'), telling('云岭县/县长')], [1, 2]],
  [
    'an article that has the titles of both',
    [telling('江城市水务局/局长'), telling('云岭县/县长'), telling('云岭县/县长', '江城市水务局/局长')],
    [1, 1, 1],
  ],
  ['one post in two bodies', [telling('江城市水务局/局长'), telling('云岭县水务局/局长')], [1, 2]],
  ['a telling without a title, of the only one', [telling(), telling('云岭县/县长')], [1, 1]],
  [
    'a telling without a title, of one of two',
    [telling(), telling('云岭县/县长'), telling('云河县/县长')],
    [null, 1, 2],
  ],
  ['a body that any body could be', [telling('局/局长'), telling('/局长'), telling('云岭县/县长')], [1, 1, 1]],
  ['nothing that tells', [telling(), telling('/局长')], [1, 1]],
])('%s', (_what, tellings, bearers) => {
  expect(bearersOf(tellings)).toEqual(bearers);
});
