// One of the threads of a campaign: reads the inputs of its seeds, one after the other, and tells of those that fail.
import { parentPort, workerData } from 'node:worker_threads';
import { faultsIn } from './checks.mjs';
import { inputOf, KIND_NAMES } from './inputs.mjs';
import { program } from './program.mjs';
import { shrunk } from './shrink.mjs';

/** One input in so many is held to everything. */
const THOROUGH = 16;
/** Milliseconds that an input of some hundred characters may take, and one more kilobyte, on a machine with other work. */
const LIMIT = 500;
const LIMIT_A_KILOBYTE = 100;

const { from, to, step, progress } = workerData;
/** In `progress`: the seed that is being read, then how many of each kind were read, then how many of each were refused. */
const COUNTS = 1;
const REFUSED = COUNTS + KIND_NAMES.length;

/** The fault, if any, and null for what is refused; one that takes long is read again, for the machine does other work. */
function look(input, isThorough) {
  const limit = LIMIT + (LIMIT_A_KILOBYTE * input.content.length) / 1024;
  let faults = null;
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && best > limit; attempt++) {
    const start = performance.now();
    faults = faultsIn(program, input, isThorough);
    best = Math.min(best, performance.now() - start);
  }
  return best > limit ? [...(faults ?? []), `slow: ${best.toFixed(0)} ms for ${input.content.length} units`] : faults;
}

/** What kind of fault it is: the same kind is told once. */
const kindOf = (fault) => fault.replaceAll(/[“"].*?[”"]|\d+/gsu, '…').slice(0, 160);

const told = new Map();
for (let seed = from; seed <= to; seed += step) {
  Atomics.store(progress, 0, seed);
  const input = inputOf(seed);
  const faults = look(input, seed % THOROUGH === 0);
  const kind = KIND_NAMES.indexOf(input.kind);
  Atomics.add(progress, (faults === null ? REFUSED : COUNTS) + kind, 1);
  if (faults === null || faults.length === 0) continue;
  const [fault] = faults;
  const same = kindOf(fault);
  const times = told.get(same) ?? 0;
  told.set(same, times + 1);
  if (times > 0) {
    parentPort.postMessage({ seed, again: same });
    continue;
  }
  const [word] = fault.split(':');
  const fails = (content) => (look({ ...input, content }, true) ?? []).some((one) => one.startsWith(`${word}:`));
  // Without its text, what was known of an article is not known any more.
  const canShrink = word !== 'reading' && word !== 'memory';
  const content =
    canShrink && fails(input.content) ? shrunk(input.content, fails, word === 'slow' ? 100 : 2_000) : input.content;
  parentPort.postMessage({
    seed,
    input: { ...input, content },
    fault: (look({ ...input, content }, true) ?? [fault])[0] ?? fault,
    same,
  });
}
parentPort.postMessage({ end: true });
