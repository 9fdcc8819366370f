import type { FunctionNode, Node } from '../ast/node.ts';
import { promiseGiving } from '../ast/hand-over.ts';
import type { Context, Evaluation } from './evaluation.ts';
import type { Place, Value } from './value.ts';

/** What a promise resolves to: `await promise`. */
export function settled(promise: Value, place: Place): Value {
  if (promise.kind === 'awaited') return promise.of;
  return promise.kind === 'call' || promise.kind === 'member'
    ? { ...place, kind: 'awaited', of: promise }
    : promise;
}

/**
 * What the function of `promise.then((value) => …)` is given, the same as `await promise`; null for
 * any other function, and where the promise is not known.
 */
export function givenByPromise(
  evaluation: Evaluation,
  fn: FunctionNode,
  pattern: Node,
  context: Context,
): Value | null {
  const giving = promiseGiving(pattern, fn);
  const promise = giving && evaluation.valueOf(giving, context);
  if (promise && giving.type === 'ImportExpression') return promise;
  if (promise?.kind !== 'call' && promise?.kind !== 'awaited') return null;
  return settled(promise, { node: pattern, module: context.module });
}
