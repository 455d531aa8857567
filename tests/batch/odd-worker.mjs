// A worker that does what its input says: hang, fill its memory, end, or answer.
/** @param {import('../../src/batch/worker.ts').WorkerTask} task */
export default function readAll({ inputs, began }) {
  Atomics.store(began, 0, process.hrtime.bigint());
  return inputs.map(({ bytes }) => {
    const wish = new TextDecoder().decode(bytes).trim();
    if (wish === 'hang') for (;;);
    if (wish === 'fill') {
      const kept = [];
      for (;;) kept.push({ more: [kept.length, String(kept.length)] });
    }
    if (wish === 'end') process.exit(3);
    if (wish === 'throw') throw new Error('as it was told');
    return { outcome: 'ok', json: new TextEncoder().encode(JSON.stringify(wish)) };
  });
}
