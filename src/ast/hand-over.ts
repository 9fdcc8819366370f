import type { TSESTree } from '@typescript-eslint/utils';
import { declaredName } from './function-name.ts';
import type { FunctionNode, Node } from './node.ts';
import { enclosingFunction, isFunction, keyName } from './node.ts';
import type { Scopes } from './scope.ts';

/** The parameter that a function of the file gets an argument by; null for any other argument. */
export function parameterFor(argument: Node, scopes: Scopes): TSESTree.Identifier | null {
  const call = argument.parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier') return null;
  const [name] = scopes.bindingOf(call.callee)?.declarations ?? [];
  const declared = name?.parent;
  const fn = declared?.type === 'VariableDeclarator' ? declared.init : declared;
  const parameter = isFunction(fn)
    ? fn.params[call.arguments.findIndex((each) => each === argument)]
    : null;
  return parameter?.type === 'Identifier' ? parameter : null;
}

/** Calls, by its name, of the function of the file that gives an expression back. */
export function callersGiven(expression: Node, scopes: Scopes): TSESTree.CallExpression[] {
  const fn = givenBackBy(expression);
  return fn ? callsByName(fn, scopes) : [];
}

/** Calls of a function of the file by the name that it is declared with. */
export function callsByName(fn: FunctionNode, scopes: Scopes): TSESTree.CallExpression[] {
  const name = declaredName(fn);
  return ((name && scopes.bindingOf(name)?.reads) ?? []).flatMap((read) =>
    read.parent.type === 'CallExpression' && read.parent.callee === read ? [read.parent] : [],
  );
}

/** The function that gives back an expression: as its body, or at a `return` of it. */
function givenBackBy({ parent }: Node): FunctionNode | null {
  if (parent?.type === 'ArrowFunctionExpression') return parent;
  return parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : null;
}

/** The promise whose value a function gets by a parameter: `verify(…)` of `verify(…).then((ok) => …)`. */
export function promiseGiving(parameter: Node, fn: FunctionNode): Node | null {
  const call = fn.parent;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn || fn.params[0] !== parameter)
    return null;
  const { callee } = call;
  const isNext = callee.type === 'MemberExpression' && keyName(callee) === 'then';
  return isNext ? callee.object : null;
}
