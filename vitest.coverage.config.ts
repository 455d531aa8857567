import { defineConfig } from 'vitest/config';

/**
 * Every branch of the model and of restoring is taken by a test: `npm run coverage` fails below that. The laws run ten
 * times each.
 */
export default defineConfig({
  test: {
    include: ['tests/model/**/*.test.ts', 'tests/restore/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['src/model/**', 'src/restore/**'],
      reporter: ['text', 'json'],
      thresholds: { branches: 100 },
    },
  },
});
