import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../ast/node.ts';
import { isAtLeast } from '../ast/comparison.ts';
import { isFunction } from '../ast/node.ts';
import { returnsOf } from '../ast/returns.ts';
import type { Edit } from './edit.ts';
import { operandText } from './parenthesised.ts';

/**
 * `status >= 400` as `status === 429 || status >= 500`, in the answer of a function that says what is
 * retried. Null for any other comparison, and elsewhere: a test in a loop may just as well say what fails.
 * @param source the text of the file
 */
export function narrowStatusTest(
  predicate: Node,
  test: TSESTree.BinaryExpression | null,
  source: string,
): Edit | null {
  if (!test || !isFunction(predicate) || !isAnswerOf(predicate, test)) return null;
  const status = operandText(test.left, source);
  const whole = source.slice(test.range[0], test.range[1]);
  if (!isAtLeast(test, 400) || /\/[/*]/.test(whole)) return null;
  const either = `${status} === 429 || ${status} >= 500`;
  const isBeside = test.parent.type === 'LogicalExpression' && test.parent.operator !== '||';
  const text = isBeside ? `(${either})` : either;
  return {
    safe: false,
    title: 'Retry only 429 and 5xx',
    changes: [{ range: [test.range[0], test.range[1]], text }],
  };
}

/** `return a || test`, `() => a && test`. */
function isAnswerOf(predicate: FunctionNode, test: Node): boolean {
  let answer = test;
  while (answer.parent?.type === 'LogicalExpression') answer = answer.parent;
  return returnsOf(predicate).some((given) => given === answer);
}
