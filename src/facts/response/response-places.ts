import { keyName } from '../../ast/node.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import type { FunctionValue, Value } from '../../values/value.ts';

/** Not a name that was filled before: in `Promise.all([response, response.json()])` the two belong together. */
export const isStarted = (element: Node | null): boolean =>
  element?.type === 'CallExpression' ||
  element?.type === 'AwaitExpression' ||
  element?.type === 'NewExpression';

/** The call `xs.map(fn)` that a function is written in. */
export function mapOver(fn: FunctionNode): Node | null {
  const call = fn.parent;
  if (
    call.type !== 'CallExpression' ||
    call.arguments[0] !== fn ||
    call.callee.type !== 'MemberExpression'
  )
    return null;
  return keyName(call.callee) === 'map' ? call : null;
}

/** The call of a function that is called where it is written. */
export const calledAtOnce = (fn: FunctionNode): Node | null =>
  fn.parent.type === 'CallExpression' && fn.parent.callee === fn ? fn.parent : null;

/** The function that a value is, if it is one. */
export const functionOf = (value: Value): FunctionValue | null =>
  value.kind === 'function' ? value : null;
