import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** The name of a property or member, also where a constant holds it. */
export function computedName(node: Node, module: SourceModule): string | null {
  const name = keyName(node);
  if (name !== null) return name;
  const key =
    node.type === 'MemberExpression' ? node.property : node.type === 'Property' ? node.key : null;
  const value = key && valueOf(key, module);
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
}
