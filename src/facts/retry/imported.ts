import { valueOf } from '../../values/evaluate.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { codeRetry } from './code.ts';
import type { OwnRequests } from './requests.ts';
import { soundsLikeRequests } from './requests.ts';
import type { Retry } from './shape.ts';
import { requestsOfTasks } from './task.ts';

/**
 * Calls of a function of another module that repeats the task it is given, `withRetry(() => fetch(url))`,
 * or gives back one that does: `const load = retrying(loadOnce)`.
 */
export function findImportedRetries(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    if (call.type !== 'CallExpression') return [];
    const sent = requestsOfTasks(call, view);
    if (sent.length === 0 || !runsTaskElsewhere(call, view)) return [];
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
    return (
      codeRetry(view, { root: call, head: call.callee, form: 'wrapper', scene, requests }) ?? []
    );
  });
}

/** A function of another module, with a loop or a call of itself. */
function runsTaskElsewhere(call: Call, { module }: FileView): boolean {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'function' || callee.module === module) return false;
  const text = textOf(callee.node, callee.module);
  return REPEATING.test(text) && !soundsLikeRequests(callee.node);
}

/** Words of repetition: a look at the text before any play. */
const REPEATING = /\b(?:for|while|do|retr\w*|attempts?)\b/i;
