import { describe, expect, it } from 'vitest';
import { BadLine, readLine } from '../../src/decode/json-lines.ts';

const names = { id: 'id', title: 'title', date: 'published', text: 'text' };
const at = { path: 'a.jsonl', line: 7 };
const read = (line: string, fields: Partial<typeof names> = {}) => readLine(line, { ...names, ...fields }, at);
const refusal = (line: string): BadLine => {
  try {
    read(line);
  } catch (error) {
    if (error instanceof BadLine) return error;
    throw error;
  }
  throw new Error('it was read');
};

describe('a line of JSON Lines', () => {
  it('is an article', () => {
    expect(read('{"id":"x1","title":"全县会议召开","published":"2024-03-05","text":"会议","other":[1]}')).toEqual({
      origin: { path: 'a.jsonl', line: 7, id: 'x1', title: '全县会议召开', published: '2024-03-05' },
      content: '会议',
      format: null,
    });
  });

  it('may have a number for its id or its day, a mark in front, and nothing but a text', () => {
    expect(read('{"id":12,"published":20240305,"text":"a"}').origin).toMatchObject({ id: 12, published: '20240305' });
    expect(read('\uFEFF{"text":"a"}').origin).toMatchObject({ id: null, title: null, published: null });
    expect(read('{"id":{},"title":["x"],"published":true,"text":"a"}').origin).toMatchObject({
      id: null,
      title: null,
      published: null,
    });
  });

  it('may name its fields otherwise', () => {
    expect(read('{"正文":"会议","text":"x"}', { text: '正文' }).content).toBe('会议');
  });

  it('never reads what every object inherits', () => {
    expect(() => read('{"a":1}', { text: 'constructor' })).toThrow(BadLine);
    expect(() => read('{"a":1}', { text: '__proto__' })).toThrow(BadLine);
    expect(read('{"__proto__":"会议"}', { text: '__proto__' }).content).toBe('会议');
    expect(() => read('{"__proto__":{"text":"会议"}}')).toThrow(BadLine);
  });

  it.each([
    ['{"text":"会议",}', 'json-invalid'],
    ['{"text":', 'json-invalid'],
    ['会议', 'json-invalid'],
    ['[]', 'json-not-object'],
    ['null', 'json-not-object'],
    ['"会议"', 'json-not-object'],
    ['{"id":1}', 'text-missing'],
    ['{"text":null}', 'text-missing'],
    ['{"text":5}', 'text-missing'],
  ])('%s is refused as %s', (line, code) => {
    expect(refusal(line).code).toBe(code);
  });

  it('says where it breaks, in code points', () => {
    expect(refusal('{"text":"😀会').column).toBe(12);
  });
});
