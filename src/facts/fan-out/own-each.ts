import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { Started } from './collected.ts';
import { boundOfItems, holdsBack } from './fan-out-bound.ts';

const COLLECTING: ReadonlySet<string> = new Set(['Promise.all', 'Promise.allSettled']);

/** `each(orders, send)`, where a function of the project starts its second argument for all of its first at once. */
export function startedByOwn(
  { callee, arguments: given }: TSESTree.CallExpression,
  module: SourceModule,
): Started | null {
  if (given.length < 2 || given.some(({ type }) => type === 'SpreadElement')) return null;
  const own = valueOf(callee, module);
  if (own.kind !== 'function' || holdsBack(own)) return null;
  const places = startingIn(own);
  const [items, task] = places ? [given[places.items], given[places.task]] : [];
  if (!items || !task) return null;
  return {
    task: valueOf(task, module),
    items: boundOfItems(valueOf(items, module), items, module),
  };
}

/** Which parameters of a function are the list and what is run for each of it: `Promise.all(list.map(run))`. */
function startingIn(own: FunctionValue): { items: number; task: number } | null {
  const { node: fn, module } = own;
  const collecting = nodesWithin(module.calls, fn.body).filter((call) =>
    COLLECTING.has(globalName(valueOf(call.callee, module)) ?? ''),
  );
  const [only, ...others] = collecting;
  const mapping = only?.arguments[0] && unwrap(only.arguments[0]);
  if (!only || others.length > 0 || mapping?.type !== 'CallExpression') return null;
  if ([...ancestorsOf(only)].some((above) => isWithin(above, fn.body) && isRepeating(above)))
    return null;
  const [first, second] = mapping.arguments;
  if (mapping.callee.type !== 'MemberExpression' || !first) return null;
  const name = keyName(mapping.callee);
  const [list, run] =
    name === 'map' && !second
      ? [mapping.callee.object, first]
      : name === 'from' && second
        ? [first, second]
        : [];
  if (!list || !run) return null;
  const [items, task] = [parameterIn(list, own), parameterIn(calledBy(run), own)];
  return items < 0 || task < 0 ? null : { items, task };
}

const isRepeating = ({ type }: Node): boolean => /^(?:For|While|DoWhile)/.test(type);

/** `(item) => run(item)` calls `run`. */
function calledBy(run: Node): Node {
  if (!isFunction(run) || run.body.type === 'BlockStatement') return run;
  const call = run.body.type === 'AwaitExpression' ? run.body.argument : run.body;
  return call.type === 'CallExpression' ? call.callee : run;
}

/** The place of the parameter that an expression is, if with a copy around it: `[...items]`; -1 for none. */
function parameterIn(expression: Node, own: FunctionValue): number {
  const { node: fn, module } = own;
  const node = unwrap(expression);
  if (node.type === 'ArrayExpression' && node.elements.length === 1) {
    const [copied] = node.elements;
    return copied?.type === 'SpreadElement' ? parameterIn(copied.argument, own) : -1;
  }
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  if (binding?.kind !== 'param') return -1;
  return fn.params.findIndex((parameter) =>
    binding.declarations.some((each) => each === parameter),
  );
}
