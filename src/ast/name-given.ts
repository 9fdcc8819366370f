import type { Node } from './node.ts';
import type { Binding, Scopes } from './scope.ts';

/** What a value is called where it is made: `x` of `const x = value`, and of `x = value`. */
export function nameGiven(value: Node): Node | null {
  const { parent } = value;
  if (parent?.type === 'VariableDeclarator') return parent.init === value ? parent.id : null;
  const isSet = parent?.type === 'AssignmentExpression' && parent.operator === '=';
  return isSet && parent.right === value ? parent.left : null;
}

/** The variable that a value is kept in; null for a value without a name of its own. */
export function bindingGiven(value: Node, scopes: Scopes): Binding | null {
  const name = nameGiven(value);
  return name?.type === 'Identifier' ? scopes.bindingOf(name) : null;
}
