import type { FunctionNode, Identifier } from './node.ts';

/** The name that a function is declared with: its own, or that of the variable that holds it. */
export const declaredName = (fn: FunctionNode): Identifier | null => fn.id ?? nameAround(fn);

/** The name that the code around a function knows it by: what a function expression calls itself is not seen there. */
export function nameAround({ type, id, parent }: FunctionNode): Identifier | null {
  if (type === 'FunctionDeclaration') return id;
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
}
