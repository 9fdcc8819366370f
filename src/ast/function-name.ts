import type { FunctionNode, Identifier } from './node.ts';

/** The name that a function is declared with: its own, or that of the variable that holds it. */
export function declaredName({ id, parent }: FunctionNode): Identifier | null {
  if (id) return id;
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
}
