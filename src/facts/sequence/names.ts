import type { Node } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { walk } from '../../ast/walk.ts';
import type { Binding } from '../../ast/scope.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** The identifiers that declarations and assignments give a value to; null where a property gets one. */
export function namesGivenBy(parts: readonly Node[]): Node[] | null {
  const names: Node[] = [];
  for (const part of parts) {
    const targets = targetsIn(part);
    if (!targets) return null;
    names.push(...targets);
  }
  return names;
}

function targetsIn(part: Node): Node[] | null {
  switch (part.type) {
    case 'VariableDeclarator':
      return targetsOf(part.id);
    case 'VariableDeclaration':
      return part.declarations.flatMap(({ id }) => targetsOf(id));
    case 'ExpressionStatement': {
      const { expression } = part;
      if (expression.type !== 'AssignmentExpression') return [];
      return expression.left.type === 'MemberExpression' ? null : targetsOf(expression.left);
    }
    default:
      return [];
  }
}

/** Whether a part of the program reads one of these names. */
export function readsAny(
  part: Node,
  names: readonly Node[],
  { scopes, visitorKeys }: SourceModule,
): boolean {
  const given = new Set<Binding | null>();
  for (const name of names) if (name.type === 'Identifier') given.add(scopes.bindingOf(name));
  let reads = false;
  walk(part, visitorKeys, (node) => {
    if (node.type !== 'Identifier') return;
    const binding = scopes.bindingOf(node);
    if (binding && given.has(binding)) reads = true;
  });
  return reads;
}
