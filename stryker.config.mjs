/**
 * Mutation testing: does a test fail when a piece of the program is changed? `npm run mutation` for everything that is
 * tested so, `npm run mutation restore` for one part. See docs/mutation.md for the figures and for the mutants that live.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['./scripts/mutation/plugins.mjs'],
  // Every module with mutants is evaluated anew for each, so that what is made when a module is loaded (tables, regular
  // expressions) counts like the rest: `ignoreStatic` would leave out most of what this program knows.
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  ignorers: ['no-behaviour'],
  concurrency: 2,
  // Endless loops are broken off by the runner; this is for what it cannot break off.
  timeoutMS: 60_000,
  disableTypeChecks: false,
  checkers: [],
  // No file of settings is copied: Stryker would rewrite tsconfig with an interface that TypeScript 7 no longer has.
  ignorePatterns: ['dist', 'coverage', 'man', 'docs', 'bench', 'examples', 'tsconfig*.json', 'biome.json', 'knip.json'],
  reporters: ['json', 'progress-append-only'],
  tempDirName: 'coverage/stryker',
  thresholds: { high: 90, low: 80, break: null },
  allowEmpty: false,
};
