import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from './node.ts';

/** `left >= limit`, or `left > limit - 1`, for a whole number. */
export function isAtLeast({ operator, right }: TSESTree.BinaryExpression, limit: number): boolean {
  const bound = unwrap(right);
  if (bound.type !== 'Literal') return false;
  return (
    (operator === '>=' && bound.value === limit) || (operator === '>' && bound.value === limit - 1)
  );
}
