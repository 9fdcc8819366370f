import type { TSESTree } from '@typescript-eslint/utils';
import type { Edit } from './edit.ts';
import { operandText } from './parenthesised.ts';

/**
 * `status >= 500` as `(status === 429 || status >= 500)`, `status < 500` as
 * `(status !== 429 && status < 500)`. Null for any other comparison.
 * @param source the text of the file
 */
export function completeStatusTest(
  test: TSESTree.BinaryExpression | null,
  status: number,
  source: string,
): Edit | null {
  if (!test || test.right.type !== 'Literal' || test.right.value !== 500) return null;
  const left = operandText(test.left, source);
  const whole = source.slice(test.range[0], test.range[1]);
  const more =
    test.operator === '>='
      ? `${left} === ${status} || `
      : test.operator === '<'
        ? `${left} !== ${status} && `
        : null;
  if (more === null || /\/[/*]/.test(whole)) return null;
  return {
    safe: false,
    title: `Retry ${status} too`,
    changes: [{ range: [test.range[0], test.range[1]], text: `(${more}${whole})` }],
  };
}
