import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from './node.ts';
import { unwrap } from './node.ts';

type Comparison = Pick<TSESTree.BinaryExpression, 'left' | 'operator' | 'right'>;

const MIRRORED: Readonly<Record<string, TSESTree.BinaryExpression['operator']>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** With what is written out behind what is compared with it: `400 <= status` as `status >= 400`. */
export function literalLast(comparison: TSESTree.BinaryExpression): Comparison {
  const { left, operator, right } = comparison;
  if (left.type === 'PrivateIdentifier' || !isConstant(left) || isConstant(right))
    return comparison;
  return { left: right, operator: MIRRORED[operator] ?? operator, right: left };
}

function isConstant(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'Literal' || (inner.type === 'Identifier' && inner.name === 'undefined');
}

/** `left >= limit`, or `left > limit - 1`, for a whole number. */
export function isAtLeast({ operator, right }: Comparison, limit: number): boolean {
  const bound = unwrap(right);
  if (bound.type !== 'Literal') return false;
  return (
    (operator === '>=' && bound.value === limit) || (operator === '>' && bound.value === limit - 1)
  );
}
