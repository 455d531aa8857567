// What Stryker needs to know of this project: how its tests are run, and what of its code is no behaviour.
import vm from 'node:vm';
import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { loadTests } from './tests.mjs';

/** Tests of time, of the map behind every stretch of a long text, and of whole records behind pages: they take as long as all the others. */
const SLOW = /takes no time|time grows|every stretch|tells of its meeting/u;

/**
 * More work than this, in milliseconds, no test takes that ends. A test without end is broken off where it is, so that
 * the process with all that it has loaded is there for the next mutant.
 */
const ENDLESS = 1500;
/** How long a test may take by the clock at one go; on a busy machine it gets little of that to work. */
const PATIENCE = 5000;
const MOST_GOES = 12;
/** A mutant that does something this many times as often as all tests together without it is in an endless loop. */
const HITS = 20;
/** What Stryker itself would allow. */
const HITS_OF_STRYKER = 100;

const guarded = new vm.Script('globalThis.guardedTest()');

/** Runs a test, its part before the first `await` within the time. */
function runGuarded({ run }) {
  globalThis.guardedTest = run;
  for (let goes = 1; ; goes++) {
    const before = process.cpuUsage();
    try {
      return guarded.runInThisContext({ timeout: PATIENCE });
    } catch (error) {
      const { user, system } = process.cpuUsage(before);
      if (!isEndless(error) || user + system > ENDLESS * 1000 || goes === MOST_GOES) throw error;
    }
  }
}

const isEndless = (error) => error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** Where the mutated code looks for the mutant that is active, and notes what it runs. */
globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

/** The files of tests, by their ids. */
const filesOf = (ids) => new Set([...ids].map((id) => id.split('#')[0]));

class InProcess {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.fresh = await loadTests(process.env.MUTATION_TESTS.split(','));
  }

  async dryRun({ disableBail }) {
    stryker.activeMutant = undefined;
    // Each test has modules of its own: a table that is made when it is first asked for counts for all that ask for it.
    const tests = [];
    for (const { id, file } of this.fresh()) {
      const run = await this.#run({
        disableBail,
        filter: new Set([id]),
        files: new Set([file]),
        before: () => (stryker.currentTestId = id),
      });
      stryker.currentTestId = undefined;
      tests.push(...run.tests);
      if (run.tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const most = hitLimit && (hitLimit / HITS_OF_STRYKER) * HITS;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: most });
    const run = await this.#run({ disableBail, filter: testFilter && new Set(testFilter) });
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, most) ?? run);
  }

  /** Runs the tests that the filter names, all without one, up to the first that fails. */
  async #run({ disableBail, filter, files = filter && filesOf(filter), before }) {
    const tests = [];
    const result = (test, start, failureMessage) => ({
      id: test.id,
      name: test.name,
      fileName: test.file,
      timeSpentMs: Math.round(performance.now() - start),
      ...(failureMessage === undefined
        ? { status: TestStatus.Success }
        : { status: TestStatus.Failed, failureMessage }),
    });
    const started = performance.now();
    let all;
    try {
      all = this.fresh(files).filter(({ name }) => !SLOW.test(name));
    } catch (error) {
      const nowhere = { id: 'evaluating the modules', name: 'evaluating the modules', file: undefined };
      return { status: DryRunStatus.Complete, tests: [result(nowhere, started, String(error))] };
    }
    for (const test of all) {
      if (filter !== undefined && !filter.has(test.id)) continue;
      before?.(test);
      const start = performance.now();
      try {
        await runGuarded(test);
        tests.push(result(test, start));
      } catch (error) {
        if (isEndless(error)) return { status: DryRunStatus.Timeout, reason: test.id };
        tests.push(result(test, start, String(error?.message ?? error)));
        if (!disableBail) break;
      }
    }
    return { status: DryRunStatus.Complete, tests };
  }
}

/** What stands in the code for its readers, and in no result: the ids of rules, their examples, the words of errors. */
const noBehaviour = {
  shouldIgnore(path) {
    if (path.isObjectProperty()) {
      const { name } = path.node.key;
      if (name === 'examples') return 'examples of a rule, which are tests';
      if (name === 'id' && path.node.value.type === 'StringLiteral') return 'the id of a rule';
    }
    if (path.isNewExpression() && /Error$/u.test(path.node.callee.name ?? '')) return 'the words of an error';
    return undefined;
  },
};

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess),
  declareValuePlugin(PluginKind.Ignore, 'no-behaviour', noBehaviour),
];
