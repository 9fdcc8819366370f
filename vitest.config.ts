import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { eslint9 } from './tests/eslint-9.ts';

/** Rooms whose tests drive ESLint's rule tester: run once in each supported major. */
const bothMajors = ['tests/{rule,rules}/**/*.test.ts'];
const endToEnd = ['tests/end-to-end/**/*.test.ts'];
/** Tests that watch the plugin or the tests of the rules load: nothing may be loaded before. */
const loading = [
  'tests/contract/linear-expressions.test.ts',
  'tests/{renaming,rewriting}/**/*.test.ts',
];
const setupFiles = ['tests/setup.ts'];

/** ESLint 9 is installed as `eslint-v9`; tests/setup.ts does the same for `require('eslint')`. */
const asEslint9 = [...eslint9].map(([request, replacement]) => ({
  find: new RegExp(`^${request}$`),
  replacement,
}));

export default defineConfig({
  test: {
    // By itself it leaves a core alone: of two, half.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'eslint10',
          include: ['tests/**/*.test.ts'],
          exclude: [...endToEnd, ...loading],
          setupFiles,
          // Loading the plugin anew for each file took half of the time.
          isolate: false,
          // A busy machine takes its time over the tests that read the whole source.
          testTimeout: 60_000,
          env: { GO_LIVE_ESLINT: '10' },
        },
      },
      {
        test: {
          name: 'eslint9',
          include: bothMajors,
          // Tests our tester, which asks what an edit does to other rules in one of the two only.
          exclude: ['tests/rule/rule-tester.test.ts'],
          setupFiles,
          isolate: false,
          // A busy machine takes its time over the tests that read the whole source.
          testTimeout: 60_000,
          env: { GO_LIVE_ESLINT: '9' },
          alias: asEslint9,
        },
      },
      {
        test: {
          name: 'loading',
          include: loading,
          setupFiles,
          testTimeout: 60_000,
          env: { GO_LIVE_ESLINT: '10' },
        },
      },
      {
        test: { name: 'end-to-end', include: endToEnd, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
    coverage: { provider: 'v8', include: ['index.ts', 'src/**', 'rules/**'] },
  },
});
