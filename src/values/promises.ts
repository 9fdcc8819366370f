import type { FunctionNode, Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
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
  const call = fn.parent;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn || fn.params[0] !== pattern)
    return null;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'then') return null;
  const promise = evaluation.valueOf(callee.object, context);
  if (promise.kind !== 'call' && promise.kind !== 'awaited') return null;
  return settled(promise, { node: pattern, module: context.module });
}
