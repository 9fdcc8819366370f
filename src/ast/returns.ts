import type { Expression, FunctionNode, Node } from './node.ts';
import { isFunction } from './node.ts';
import { walk } from './walk.ts';

const cache = new WeakMap<FunctionNode, readonly Expression[]>();

/** The expressions that a function returns, nested functions aside, in source order. */
export function returnsOf(fn: FunctionNode): readonly Expression[] {
  const cached = cache.get(fn);
  if (cached) return cached;
  const found: Expression[] = [];
  if (fn.body.type !== 'BlockStatement') found.push(fn.body);
  else {
    walk(fn.body, undefined, (node) => {
      if (isFunction(node) || node.type === 'ClassBody') return 'skip';
      if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
      return undefined;
    });
  }
  cache.set(fn, found);
  return found;
}

/** Whether a statement ends the function: what it does last is to give back or to throw. */
export function endsFunction(statement: Node): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}
