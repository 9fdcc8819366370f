import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { walk } from '../../ast/walk.ts';
import type { Binding } from '../../ast/scope.ts';
import { soleValueOf } from '../../values/written-for.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** The identifiers that declarations and assignments give a value to, in whole or in a property; null where that of anything but a plain object gets one. */
export function namesGivenBy(parts: readonly Node[], module: SourceModule): Node[] | null {
  const names: Node[] = [];
  for (const part of parts) {
    const targets = targetsIn(part, module);
    if (!targets) return null;
    names.push(...targets);
  }
  return names;
}

function targetsIn(part: Node, module: SourceModule): Node[] | null {
  switch (part.type) {
    case 'VariableDeclarator':
      return targetsOf(part.id);
    case 'VariableDeclaration':
      return part.declarations.flatMap(({ id }) => targetsOf(id));
    case 'ExpressionStatement': {
      const { expression } = part;
      if (expression.type !== 'AssignmentExpression') return [];
      if (expression.left.type !== 'MemberExpression') return targetsOf(expression.left);
      const owner = ownerOf(expression.left, module);
      return owner && [owner];
    }
    default:
      return [];
  }
}

/** The name of the plain object that a property is written to: `result` of `const result = {}; result.orders = …`. */
export function ownerOf(target: Node, { scopes }: SourceModule): Node | null {
  let node = target;
  while (node.type === 'MemberExpression' && !node.computed) node = unwrap(node.object);
  const binding = node.type === 'Identifier' ? scopes.bindingOf(node) : null;
  return binding && soleValueOf(binding)?.type === 'ObjectExpression' ? node : null;
}

/** What a part reads: where it writes to a property, the rest of it. */
function readIn(part: Node, module: SourceModule): Node {
  const written = part.type === 'ExpressionStatement' ? part.expression : null;
  const isPlain =
    written?.type === 'AssignmentExpression' &&
    written.operator === '=' &&
    ownerOf(written.left, module) !== null;
  return isPlain ? written.right : part;
}

/** Whether a part of the program reads one of these names. */
export function readsAny(part: Node, names: readonly Node[], module: SourceModule): boolean {
  const { scopes, visitorKeys } = module;
  const given = new Set<Binding | null>();
  for (const name of names) if (name.type === 'Identifier') given.add(scopes.bindingOf(name));
  let reads = false;
  walk(readIn(part, module), visitorKeys, (node) => {
    if (node.type !== 'Identifier') return;
    const binding = scopes.bindingOf(node);
    if (binding && given.has(binding)) reads = true;
  });
  return reads;
}
