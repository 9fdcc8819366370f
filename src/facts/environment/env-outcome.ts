import { literalLast } from '../../ast/comparison.ts';
import { decisionsBy } from '../../ast/decisions.ts';
import { parameterFor } from '../../ast/hand-over.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName } from '../../ast/node.ts';
import type { Scopes } from '../../ast/scope.ts';

/** What is decided by whether a read is empty: what is done where it is, and where it is something. */
export interface Outcome {
  readonly test: Node;
  readonly empty: Node | null;
  readonly there: Node | null;
}

/** A read is handed on to functions this deep. */
const DEEPEST = 2;

/** What is decided by a read, by itself or by what stands for it or is asked about it. */
export function outcomesOf(read: Node, scopes: Scopes, depth = 0): Outcome[] {
  const term = termOf(read);
  const isTurned = holdsWhereEmpty(term, read);
  const own = decisionsBy(term, scopes).map(({ test, holds, fails }) =>
    isTurned ? { test, empty: holds, there: fails } : { test, empty: fails, there: holds },
  );
  return depth < DEEPEST ? [...own, ...outcomesInside(read, scopes, depth + 1)] : own;
}

/** What is decided by what a function of the file answers about it: `if (!isSet(key)) return`. */
function outcomesInside(read: Node, scopes: Scopes, depth: number): Outcome[] {
  const parameter = parameterFor(read, scopes);
  const reads = parameter ? (scopes.bindingOf(parameter)?.reads ?? []) : [];
  return reads
    .flatMap((inside) => outcomesOf(inside, scopes, depth))
    .filter(({ test }) => !parameter || enclosingFunction(test) !== enclosingFunction(parameter));
}

/** `x === ''`, `x.length < 1`, `1 > x.length`. */
export const holdsWhereEmpty = (term: Node, read: Node): boolean =>
  term !== read && term.type === 'BinaryExpression' && /^[=<]/.test(literalLast(term).operator);

/** `x`, `x.length`, `x.trim()`, `/^[a-f]+$/.test(x)`, or the comparison around it. */
export function termOf(read: Node): Node {
  let node = read;
  if (node.parent && fitsOnlyWhereThere(node.parent, node)) return node.parent;
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node)
    node = node.parent;
  if (node.parent?.type === 'CallExpression' && node.parent.callee === node) node = node.parent;
  const { parent } = node;
  return parent?.type === 'BinaryExpression' &&
    /^[=!<>]/.test(parent.operator) &&
    isConstant(parent.left === node ? parent.right : parent.left)
    ? parent
    : node;
}

/** `/^[a-f]+$/.test(x)`, which nothing empty fits. */
const fitsOnlyWhereThere = (call: Node, read: Node): boolean =>
  call.type === 'CallExpression' &&
  call.arguments[0] === read &&
  call.callee.type === 'MemberExpression' &&
  keyName(call.callee) === 'test' &&
  call.callee.object.type === 'Literal' &&
  call.callee.object.value instanceof RegExp &&
  !call.callee.object.value.test('');

/** Told apart from something written down; to compare it with what comes in asks nothing of it. */
const isConstant = (node: Node): boolean =>
  node.type === 'Literal' ||
  (node.type === 'TemplateLiteral' && node.expressions.length === 0) ||
  (node.type === 'UnaryExpression' && isConstant(node.argument)) ||
  (node.type === 'Identifier' && (node.name === 'undefined' || /^[A-Z][A-Z\d_]*$/.test(node.name)));
