// Runs in every worker before a test file: gives the rule testers vitest's functions, and points
// `require('eslint')`, which @typescript-eslint/rule-tester does, at ESLint 9 where asked.
import Module from 'node:module';
import { afterAll, describe, it } from 'vitest';
import { eslint9 } from './eslint-9.ts';

interface ModuleInternals {
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
}

if (process.env['GO_LIVE_ESLINT'] === '9') {
  const internals = Module as unknown as ModuleInternals;
  const original = internals._resolveFilename;
  internals._resolveFilename = function resolveAsEslint9(request, ...rest) {
    return original.call(this, eslint9.get(request) ?? request, ...rest);
  };
}

// Imported after the hook above, because it requires ESLint as it loads.
const { RuleTester } = await import('@typescript-eslint/rule-tester');
RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.describeSkip = describe.skip;
RuleTester.it = it;
RuleTester.itOnly = it.only;
RuleTester.itSkip = it.skip;

const { RuleTester: CoreRuleTester } = await import('eslint');
CoreRuleTester.describe = describe;
CoreRuleTester.it = it;
CoreRuleTester.itOnly = it.only;
