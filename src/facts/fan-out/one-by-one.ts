import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
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
    if (above.type !== 'ForOfStatement' && above.type !== 'ForInStatement') {
      if (above.type.endsWith('WhileStatement') || above.type === 'ForStatement') return null;
      continue;
    }
    if (waits(above, module)) return null;
    const { right } = above;
    const items =
      above.type === 'ForOfStatement'
        ? boundOfItems(valueOf(right, module), right, module)
        : boundOfKeys(valueOf(right, module));
    return { task: call, items };
  }
  return null;
}

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
function waits(loop: TSESTree.ForOfStatement | TSESTree.ForInStatement, module: SourceModule) {
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
