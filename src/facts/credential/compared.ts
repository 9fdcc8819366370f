import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf } from '../literal-place.ts';

/** What is compared with a literal, by where it was read: `x-api-key` of `const given = req.get('x-api-key'); given === '…'`. */
export function comparedName(
  { form, holder, whole }: LiteralPlace,
  module: SourceModule,
): string | null {
  if (form !== 'comparison' || holder.type !== 'BinaryExpression') return null;
  const other = unwrap(holder.left === whole ? holder.right : holder.left);
  const declared: Node | undefined =
    other.type === 'Identifier' ? module.scopes.bindingOf(other)?.declarations[0] : undefined;
  const around = declared?.parent;
  if (around?.type === 'VariableDeclarator' && around.id === declared)
    return around.init && nameOf(around.init);
  return around?.type === 'Property' ? keyName(around) : null;
}
