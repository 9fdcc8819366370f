import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, isFunction, keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { behindKeeper } from '../kept-function.ts';
import { callsThatSend } from '../request/wrapped-request.ts';
import { someIn } from '../retry/loop.ts';

type Call = TSESTree.CallExpression;

/** The promise gets a handler of its own on the way: `fetch(url).catch(…)`, `.then(a, b)`. */
export function isCaught(above: Node, inner: Node): boolean {
  if (above.type !== 'MemberExpression' || above.object !== inner) return false;
  const name = keyName(above);
  const call = above.parent;
  if (call.type !== 'CallExpression' || call.callee !== above) return false;
  return name === 'catch' || (name === 'then' && call.arguments.length > 1);
}

/**
 * Functions that call functions that send are looked into this far. One that throws may say in its own
 * words that it was given nothing.
 */
const DEEPEST = 3;

/** A call of a function of the project that takes the failures of all that it sends. */
export function keepsFailures(call: Node, module: SourceModule, depth = DEEPEST): boolean {
  const sent = call.type === 'CallExpression' && depth > 0 ? sentBy(call, module, depth) : [];
  return sent.length > 0 && sent.every(({ isKept }) => isKept);
}

/** The requests that a function of the project sends, and whether it takes their failures itself. */
export function sentBy({ callee }: Call, module: SourceModule, depth = DEEPEST) {
  const fn = behindKeeper(valueOf(callee, module));
  if (fn.kind !== 'function') return [];
  const sent = callsThatSend(fn.node, fn.module);
  return sent.map((each) => ({
    node: each,
    module: fn.module,
    isKept:
      isTakenInside(each, fn.node, fn.module) ||
      (keepsFailures(each, fn.module, depth - 1) && !someIn(fn.node.body, fn.module, letsOut)),
  }));
}

/** Nobody who waits for the function hears of this failure: a handler in it takes it, or it is not waited for. */
export function isTakenInside(sent: Node, fn: FunctionNode, module: SourceModule): boolean {
  let inner = sent;
  let isWaitedFor = false;
  for (const above of ancestorsOf(sent)) {
    if (isCaught(above, inner)) return !throwsIn(handlersOf(above), module);
    if (above === fn) return false;
    if (above.type === 'AwaitExpression') isWaitedFor = true;
    if (above.type === 'TryStatement' && above.block === inner && above.handler && isWaitedFor)
      return !throwsIn([above.handler.body], module);
    if (isFunction(above)) isWaitedFor = false;
    inner = above;
  }
  return false;
}

const handlersOf = ({ parent }: Node): readonly Node[] =>
  parent?.type === 'CallExpression' ? parent.arguments : [];

/** A handler that is named, not written there, may throw on. */
const throwsIn = (handlers: readonly Node[], module: SourceModule): boolean =>
  handlers.some(
    (handler) =>
      !(isFunction(handler) || handler.type === 'BlockStatement') ||
      someIn(handler, module, letsOut),
  );

const letsOut = (node: Node): boolean =>
  node.type === 'ThrowStatement' ||
  (node.type === 'CallExpression' && calledName(node.callee) === 'reject');
