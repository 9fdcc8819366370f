import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { nameOf } from '../literal-place.ts';

/** What an expression is called: `apiKey` for `encodeURIComponent(this.apiKey)`. */
export function nameOfSource(node: Node): string | null {
  const inner = unwrap(node);
  if (inner.type !== 'CallExpression') return nameOf(inner);
  const [only, ...others] = inner.arguments;
  if (only && others.length === 0 && only.type !== 'Literal') return nameOfSource(only);
  return inner.callee.type === 'MemberExpression' && only === undefined
    ? nameOfSource(inner.callee.object)
    : null;
}
