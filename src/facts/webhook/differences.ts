import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import type { Origins } from './origins.ts';
import { valueWritten } from '../../values/written-for.ts';

/** Names of names are followed this deep. */
const DEEPEST = 4;

/**
 * The differences between two texts that were sent, computed or kept, gathered bit by bit, as
 * comparisons in constant time do that somebody wrote: `sum |= a[i] ^ b[i]`. Zero where they are equal.
 */
export function gathersDifferences(wrapped: Node, origins: Origins, depth = 0): boolean {
  const node = unwrap(wrapped);
  if (depth > DEEPEST) return false;
  const again = (part: Node): boolean => gathersDifferences(part, origins, depth + 1);
  switch (node.type) {
    case 'Identifier':
      return (origins.module.scopes.bindingOf(node)?.writes ?? []).some(({ by }) => {
        const written = valueWritten(by);
        return written !== null && again(written);
      });
    case 'BinaryExpression':
      if (node.operator === '^') return origins.of(node.left) !== 0 && origins.of(node.right) !== 0;
      return node.operator === '|' && (again(node.left) || again(node.right));
    case 'CallExpression': {
      const [callback] = node.arguments;
      const isFold = node.callee.type === 'MemberExpression' && keyName(node.callee) === 'reduce';
      return isFold && isFunction(callback) && returnsOf(callback).some(again);
    }
    default:
      return false;
  }
}

/** `sum === 0`, `0 !== sum`. */
export function asksForDifferences(left: Node, right: Node, origins: Origins): boolean {
  return (
    (isZero(right) && gathersDifferences(left, origins)) ||
    (isZero(left) && gathersDifferences(right, origins))
  );
}

const isZero = (side: Node): boolean => side.type === 'Literal' && side.value === 0;
