import { isWithin } from '../../ast/within.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { codeRetry } from './code.ts';
import { UNKNOWN_DELAY } from './delay.ts';
import { unknownCondition } from './library.ts';
import type { OwnRequests } from './requests.ts';
import type { Attempts, Retry } from './shape.ts';
import { requestsOfTasks } from './task.ts';

const UNKNOWN_ATTEMPTS: Attempts = { max: null, limit: null, isWritten: false };

/**
 * Calls of a function of this file that repeats the task it is given, and is told there how often or
 * after which wait: `withRetry(() => fetch(url), { retries: 20 })`. What the function decides by itself
 * is told at its own loop.
 */
export function findOwnWrappers(view: FileView, written: readonly Retry[]): Retry[] {
  const open = written.filter(
    ({ attempts, delay, form }) =>
      (form === 'loop' || form === 'recursion') &&
      (attempts.max === null || delay.growth === 'unknown'),
  );
  if (open.length === 0) return [];
  return view.candidates.calls.flatMap((call) => {
    const fn = call.type === 'CallExpression' ? ownFunction(call.callee, view.module) : null;
    const told = fn && open.find(({ root }) => root === fn || isWithin(root, fn));
    if (call.type !== 'CallExpression' || !fn || !told || isWithin(call, fn)) return [];
    const played = playedFrom(call, view);
    return played ? [decidedThere(played, told)] : [];
  });
}

/** The retry as a call of a function that is given its task makes it. */
export function playedFrom(call: Call, view: FileView): Retry | null {
  const sent = call.type === 'CallExpression' ? requestsOfTasks(call, view) : [];
  if (sent.length === 0) return null;
  const scene: Scene = (run, scope) => {
    const given = run.evaluate(call, scope);
    return given.t === 'function' ? run.call(given, [], call) : given;
  };
  const requests: OwnRequests = {
    calls: new Set(sent.map(({ node }) => node)),
    facts: sent,
    handedIn: new Map(),
    sends: 'known',
  };
  return codeRetry(view, { root: call, head: call.callee, form: 'wrapper', scene, requests });
}

/** What the function leaves to its callers. */
const decidedThere = (played: Retry, { attempts, delay }: Retry): Retry => ({
  ...played,
  attempts: attempts.max === null ? played.attempts : UNKNOWN_ATTEMPTS,
  delay: delay.growth === 'unknown' ? played.delay : UNKNOWN_DELAY,
  condition: unknownCondition(played.node),
  retryAfter: 'unknown',
  rateLimitTest: null,
  wait: null,
  lastFailure: 'unknown',
});
