import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { valueIn } from '../../values/evaluate.ts';
import type { FunctionValue, Value } from '../../values/value.ts';

/**
 * What a function is but another name for: `(...args) => fetch(...args)`, and the loader of a module
 * that has no `require`: `(...args) => import('node-fetch').then((m) => m.default(...args))`.
 */
export function forwardedBy({ node, module, frame }: FunctionValue): Value | null {
  const call = forwardedCall(node);
  return call && valueIn(call.callee, { module, frame });
}

/** The call by which a function only hands on what it is given: what it sends, its callers send. */
export function isForwarded(call: Node): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn))
    if (forwardedCall(fn) === call) return true;
  return false;
}

function forwardedCall(fn: FunctionNode): TSESTree.CallExpression | null {
  const call = onlyCall(fn);
  if (!call || fn.params.length === 0) return null;
  if (fn.params.at(-1)?.type === 'RestElement' && handsOn(call, fn)) return call;
  const next = call.arguments[0];
  const { callee } = call;
  const isLoader =
    callee.type === 'MemberExpression' &&
    keyName(callee) === 'then' &&
    callee.object.type === 'ImportExpression';
  const inner = isLoader && isFunction(next) ? onlyCall(next) : null;
  return inner && handsOn(inner, fn) ? inner : null;
}

/** The call that is all that a function gives back, with nothing done but names given before. */
function onlyCall(fn: FunctionNode): TSESTree.CallExpression | null {
  const { body } = fn;
  const [value, ...others] = returnsOf(fn);
  const isShort =
    body.type !== 'BlockStatement' ||
    body.body.every(({ type }) => type === 'ReturnStatement' || type === 'VariableDeclaration');
  if (!value || others.length > 0 || !isShort) return null;
  const given = unwrap(value);
  const call = given.type === 'AwaitExpression' ? unwrap(given.argument) : given;
  return call.type === 'CallExpression' ? call : null;
}

/** Its arguments are the function's parameters, all of them and as they are. */
const handsOn = ({ arguments: given }: TSESTree.CallExpression, { params }: FunctionNode) =>
  given.length === params.length &&
  params.every((parameter, index) => isSame(parameter, given[index]));

/** `x` handed on as `x`, and `...x` as `...x`. */
function isSame(parameter: Node, argument: Node | undefined): boolean {
  if (parameter.type === 'RestElement')
    return argument?.type === 'SpreadElement' && isSame(parameter.argument, argument.argument);
  return (
    parameter.type === 'Identifier' &&
    argument?.type === 'Identifier' &&
    parameter.name === argument.name
  );
}
