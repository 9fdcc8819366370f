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

function pushChildren(stack: Node[], node: Node, visitorKeys: VisitorKeys | undefined): void {
  const first = stack.length;
  const fields = fieldsOf(node);
  const keys = visitorKeys?.[node.type];
  for (const key of keys ?? Object.keys(fields)) {
    if (!keys && NO_CHILDREN.has(key)) continue;
    const value = fields[key];
    if (Array.isArray(value)) for (const item of value) pushChild(stack, item, node);
    else pushChild(stack, value, node);
  }
  if (stack.length - first > 1) putLastFirst(stack, first);
}

function pushChild(stack: Node[], value: unknown, parent: Node): void {
  if (!isNode(value)) return;
  if (!value.parent) setParent(value, parent);
  stack.push(value);
}

/** Turns the part of the stack from `first` on around, so that the leftmost child is popped first. */
function putLastFirst(stack: Node[], first: number): void {
  let sorted = true;
  for (let i = first + 1; sorted && i < stack.length; i++) {
    sorted = startOf(stack[i]) >= startOf(stack[i - 1]);
  }
  if (!sorted) {
    const children = stack.splice(first).sort((a, b) => startOf(a) - startOf(b));
    for (const child of children) stack.push(child);
  }
  for (let left = first, right = stack.length - 1; left < right; left++, right--) {
    const [before, after] = [stack[left], stack[right]];
    if (!before || !after) continue;
    stack[left] = after;
    stack[right] = before;
  }
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
