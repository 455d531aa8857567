// Counts the characters of given names and writes src/lexicon/given-names.tsv and src/lexicon/common-words.tsv.
//
//   node scripts/learn-given-names.mjs [DICT]
//
// DICT: a jieba dictionary ("word count tag" a line); the one that @node-rs/jieba carries (MIT) when left out.
// Names: its entries tagged nr that open with a surname of surnames.tsv and have one or two characters behind it. Each
// entry counts once: the counts of the dictionary follow novels, not registers. `text` is how often the character stands
// in words that are no names, in parts per million. common-words.tsv: words of two or three characters, at least 30 of
// them in the dictionary's count, that open like a name and are none, with the dictionary's part of speech. Nothing here is random: the same dictionary gives the same table.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const dictionary = process.argv[2] ?? createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
const table = new URL('../src/lexicon/', import.meta.url);
const listed = readFileSync(new URL('surnames.tsv', table), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'));
const openings = new Set(listed.map(([surname]) => surname[0]));
// A rare surname says too little about the characters behind it.
const surnames = new Set(listed.filter(([, share]) => Number(share) >= 0.3).map(([surname]) => surname));
const counts = new Map();
const of = (character) => {
  const known = counts.get(character);
  if (known !== undefined) return known;
  const fresh = { single: 0, first: 0, second: 0, foreign: 0, text: 0 };
  counts.set(character, fresh);
  return fresh;
};
const words = [];
let total = 0;
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word, count, tag] = line.split(' ');
  if (tag === undefined || !/^[\u4e00-\u9fff]+$/u.test(word)) continue;
  if (tag.trim() === 'nr' && surnames.has(word[0])) {
    if (word.length === 2) of(word[1]).single++;
    else if (word.length === 3) {
      of(word[1]).first++;
      of(word[2]).second++;
    }
  } else if (tag.trim() === 'nrt') {
    for (const character of word) of(character).foreign++;
  } else if (!tag.startsWith('nr')) {
    if (word.length <= 3 && word.length >= 2 && openings.has(word[0]) && Number(count) >= 30)
      words.push([word, count, tag.trim()]);
    for (const character of word) of(character).text += Number(count);
    total += Number(count) * word.length;
  }
}
const rows = [...counts]
  .filter(([, c]) => c.single + c.first + c.second + c.foreign > 0 || c.text / total > 1e-4)
  .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
  .map(([character, c]) =>
    [character, c.single, c.first, c.second, c.foreign, Math.round((c.text / total) * 1e6)].join('\t'),
  );
writeFileSync(
  new URL('given-names.tsv', table),
  `# Characters of given names, counted by scripts/learn-given-names.mjs in the dictionary of jieba (MIT).
# single, first, second: names in which it stands alone, first of two, second of two; foreign: transcribed names that have
# it (jieba's nrt); text: parts per million elsewhere.
character\tsingle\tfirst\tsecond\tforeign\ttext
${rows.join('\n')}
`,
);

writeFileSync(
  new URL('common-words.tsv', table),
  `# Words that open with a surname and are no names, counted by scripts/learn-given-names.mjs in jieba's dictionary (MIT).
word\tcount\ttag
${words
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map((row) => row.join('\t'))
  .join('\n')}
`,
);
