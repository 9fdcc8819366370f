import { ancestorsOf, isFunction } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { isPausing } from '../rehearsal/call.ts';
import { evidenceAmong } from './code.ts';
import { isEndlessTurn } from './endless-turn.ts';
import { asksFor429, branchOf } from './rate-limit-branch.ts';
import { isWithin, within } from '../../ast/within.ts';
import { textOf } from '../../values/source-module.ts';

/**
 * A branch for answers of 429 that waits a time of its own, outside of what is known as a retry:
 * in a loop over pages or items, or before a second try.
 */
export interface RateLimitPause extends Fact {
  /** The test for 429. */
  readonly node: Node;
  readonly pause: Call;
  /** Nothing ends it, as long as the answer is 429: no count, no clock. */
  readonly isEndless: boolean;
}

/** Branches for 429 that pause without a look at what the answer says. */
export function findRateLimitPauses(view: FileView): RateLimitPause[] {
  return view.candidates.comparisons.flatMap((test) => {
    if (!asksFor429(test) || isInRetry(test, view)) return [];
    const branch = branchOf(test, view.module.scopes);
    const pause = branch && view.candidates.calls.find((call) => pauses(call, branch, view));
    const around = ancestorsOf(test);
    const outermost = [...around].filter(isFunction).at(-1) ?? view.module.program;
    const requests = within(view.facts.apiCall, outermost, ({ node }) => node);
    if (!branch || !pause || requests.length === 0 || isTold(outermost, pause, view)) return [];
    const isEndless = isEndlessTurn(branch, view.module);
    return [{ node: test, pause, isEndless, evidence: evidenceNear(requests, test) }];
  });
}

function evidenceNear(requests: readonly ApiCall[], test: Node): Fact['evidence'] {
  const before = requests.filter(({ node }) => node.range[0] < test.range[0]);
  return evidenceAmong(before.length > 0 ? before.slice(-1) : requests);
}

const isInRetry = (test: Node, { facts }: FileView): boolean =>
  facts.retry.some(({ root }) => isWithin(test, root));

function pauses(call: Call, branch: Node, { module }: FileView): boolean {
  if (call.type !== 'CallExpression' || !isWithin(call, branch)) return false;
  const callee = valueOf(call.callee, module);
  if (globalName(callee) === 'setTimeout') return isAwaited(call, branch);
  if (callee.kind === 'function')
    return (
      call.parent.type === 'AwaitExpression' &&
      /\bsetTimeout\b/.test(textOf(callee.node, callee.module)) &&
      callee.node.params.length > 0
    );
  return call.parent.type === 'AwaitExpression' && isPausing(callee, call.callee);
}

/** `await new Promise((r) => setTimeout(r, ms))` */
function isAwaited(call: Call, branch: Node): boolean {
  for (const above of ancestorsOf(call)) {
    if (above.type === 'AwaitExpression') return true;
    if (above === branch) return false;
  }
  return false;
}

const TOLD = /retry[-_]?after|rate-?limit-?reset|\breset/i;

/** The header is read around it, or the length of the pause hangs on the answer. */
function isTold(fn: Node, pause: Call, { module }: FileView): boolean {
  if (TOLD.test(textOf(fn, module))) return true;
  const lengths = pause.arguments.filter((argument) => !isFunction(argument));
  return lengths.some((length) =>
    /\b(?:res|resp|response|err|error|e|headers)\b/.test(textOf(length, module)),
  );
}
