import { ancestorsOf } from './node.ts';
import type { Node } from './node.ts';

/**
 * The tests that came out true where a node is reached, or made, from the inside out:
 * `if (test) { … }`, `test ? … : x`, `test && …`. Those around the functions that it stands in too.
 */
export function* testsAround(node: Node): Generator<Node, void, undefined> {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    const isThen =
      (above.type === 'IfStatement' || above.type === 'ConditionalExpression') &&
      above.consequent === inner;
    const isAnd =
      above.type === 'LogicalExpression' && above.operator === '&&' && above.right === inner;
    if (isThen) yield above.test;
    if (isAnd) yield above.left;
    inner = above;
  }
}
