import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { isClass, isFunction } from '../ast/node.ts';
import type { SourceModule } from './source-module.ts';

/** What decides what `this` is: a function that is no arrow, a field, a static block. */
export function keeperOf(node: Node): Node | null {
  for (let above = node.parent; above; above = above.parent) {
    if (isFunction(above) && above.type !== 'ArrowFunctionExpression') return above;
    if (above.type === 'PropertyDefinition' || above.type === 'StaticBlock') return above;
    if (above.type === 'AccessorProperty' || isClass(above)) return above;
  }
  return null;
}

/** Whether `this` at a node is the class itself and no instance of it. */
export function isStaticPlace(node: Node): boolean {
  const keeper = keeperOf(node);
  const element = isFunction(keeper) ? keeper.parent : keeper;
  return element?.type === 'StaticBlock' || (!!element && 'static' in element && element.static);
}

/** The `this` that a name stands for: `const self = this`; null for any other name. */
export function thisNamedBy(
  name: TSESTree.Identifier,
  module: SourceModule,
): TSESTree.ThisExpression | null {
  const binding = module.scopes.bindingOf(name);
  const declarator = binding?.writes.length === 1 ? binding.declarations[0]?.parent : null;
  return declarator?.type === 'VariableDeclarator' && declarator.init?.type === 'ThisExpression'
    ? declarator.init
    : null;
}
