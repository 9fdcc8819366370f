import { isNode } from './node.ts';
import type { Node, VisitorKeys } from './node.ts';

const NO_CHILDREN: ReadonlySet<string> = new Set([
  'type',
  'parent',
  'loc',
  'range',
  'start',
  'end',
  'tokens',
  'comments',
]);

/**
 * Calls `enter` for `root` and all nodes below it, parents first, in source order. What `enter`
 * answers `'skip'` for is not gone into. Gives every node that it reaches its `parent` where it has
 * none. Without keys for a node type, all fields that hold nodes are its children.
 */
export function walk(
  root: Node,
  visitorKeys: VisitorKeys | undefined,
  enter: (node: Node) => void | 'skip',
): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (enter(node) !== 'skip') pushChildren(stack, node, visitorKeys);
  }
}

/** The children of a node, in source order. */
export function childrenOf(node: Node, visitorKeys: VisitorKeys | undefined): Node[] {
  const children: Node[] = [];
  pushChildren(children, node, visitorKeys);
  return children.reverse();
}

/** Puts the children of a node on the stack, the leftmost on top. */
function pushChildren(stack: Node[], node: Node, visitorKeys: VisitorKeys | undefined): void {
  const first = stack.length;
  const fields = fieldsOf(node);
  const given = visitorKeys?.[node.type];
  const keys = given ?? Object.keys(fields);
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index] ?? '';
    if (!given && NO_CHILDREN.has(key)) continue;
    const value = fields[key];
    if (Array.isArray(value))
      for (let item = value.length - 1; item >= 0; item--) pushChild(stack, value[item], node);
    else pushChild(stack, value, node);
  }
  if (!isInOrder(stack, first)) {
    const children = stack.splice(first).reverse();
    children.sort((a, b) => startOf(a) - startOf(b));
    for (const child of children.reverse()) stack.push(child);
  }
}

function pushChild(stack: Node[], value: unknown, parent: Node): void {
  if (!isNode(value)) return;
  if (!value.parent) setParent(value, parent);
  stack.push(value);
}

/** Most node types name their children from left to right; templates and decorators do not. */
function isInOrder(stack: readonly Node[], first: number): boolean {
  for (let index = first + 1; index < stack.length; index++) {
    if (startOf(stack[index]) > startOf(stack[index - 1])) return false;
  }
  return true;
}

function startOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

function fieldsOf(node: Node): Readonly<Record<string, unknown>> {
  return node as unknown as Readonly<Record<string, unknown>>;
}

function setParent(node: Node, parent: Node): void {
  (node as { parent?: Node }).parent = parent;
}
