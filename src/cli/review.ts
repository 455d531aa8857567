import { join } from 'node:path';
import { paints } from '../emit/messages.ts';
import { type Outcome, removeObsolete } from '../evaluate/check.ts';
import { expectedPath, writeExpected } from '../evaluate/expected.ts';
import { inert, linesOf, verdictOf } from '../evaluate/report/wording.ts';
import { byField, type Differing, remaining, withAccepted } from '../evaluate/review.ts';
import type { Keys } from './keys.ts';

/** What was decided in a review. */
export interface Decisions {
  accepted: number;
  rejected: number;
  skipped: number;
  /** Whether the reviewer has left, by the key for it or by ctrl-C: nothing more is asked. */
  over: 'no' | 'quit' | 'interrupted';
}

/** Where a review takes place. */
export interface Desk {
  readonly folder: string;
  readonly keys: Keys;
  readonly colour: boolean;
  say(text: string): Promise<void>;
  readonly decisions: Decisions;
}

/** The keys that answer a question, and what each means. */
const ANSWERS = {
  a: 'accept: what the program gives now becomes expected',
  r: 'reject: the program is wrong; the expected file stays as it is',
  s: 'skip: decide another time',
  A: 'accept everything that is left of this article',
  q: 'quit; what was accepted is kept',
  '?': 'show this list',
} as const;
type Answer = Exclude<keyof typeof ANSWERS, '?'>;

const HELP = Object.entries(ANSWERS)
  .map(([key, meaning]) => `  ${key}  ${meaning}\n`)
  .join('');

async function ask(question: string, desk: Desk): Promise<Answer> {
  const { say, keys } = desk;
  while (true) {
    await say(`${question} [a/r/s/A/q/?] `);
    const key = await keys.next();
    if (key === 'interrupt') desk.decisions.over = 'interrupted';
    const answer = key === 'quit' || key === 'interrupt' ? 'q' : key;
    await say(`${answer in ANSWERS ? answer : ''}\n`);
    if (answer in ANSWERS && answer !== '?') return answer as Answer;
    await say(HELP);
  }
}

/** Counts an answer, and tells whether it accepts. */
function decide(answer: Answer, { decisions }: Desk): boolean {
  if (answer === 'a' || answer === 'A') decisions.accepted++;
  else if (answer === 'r') decisions.rejected++;
  else decisions.skipped++;
  if (answer === 'q' && decisions.over === 'no') decisions.over = 'quit';
  return answer === 'a' || answer === 'A';
}

/** Goes through what differs field by field; gives the fields that were accepted. */
async function askByField(outcome: Differing, desk: Desk): Promise<ReadonlySet<string>> {
  const accepted = new Set<string>();
  let rest = false;
  for (const [field, discrepancies] of byField(outcome)) {
    if (desk.decisions.over !== 'no') decide('s', desk);
    else if (rest) {
      decide('A', desk);
      accepted.add(field);
    } else {
      await desk.say(discrepancies.map((one) => linesOf(one, paints(desk.colour))).join(''));
      const answer = await ask(field === '' ? 'record' : inert(field), desk);
      rest = answer === 'A';
      if (decide(answer, desk)) accepted.add(field);
    }
  }
  return accepted;
}

/** A record for reading: its values without their evidence. */
const laidOut = (record: unknown): readonly string[] =>
  JSON.stringify(record, (key, value) => (key === 'evidence' ? undefined : value), 2).split('\n');

/** Lets a reviewer decide about one article, does what was decided, and gives what is left. @throws OutputFailed */
export async function review(outcome: Outcome, desk: Desk): Promise<Outcome> {
  const verdict = verdictOf(outcome);
  if (verdict === null || desk.decisions.over !== 'no') return outcome;
  const path = join(desk.folder, outcome.path);
  const colour = paints(desk.colour);
  await desk.say(`\n${colour.strong(inert(path))}: ${verdict}\n`);
  switch (outcome.outcome) {
    case 'differs': {
      const accepted = await askByField(outcome, desk);
      if (accepted.size > 0) await writeExpected(expectedPath(path), withAccepted(outcome, accepted));
      return remaining(outcome, accepted);
    }
    case 'missing': {
      for (const line of laidOut(outcome.record)) await desk.say(`    ${colour.added(inert(line))}\n`);
      if (!decide(await ask('write it?', desk), desk)) return outcome;
      await writeExpected(expectedPath(path), outcome.record);
      return { outcome: 'written', path: outcome.path };
    }
    case 'obsolete': {
      if (!decide(await ask('remove it?', desk), desk)) return outcome;
      return removeObsolete(path, outcome.path);
    }
    default:
      return outcome;
  }
}
