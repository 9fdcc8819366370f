import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import { ancestorsOf, keyName, unwrap } from '../../ast/node.ts';
import type { Scopes } from '../../ast/scope.ts';
import type { FileView } from '../fact.ts';
import { nodesWithin } from '../../ast/within.ts';

/** The test for 429 alone in a retry, where what follows it is a branch of its own. */
export function rateLimitTestIn(root: Node, { candidates, module }: FileView): Node | null {
  const tests = nodesWithin(candidates.comparisons, root).filter(
    (test) => asksFor429(test) && branchOf(test, module.scopes) !== null,
  );
  return tests.length === 1 ? (tests[0] ?? null) : null;
}

/** `res.status === 429`, `error.response?.status == 429`. */
export function asksFor429({ operator, left, right }: TSESTree.BinaryExpression): boolean {
  if (operator !== '===' && operator !== '==') return false;
  return [
    [left, right],
    [right, left],
  ].some(([status, number]) => number && status && is429(number) && isStatus(unwrap(status)));
}

const is429 = (node: Node): boolean => node.type === 'Literal' && node.value === 429;

const STATUS = /^(?:status|statusCode|code)$/;

function isStatus(node: Node): boolean {
  if (node.type === 'ChainExpression') return isStatus(node.expression);
  if (node.type === 'Identifier') return STATUS.test(node.name);
  return node.type === 'MemberExpression' && STATUS.test(keyName(node) ?? '');
}

/** What is run where the test, or the constant that it is kept in, holds. */
export function branchOf(test: Node, scopes: Scopes): Node | null {
  let inner: Node = test;
  for (const above of ancestorsOf(test)) {
    if (above.type === 'IfStatement' || above.type === 'ConditionalExpression')
      return above.test === inner ? above.consequent : null;
    const isPart =
      unwrap(above) !== above || (above.type === 'LogicalExpression' && above.operator === '&&');
    if (!isPart) break;
    inner = above;
  }
  const [read, ...others] = bindingGiven(inner, scopes)?.reads ?? [];
  return read && others.length === 0 ? branchOf(read, scopes) : null;
}
