import type { FunctionNode, LoopNode, Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { someIn } from './loop.ts';

/** Names are followed this far back to what they were made of. */
const DEEPEST = 3;

/**
 * A loop that counts through a list and sends another item of it in each turn:
 * `for (let i = 0; i < hosts.length; i++) await fetch(hosts[i])`. A list of waits is not sent.
 */
export function countsThroughData(
  loop: LoopNode,
  requests: Iterable<Node>,
  module: SourceModule,
): boolean {
  if (loop.type !== 'ForStatement' || loop.test?.type !== 'BinaryExpression') return false;
  const length = [loop.test.left, loop.test.right]
    .map(unwrap)
    .find((side) => side.type === 'MemberExpression' && keyName(side) === 'length');
  if (length?.type !== 'MemberExpression') return false;
  const list = textOf(length.object, module);
  return [...requests].some(
    (request) =>
      request.type === 'CallExpression' &&
      request.arguments.some((argument) => holdsItem(argument, list, loop, module, DEEPEST)),
  );
}

/**
 * A function that calls itself with the next place in a list and sends the item there:
 * `const tryFrom = (i) => fetch(hosts[i]).catch(() => tryFrom(i + 1))`.
 */
export function goesThroughData(
  fn: FunctionNode,
  requests: readonly ApiCall[],
  module: SourceModule,
): boolean {
  const { scopes } = module;
  const counters = new Set(
    fn.params.map((each) => (each.type === 'Identifier' ? scopes.bindingOf(each) : null)),
  );
  const isPicked = (node: Node): boolean => {
    if (node.type !== 'MemberExpression' || !node.computed) return false;
    const { property } = node;
    const binding = property.type === 'Identifier' ? scopes.bindingOf(property) : null;
    return binding !== null && counters.has(binding);
  };
  return requests.some(({ node }) =>
    node.arguments.some((argument) => someIn(argument, module, isPicked)),
  );
}

function holdsItem(
  part: Node,
  list: string,
  loop: LoopNode,
  module: SourceModule,
  depth: number,
): boolean {
  return someIn(part, module, (node) => {
    if (node.type === 'MemberExpression')
      return node.computed && textOf(node.object, module) === list;
    if (node.type !== 'Identifier' || depth === 0) return false;
    const [write] = module.scopes.bindingOf(node)?.writes ?? [];
    const made = write?.by.type === 'VariableDeclarator' ? write.by : null;
    return (
      made?.init != null &&
      isWithin(made, loop.body) &&
      !isWithin(part, made) &&
      holdsItem(made.init, list, loop, module, depth - 1)
    );
  });
}
