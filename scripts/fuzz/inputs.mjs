import { damagesOf } from '../damage.mjs';
import { knownArticle } from './known-article.mjs';
import { brokenArticle, brokenBytes, brokenPiece, STEERING, WORDS, wordsInAnyOrder } from './pieces.mjs';
import { Choices } from './random.mjs';

/** Kinds of damage to a text, by name; those that make bytes or whole pages of it are as good as any. */
const DAMAGES = Object.entries(damagesOf(['王明', '欧阳静', '王建国', '李海燕', '张志强']));

/** How often each kind of input comes, and what makes it. */
const KINDS = [
  [10, 'known', known],
  [44, 'pieces', (choices) => ({ content: brokenPiece(choices) })],
  [30, 'words', words],
  [4, 'damaged', damaged],
  [8, 'lines', (choices) => ({ content: line(choices) })],
  [3, 'tables', (choices) => ({ content: table(choices) })],
  [1, 'articles', (choices) => (choices.oneIn(10) ? { content: brokenArticle(choices) } : words(choices))],
];
const WEIGHTED = KINDS.map(([weight, name, make]) => [weight, { name, make }]);

/** The names of the kinds of input. */
export const KIND_NAMES = KINDS.map(([, name]) => name);

/**
 * The input that a seed stands for. `content` is text, or bytes; `format` is what the caller says of it; `wanted` is what
 * the record must say, where that is known; `isGenuine` tells that all of it is text that people wrote, damaged or not.
 */
export function inputOf(seed) {
  const choices = new Choices(seed);
  const { name, make } = choices.weighted(WEIGHTED);
  return { seed, kind: name, published: null, format: null, wanted: null, isGenuine: false, ...make(choices) };
}

function known(choices) {
  const { text, published, reading } = knownArticle(choices);
  return { content: text, published, format: 'text', wanted: reading, isGenuine: true };
}

/** Half of them as text, of which some have half a character somewhere. */
function words(choices) {
  const bytes = wordsInAnyOrder(choices);
  const format = choices.oneIn(8) ? 'html' : null;
  if (choices.oneIn(2)) return { content: bytes, format };
  const text = bytes.toString('utf8');
  const at = choices.below(text.length + 1);
  return { content: choices.oneIn(10) ? `${text.slice(0, at)}\uD842${text.slice(at)}` : text, format };
}

/** A known article after one or two kinds of damage, a third of them with something else in it first. */
function damaged(choices) {
  const { text, published } = knownArticle(choices);
  const isGenuine = !choices.oneIn(3);
  const at = choices.below(text.length);
  const odd = isGenuine ? '' : choices.of(choices.oneIn(2) ? STEERING : WORDS).toString();
  const [, { damage, lossy }] = choices.of(DAMAGES);
  let content = damage(text.slice(0, at) + odd + text.slice(at), choices.below(1_000_000));
  let isWhole = isGenuine && !lossy;
  if (typeof content === 'string' && choices.oneIn(3)) {
    content = choices.of(DAMAGES)[1].damage(content, choices.below(1_000_000));
    isWhole = false;
  }
  if (typeof content !== 'string') content = Buffer.from(content);
  return { content, published, isGenuine: isWhole };
}

/** A line of JSON Lines: its text from any of the others, its other fields of any type, then perhaps broken. */
function line(choices) {
  const { text, published } = knownArticle(choices);
  const fields = {
    id: choices.of([1, 'a', null, 1e308, -0, 2 ** 53, '../../x', '=1+1', { a: 1 }, [1], true]),
    title: choices.of([undefined, '江城市召开会议', '', 7, '\uD842', '<h1>会议</h1>', '\u202E会议']),
    published: choices.of([undefined, published, '2024年10月', '2024-02-30', 20241019, '昨日', '', '9999-99-99']),
    text: choices.oneIn(2) ? text.slice(0, choices.below(text.length)) : wordsInAnyOrder(choices).toString(),
    [choices.of(['__proto__', 'constructor', 'toString', 'Text', 'url'])]: choices.of([{ text: '会议' }, 'x', null]),
  };
  let made = JSON.stringify(fields);
  if (choices.oneIn(5))
    made = `{${choices.of(['"id":1e999,', '"text":1,', '"a":[[[[', '"id":"\\ud842",'])}${made.slice(1)}`;
  return choices.oneIn(2) ? made : brokenBytes(Buffer.from(made), choices).toString('utf8');
}

/** A table of words that a user adds. */
function table(choices) {
  const rows = Array.from({ length: choices.between(0, 4) }, () => {
    const word = choices.of(WORDS).toString();
    const kind = choices.of(['name', 'organisation', 'post', 'place', 'place', 'naem', '__proto__', '']);
    return [kind, word, ...(kind === 'place' ? [choices.of(['', '兰州', word]), choices.of(['', '620100', '1'])] : [])];
  });
  const made = [['kind', 'word', 'place', 'adcode'], ...rows]
    .map((row) => row.join('\t'))
    .join(choices.of(['\n', '\r\n']));
  return choices.oneIn(2) ? made : brokenBytes(Buffer.from(made), choices).toString('utf8');
}
