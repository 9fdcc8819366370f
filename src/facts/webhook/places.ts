import type { Outcome } from '../../ast/control-flow/index.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Checked } from './checks.ts';

/** Whether a check stands in a node. */
export function mentionsCheck(node: Node, inside: Checked): boolean {
  for (const check of inside.checks.keys()) {
    if (node.range[0] <= check.range[0] && check.range[1] <= node.range[1]) return true;
  }
  return false;
}

/** A literal or other expression with a known truth that is not this outcome. */
export function cannotBe(node: Node, outcome: Outcome, { origins }: Checked): boolean {
  if (isFunction(node) || node.type === 'ArrayExpression') return outcome === 'falsy';
  const value = valueOf(node, origins.module);
  return value.kind === 'literal' && Boolean(value.value) !== (outcome === 'truthy');
}

/** In a `try` of this function whose `catch` lets it go on. */
export function isCaught(node: Node, fn: FunctionNode): boolean {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above === fn) return false;
    if (above.type === 'TryStatement' && above.block === inner && above.handler) {
      return above.handler.body.body.at(-1)?.type !== 'ThrowStatement';
    }
    inner = above;
  }
  return false;
}

/** The test that decides how it goes on from a node. */
export function testOf(node: Node): Node | null {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return node.test;
    case 'LogicalExpression':
      return node.left;
    default:
      return null;
  }
}
