import type { Node } from '../ast/node.ts';
import { ancestorsOf, isFunction } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/** `headers.key = make()` as `headers.key ??= make()`: a request that has one keeps it. */
export function keepFirst(made: Node, { text }: SourceModule): Edit | null {
  for (const above of ancestorsOf(made)) {
    if (isFunction(above)) return null;
    if (above.type !== 'AssignmentExpression') continue;
    const [start, end] = [above.left.range[1], above.right.range[0]];
    if (above.operator !== '=' || text.slice(start, end).trim() !== '=') return null;
    return {
      safe: false,
      title: 'Keep the one that the request has',
      changes: [{ range: [start, end], text: ' ??= ' }],
    };
  }
  return null;
}
