import { isFunction } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { codeRetry } from './code.ts';
import { soundsLikeRequests } from './requests.ts';
import type { Retry } from './shape.ts';

/** Calls of a function of another module that repeats the task it is given: `withRetry(() => fetch(url))`. */
export function findImportedRetries(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || !runsTaskElsewhere(call, view)) return [];
    const scene: Scene = (run, scope) => run.evaluate(call, scope);
    return codeRetry(view, { root: call, head: call.callee, form: 'wrapper', scene }) ?? [];
  });
}

/** A function of another module, with a loop or a call of itself, is given a function that sends something. */
function runsTaskElsewhere(call: Call, { facts, module }: FileView): boolean {
  const task = call.arguments.find((argument) => isFunction(argument));
  if (!task || within(facts.apiCall, task, ({ node }) => node).length === 0) return false;
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'function' || callee.module === module) return false;
  const text = textOf(callee.node, callee.module);
  return REPEATING.test(text) && !soundsLikeRequests(callee.node);
}

/** Words of repetition: a look at the text before any play. */
const REPEATING = /\b(?:for|while|do|retr\w*|attempts?)\b/i;
