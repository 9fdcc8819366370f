import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/**
 * Takes a property out of the object literal that it stands in, with its comma and, where it has one
 * to itself, its line. Null for anything else, and where a comment would go with it.
 */
export function removeProperty(
  property: Node,
  { text }: SourceModule,
  title: string,
  safe: boolean,
): Edit | null {
  const object = property.parent;
  if (property.type !== 'Property' || object?.type !== 'ObjectExpression') return null;
  const at = object.properties.indexOf(property);
  const before = object.properties[at - 1];
  const after = object.properties[at + 1];
  const start = after ? property.range[0] : (before?.range[1] ?? object.range[0] + 1);
  const end = after ? after.range[0] : before ? property.range[1] : object.range[1] - 1;
  if (/\/[/*]/.test(text.slice(start, end))) return null;
  return { safe, title, changes: [{ range: [start, end], text: '' }] };
}
