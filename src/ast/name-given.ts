import type { Node } from './node.ts';

/** What a value is called where it is made: `x` of `const x = value`, and of `x = value`. */
export function nameGiven(value: Node): Node | null {
  const { parent } = value;
  if (parent?.type === 'VariableDeclarator') return parent.init === value ? parent.id : null;
  const isSet = parent?.type === 'AssignmentExpression' && parent.operator === '=';
  return isSet && parent.right === value ? parent.left : null;
}
