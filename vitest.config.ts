import { defineConfig } from 'vitest/config';

/** Where the outcome of every test is written as JSON, for whoever counts them; nowhere when it is not set. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // Most of a run is spent waiting for commands that tests start: a core left free would stand idle.
    maxWorkers: '100%',
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
