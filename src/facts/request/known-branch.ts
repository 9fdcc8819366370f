import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, unwrap } from '../../ast/node.ts';
import { endsFunction } from '../../ast/returns.ts';
import { valueIn } from '../../values/evaluate.ts';
import type { Context } from '../../values/evaluation.ts';
import type { Literal } from '../../values/value.ts';

/**
 * Whether a place in a function is never come to with the arguments of a frame: another branch is
 * taken there, `if (method === 'get') return …; return send(…)` called as `request('get', path)`.
 */
export function isPassedBy(place: Node, root: Node, context: Context): boolean {
  let inner = place;
  for (const above of ancestorsOf(place)) {
    if (above === root) return false;
    if (isOtherWay(above, inner, context)) return true;
    inner = above;
  }
  return false;
}

function isOtherWay(above: Node, inner: Node, context: Context): boolean {
  switch (above.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const isThere = inner === above.consequent ? true : inner === above.alternate ? false : null;
      return isThere !== null && outcomeOf(above.test, context) === !isThere;
    }
    case 'BlockStatement':
      return above.body
        .slice(0, above.body.indexOf(inner as TSESTree.Statement))
        .some((before) => isLeftBy(before, context));
    case 'SwitchStatement':
      return inner.type === 'SwitchCase' && isOtherCase(inner, above, context);
    default:
      return false;
  }
}

/** `if (method === 'get') return …`, where the test holds. */
const isLeftBy = (statement: Node, context: Context): boolean =>
  statement.type === 'IfStatement' &&
  endsFunction(statement.consequent) &&
  outcomeOf(statement.test, context) === true;

/** Another case is known to be taken, and does not run on into this one. */
function isOtherCase(
  own: TSESTree.SwitchCase,
  { discriminant, cases }: TSESTree.SwitchStatement,
  context: Context,
): boolean {
  const asked = literalIn(discriminant, context);
  const tests = cases.map(({ test }) => test && literalIn(test, context));
  if (!asked || tests.some((test, index) => test === null && cases[index]?.test !== null))
    return false;
  const taken = cases.findIndex((_, index) => tests[index]?.value === asked.value);
  const start = taken < 0 ? cases.findIndex(({ test }) => test === null) : taken;
  const index = cases.indexOf(own);
  if (start < 0 || index < start) return true;
  return cases.slice(start, index).some(({ consequent }) => consequent.length > 0);
}

/** How a test comes out; null where that is not known. */
function outcomeOf(test: Node, context: Context): boolean | null {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const outcome = outcomeOf(node.argument, context);
    return outcome === null ? null : !outcome;
  }
  if (node.type === 'BinaryExpression') return outcomeOfEquality(node, context);
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const sides = [node.left, node.right].map((side) => outcomeOf(side, context));
    const decisive = node.operator === '||';
    if (sides.includes(decisive)) return decisive;
    return sides.includes(null) ? null : !decisive;
  }
  const value = literalIn(node, context);
  return value && Boolean(value.value);
}

function outcomeOfEquality(
  { operator, left, right }: TSESTree.BinaryExpression,
  context: Context,
): boolean | null {
  if (!/^[!=]==?$/.test(operator) || left.type === 'PrivateIdentifier') return null;
  const [one, other] = [literalIn(left, context), literalIn(right, context)];
  if (!one || !other) return null;
  return (one.value === other.value) !== operator.startsWith('!');
}

function literalIn(node: Node, context: Context): Literal | null {
  const value = valueIn(node, context);
  return value.kind === 'literal' ? value : null;
}
