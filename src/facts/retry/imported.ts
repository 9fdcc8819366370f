import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { codeRetry } from './code.ts';
import type { OwnRequests } from './requests.ts';
import { soundsLikeRequests } from './requests.ts';
import type { Retry } from './shape.ts';

/** Calls of a function of another module that repeats the task it is given: `withRetry(() => fetch(url))`. */
export function findImportedRetries(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    if (call.type !== 'CallExpression') return [];
    const sent = requestsOfTasks(call, view);
    if (sent.length === 0 || !runsTaskElsewhere(call, view)) return [];
    const scene: Scene = (run, scope) => run.evaluate(call, scope);
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

/** The requests in the functions that a call is given. */
const requestsOfTasks = (call: Call, { facts, module }: FileView): ApiCall[] =>
  facts.apiCall.length === 0
    ? []
    : call.arguments
        .flatMap((argument) => functionAt(argument, module))
        .flatMap((task) => within(facts.apiCall, task, ({ node }) => node));

/** A function of another module, with a loop or a call of itself. */
function runsTaskElsewhere(call: Call, { module }: FileView): boolean {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'function' || callee.module === module) return false;
  const text = textOf(callee.node, callee.module);
  return REPEATING.test(text) && !soundsLikeRequests(callee.node);
}

/** A function as it is written in the call, or by the name that it has in this file. */
function functionAt(argument: Node, module: SourceModule): FunctionNode[] {
  if (isFunction(argument)) return [argument];
  if (argument.type !== 'Identifier') return [];
  const value = valueOf(argument, module);
  return value.kind === 'function' && value.module === module ? [value.node] : [];
}

/** Words of repetition: a look at the text before any play. */
const REPEATING = /\b(?:for|while|do|retr\w*|attempts?)\b/i;
