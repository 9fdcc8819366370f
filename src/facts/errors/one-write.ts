import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, isLoop } from '../../ast/node.ts';
import { endsFunction } from '../../ast/returns.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isWrite } from '../request/asking.ts';
import { requestAt } from '../request/request.ts';
import { wrappedRequestAt } from '../request/wrapped-request.ts';

/** A call in a function of the project that sends something. */
export interface Sent {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly module: SourceModule;
}

/**
 * Whether what a function sends changes one thing at most, on whatever way it goes: it looks
 * something up, and updates or creates it. What goes through a list, or does several things, is a job
 * of its own.
 */
export function isOneWrite(sent: readonly Sent[]): boolean {
  const writes = sent.filter(changes);
  return (
    writes.length > 0 &&
    !writes.some(({ node }) => isRepeated(node)) &&
    writes.every((one, index) =>
      writes.slice(index + 1).every((other) => areOnOtherWays(one.node, other.node)),
    )
  );
}

function changes({ node, module }: Sent): boolean {
  const context = { module, frame: null };
  const request = requestAt(node, context) ?? wrappedRequestAt(node, context);
  return request !== null && isWrite(request);
}

function isRepeated(node: Node): boolean {
  for (const above of ancestorsOf(node)) {
    if (isLoop(above)) return true;
    if (isFunction(above)) return above.parent.type === 'CallExpression';
  }
  return false;
}

/** One is sent where the other is not: in the other arm, or behind one that leaves. */
function areOnOtherWays(one: Node, other: Node): boolean {
  let inner = one;
  for (const above of ancestorsOf(one)) {
    if (above.type === 'IfStatement' && inner === above.consequent) {
      if (above.alternate && isWithin(other, above.alternate)) return true;
      if (endsFunction(above.consequent) && !isWithin(other, above)) return true;
    }
    if (above.type === 'ConditionalExpression' && inner === above.consequent)
      if (isWithin(other, above.alternate)) return true;
    if (isFunction(above)) return false;
    inner = above;
  }
  return false;
}
