import type { Node } from '../ast/node.ts';
import type { Value } from './value.ts';

/**
 * Whether two values, read at two places of one run of the code, are certainly the same.
 * @param isOnce whether an expression is worked out once for both places
 */
export function isSameValue(one: Value, other: Value, isOnce: (node: Node) => boolean): boolean {
  switch (one.kind) {
    case 'literal':
      return other.kind === 'literal' && one.value === other.value;
    case 'env':
      return other.kind === 'env' && one.name === other.name;
    case 'external':
      return (
        other.kind === 'external' &&
        one.source === other.source &&
        one.path.join('.') === other.path.join('.')
      );
    case 'parameter':
      return other.kind === 'parameter' && one.fn === other.fn && one.index === other.index;
    case 'member':
      return (
        other.kind === 'member' &&
        one.name === other.name &&
        isSameValue(one.object, other.object, isOnce)
      );
    case 'awaited':
      return other.kind === 'awaited' && isSameValue(one.of, other.of, isOnce);
    default:
      return one.node === other.node && isOnce(one.node);
  }
}
