import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Bound } from './bound.ts';
import { NO_BOUND } from './bound.ts';
import { boundOfItems, boundOfKeys } from './fan-out-bound.ts';
import { limiterBound } from './limiter-use.ts';

/** Calls that are made one after the other, and are under way together since nothing waits for them. */
export interface Single {
  readonly task: TSESTree.CallExpression;
  readonly items: Bound;
}

/** `for (const x of xs) void send(x)`: the loop goes on at once. */
export function leftAlone(call: TSESTree.CallExpression, module: SourceModule): Single | null {
  let above: Node | undefined = statementOf(call)?.parent;
  for (; above && !isFunction(above); above = above.parent) {
    if (above.type.endsWith('WhileStatement')) return null;
    if (!isLoop(above)) continue;
    const items = waits(above, module) ? null : itemsOf(above, call, module);
    return items && { task: call, items };
  }
  return null;
}

type Loop = TSESTree.ForOfStatement | TSESTree.ForInStatement | TSESTree.ForStatement;

const isLoop = (node: Node): node is Loop => /^For(?:Of|In|)Statement$/.test(node.type);

/** How many there are of what a loop goes over; null where it counts something else. */
function itemsOf(loop: Loop, call: Node, module: SourceModule): Bound | null {
  if (loop.type === 'ForInStatement') return boundOfKeys(valueOf(loop.right, module));
  const list = loop.type === 'ForOfStatement' ? loop.right : listCounted(loop, call, module);
  return list && boundOfItems(valueOf(list, module), list, module);
}

/** `xs` of `for (let i = 0; i < xs.length; i++) send(xs[i])`, whatever the end of the count is called. */
function listCounted(
  { init, test, update }: TSESTree.ForStatement,
  call: Node,
  module: SourceModule,
): Node | null {
  const counter = init?.type === 'VariableDeclaration' ? init.declarations[0]?.id : null;
  if (counter?.type !== 'Identifier' || update?.type !== 'UpdateExpression') return null;
  if (test?.type !== 'BinaryExpression' || isNumber(test.right, module)) return null;
  const reads = module.scopes.bindingOf(counter)?.reads ?? [];
  const [item] = reads.flatMap((read) => {
    const { parent } = read;
    const isItem =
      parent?.type === 'MemberExpression' && parent.computed && parent.property === read;
    return isItem && isWithin(parent, call) ? [parent] : [];
  });
  return item ? item.object : null;
}

/** A number that is written. */
const isNumber = (end: Node, module: SourceModule): boolean =>
  valueOf(end, module).kind === 'literal';

/** The statement that a call is all of, with what is chained to it. */
function statementOf(call: Node): Node | null {
  let node = call;
  for (let above = node.parent; above; above = above.parent) {
    if (above.type === 'ExpressionStatement') return above;
    const isChain =
      (above.type === 'MemberExpression' && above.object === node) ||
      (above.type === 'CallExpression' && above.callee === node) ||
      (above.type === 'UnaryExpression' && above.operator === 'void');
    if (!isChain) return null;
    node = above;
  }
  return null;
}

/** Something in a loop, not in a function of it, waits or leaves it. */
function waits(loop: Loop, module: SourceModule): boolean {
  let found = loop.type === 'ForOfStatement' && loop.await;
  walk(loop.body, module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    found ||= LEAVING.has(node.type);
    return undefined;
  });
  return found;
}

const LEAVING: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'YieldExpression',
  'ReturnStatement',
  'BreakStatement',
]);

/** `queue.add(() => send(x))`, `limit(() => send(x))` for whoever comes along: as many as the limiter lets run. */
export function throughLimiter(call: TSESTree.CallExpression, module: SourceModule): Single | null {
  const [task] = call.arguments;
  if (!isFunction(task)) return null;
  const bound = limiterBound(valueOf(call.callee, module));
  if (bound?.state !== 'known' || bound.node === null || isDefault(bound.node)) return null;
  return { task: call, items: NO_BOUND };
}

/** The number that a parameter falls back to: the caller decides. */
const isDefault = (node: Node): boolean => node.parent?.type === 'AssignmentPattern';
