import { valueOf } from '../../values/evaluate.ts';
import { ownFunction } from '../../values/own-function.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { someIn } from './loop.ts';
import { playedFrom } from './own-wrapper.ts';
import { soundsLikeRequests } from './requests.ts';
import type { Retry } from './shape.ts';
import { requestsOfTasks } from './task.ts';

/**
 * Calls of a function of another module that repeats the task it is given, `withRetry(() => fetch(url))`,
 * or gives back one that does: `const load = retrying(loadOnce)`.
 */
export function findImportedRetries(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) =>
    call.type === 'CallExpression' &&
    requestsOfTasks(call, view).length > 0 &&
    runsTaskElsewhere(call, view)
      ? (playedFrom(call, view) ?? [])
      : [],
  );
}

/** A function of another module, with a loop or a call of itself. */
function runsTaskElsewhere(call: Call, { module }: FileView): boolean {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'function' || callee.module === module) return false;
  const text = textOf(callee.node, callee.module);
  return (REPEATING.test(text) || callsItself(callee)) && !soundsLikeRequests(callee.node);
}

const callsItself = ({ node: fn, module }: FunctionValue): boolean =>
  someIn(
    fn.body,
    module,
    (node) => node.type === 'CallExpression' && ownFunction(node.callee, module) === fn,
  );

/** Words of repetition: a look at the text before any play. */
const REPEATING = /\b(?:for|while|do|retr\w*|attempts?)\b/i;
