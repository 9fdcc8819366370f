import type { FunctionNode, Node } from '../../ast/node.ts';
import { calledName, isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';

/**
 * A limiter of one's own: what it is given waits until somebody else says so. It makes a promise, and
 * keeps what settles it for later: `await new Promise((go) => this.waiting.push(go))`.
 */
export function keepsWaiting(fn: FunctionNode, module: SourceModule): boolean {
  let found = false;
  walk(fn.body, module.visitorKeys, (node) => {
    if (node.type === 'NewExpression') found ||= isSettledLater(node, module);
    if (node.type === 'CallExpression')
      found ||= globalName(valueOf(node.callee, module)) === 'Promise.withResolvers';
  });
  return found;
}

/** Calls that settle it by themselves: after a time, or with what another promise gives. */
const SETTLING: ReadonlySet<string> = new Set([
  'setTimeout',
  'setImmediate',
  'then',
  'catch',
  'finally',
]);

function isSettledLater(
  made: Extract<Node, { type: 'NewExpression' }>,
  module: SourceModule,
): boolean {
  const [executor] = made.arguments;
  if (globalName(valueOf(made.callee, module)) !== 'Promise' || !isFunction(executor)) return false;
  const [settle] = executor.params;
  const reads = settle?.type === 'Identifier' ? (module.scopes.bindingOf(settle)?.reads ?? []) : [];
  return reads.some((read) => {
    const { parent } = read;
    if (parent.type === 'CallExpression')
      return parent.callee !== read && !SETTLING.has(calledName(parent.callee));
    return (
      (parent.type === 'AssignmentExpression' && parent.right === read) ||
      (parent.type === 'Property' && parent.value === read)
    );
  });
}
