import { describe, expect, test } from 'vitest';
import { languageOf } from '../src/emit/language.ts';
import { columnsOf } from '../src/emit/width.ts';
import { scratch } from './scratch.ts';

const { given, huiyao } = scratch();
const ARTICLE = '6月5日，市政府召开安全生产工作会议。市长江一帆出席会议并讲话。';

describe('the language of messages', () => {
  test.each([
    ['auto', {}, 'en', null],
    ['auto', { LANG: 'zh_CN.UTF-8' }, 'zh', 'LANG'],
    ['auto', { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en', 'LC_MESSAGES'],
    ['auto', { LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_TW', LC_ALL: '' }, 'zh', 'LC_MESSAGES'],
    ['auto', { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en', 'LC_ALL'],
    ['auto', { LC_ALL: 'zh-Hans' }, 'zh', 'LC_ALL'],
    ['auto', { LANG: 'zhuang' }, 'en', 'LANG'],
    ['auto', { LC_CTYPE: 'zh_CN.UTF-8' }, 'en', null],
    ['en', { LC_ALL: 'zh_CN.UTF-8' }, 'en', '--lang'],
    ['zh', { LC_ALL: 'C' }, 'zh', '--lang'],
  ] as const)('--lang %s, %j: %s', (choice, env, language, because) => {
    expect(languageOf(choice, env)).toEqual({ language, because });
  });

  test('messages are told in it, with the same codes', () => {
    const env = { LANG: 'zh_CN.UTF-8' };
    const missing = huiyao(['extract', 'missing.txt'], { env });
    expect(missing.stderr).toBe(
      'error[not-found] missing.txt: 没有这个文件或文件夹\n  help: 请检查拼写；路径从当前目录算起\nhuiyao: 成功 0，失败 1，跳过 0\n',
    );
    expect(huiyao(['extract', 'missing.txt', '--lang', 'en'], { env }).stderr).toContain('there is no such file');
    expect(huiyao(['extrct', '--lang=zh']).stderr).toBe(
      'error[usage]: 没有命令“extrct”\n  help: 是否想写 huiyao extract？\n',
    );
    const image = given('photo.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    expect(huiyao(['extract', image, '--lang', 'zh']).stderr).toContain('不是文本文件（PNG 图片）');
    expect(huiyao(['extract', image, '--lang', 'fr']).stderr).toContain("takes no 'fr'; it takes auto, en, zh");
  });

  test('records do not depend on it', () => {
    const one = given('one.txt', ARTICLE);
    const english = huiyao(['extract', one], { env: { LC_ALL: 'C' } });
    const chinese = huiyao(['extract', one, '--lang', 'zh'], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(chinese.stdout).toBe(english.stdout);
    expect(english.stdout).toContain('nothing says in which year');
  });

  test('help is in it, laid out by the width that a terminal shows', () => {
    const { stdout, status } = huiyao(['extract', '--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(status).toBe(0);
    expect(stdout).toContain('示例：\n');
    expect(stdout).toContain('用法： huiyao extract');
    expect(stdout).toContain('默认: 20MB');
    const rows = stdout.slice(stdout.indexOf('选项：')).trimEnd().split('\n').slice(1);
    expect(rows.filter((row) => columnsOf(row) > 80)).toEqual([]);
    const columns = rows
      .map((row) => /^ {2}-.*?\S {2,}(?=\p{Script=Han}|JSON)/u.exec(row)?.[0])
      .filter((row) => row !== undefined);
    expect(columns.length).toBeGreaterThan(10);
    expect(new Set(columns.map(columnsOf)).size).toBe(1);
    expect(huiyao(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toContain('读取会议新闻');
  });
});
