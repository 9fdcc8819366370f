import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { soleValueOf } from '../../values/written-for.ts';
import { returnsOf } from '../../ast/returns.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Bound } from './bound.ts';
import { NO_BOUND, tighter, UNKNOWN_BOUND } from './bound.ts';
import { boundOfItems } from './fan-out-bound.ts';

/** What is started for each item. */
export interface Started {
  /** The function, or the call that is made in a loop. */
  readonly task: Value | TSESTree.CallExpression;
  readonly items: Bound;
  /** What is started gives streams, which a limiter for promises does not hold back. */
  readonly isStream?: true;
}

const KEEPS: ReadonlySet<string> = new Set(['filter', 'flat', 'concat', 'reverse', 'sort']);
const DEEPEST = 4;

/** What fills the list of promises that is given to `Promise.all`. */
export function collected(given: Node, module: SourceModule, depth = 0): Started | null {
  const node = unwrap(given);
  if (depth > DEEPEST) return null;
  switch (node.type) {
    case 'CallExpression':
      return collectedByCall(node, module, depth);
    case 'Identifier':
      return collectedInName(node, module, depth);
    case 'ArrayExpression': {
      const spreads = node.elements.filter((element) => element?.type === 'SpreadElement');
      for (const spread of spreads) {
        const inner = collected(spread.argument, module, depth + 1);
        if (inner) return inner;
      }
      return null;
    }
    default:
      return null;
  }
}

function collectedByCall(
  call: TSESTree.CallExpression,
  module: SourceModule,
  depth: number,
): Started | null {
  const { callee } = call;
  const [first, second] = call.arguments;
  if (callee.type !== 'MemberExpression') return null;
  const name = keyName(callee) ?? '';
  if (name === 'from' && first)
    return second ? started(first, second, module) : collected(first, module, depth + 1);
  // `Object.values(pending)`, `pending.values()`
  if (name === 'values') return collected(first ?? callee.object, module, depth + 1);
  if (name === 'map' || name === 'flatMap') {
    if (second && first)
      return isFunction(second)
        ? started(first, second, module)
        : started(callee.object, first, module);
    return first ? started(callee.object, first, module) : null;
  }
  return KEEPS.has(name) ? collected(callee.object, module, depth + 1) : null;
}

const started = (items: Node, task: Node, module: SourceModule): Started => ({
  task: valueOf(task, module),
  items: boundOfItems(valueOf(items, module), items, module),
});

/** A name that holds the list, or an empty list that a loop fills. */
function collectedInName(
  name: TSESTree.Identifier,
  module: SourceModule,
  depth: number,
): Started | null {
  const binding = module.scopes.bindingOf(name);
  const init = binding && soleValueOf(binding);
  const [write] = binding?.writes ?? [];
  if (!binding || !init || !write) return null;
  if (!CONTAINERS.has(init.type)) return collected(init, module, depth + 1);
  for (const read of binding.reads) {
    const put = putAt(read, write.by, module);
    if (put) return put;
  }
  return null;
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'NewExpression',
  'ObjectExpression',
]);

function putAt(read: Node, declared: Node, module: SourceModule): Started | null {
  const task = putInto(read);
  const items = task && itemsAround(task, declared, module);
  if (!task || !items) return null;
  const put = unwrap(task);
  return put.type === 'CallExpression' ? { task: put, items } : null;
}

/** `list.push(task)`, `set.add(task)`, `map.set(key, task)`, `byId[key] = task`. */
function putInto(container: Node): Node | null {
  const member = container.parent;
  if (member?.type !== 'MemberExpression' || member.object !== container) return null;
  const { parent } = member;
  if (parent.type === 'AssignmentExpression')
    return member.computed && parent.left === member && parent.operator === '='
      ? parent.right
      : null;
  const index = PUTS[keyName(member) ?? ''];
  return index !== undefined && parent.type === 'CallExpression' && parent.callee === member
    ? (parent.arguments[index] ?? null)
    : null;
}

/** Methods that keep something, with its place among their arguments. */
const PUTS: Readonly<Partial<Record<string, number>>> = { push: 0, unshift: 0, add: 0, set: 1 };

/** What the loop goes over that stands around a node and not around the declaration of the list. */
function itemsAround(node: Node, declared: Node, module: SourceModule): Bound | null {
  for (let above = node.parent; above; above = above.parent) {
    if (above.range[0] <= declared.range[0] && declared.range[1] <= above.range[1]) return null;
    if (above.type === 'ForOfStatement')
      return above.await
        ? UNKNOWN_BOUND
        : boundOfItems(valueOf(above.right, module), above.right, module);
    if (above.type === 'ForInStatement') return NO_BOUND;
    if (
      above.type === 'ForStatement' ||
      above.type === 'WhileStatement' ||
      above.type === 'DoWhileStatement'
    )
      return UNKNOWN_BOUND;
    if (
      isFunction(above) &&
      above.parent.type === 'CallExpression' &&
      above.parent.callee.type === 'MemberExpression'
    ) {
      const { callee } = above.parent;
      if (keyName(callee) === 'forEach')
        return boundOfItems(valueOf(callee.object, module), callee.object, module);
    }
  }
  return null;
}

/** `xs.map((x) => (done) => send(x, done))`: the list of functions that a library is given to run. */
export function taskIn(list: Node, atOnce: Bound, module: SourceModule): Started | null {
  const made = collected(list, module);
  if (!made || !('kind' in made.task) || made.task.kind !== 'function') return null;
  const maker = made.task;
  const [task, ...others] = returnsOf(maker.node).map((returned) =>
    valueOf(returned, maker.module),
  );
  if (task?.kind !== 'function' || others.length > 0) return null;
  return { task, items: tighter(atOnce, made.items) };
}
