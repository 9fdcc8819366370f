import type { Node, Program, VisitorKeys } from './node.ts';
import { isTypeOnly } from './reference.ts';
import { walk } from './walk.ts';

const known = new WeakMap<Program, readonly Node[]>();

/**
 * The nodes of a module in source order, parents first, from one walk that all who look for
 * something share. A node that stands in types alone is among them, what is inside of it is not.
 * All nodes have their `parent` afterwards.
 */
export function nodesOf(program: Program, visitorKeys?: VisitorKeys): readonly Node[] {
  const cached = known.get(program);
  if (cached) return cached;
  const nodes: Node[] = [];
  const [first] = program.body;
  const hasParents = Boolean(first?.parent);
  walk(program, visitorKeys, (node) => {
    nodes.push(node);
    if (!isTypeOnly(node)) return undefined;
    if (!hasParents) walk(node, visitorKeys, () => undefined);
    return 'skip';
  });
  known.set(program, nodes);
  return nodes;
}
