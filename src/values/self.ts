import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingClass, isClass, isFunction } from '../ast/node.ts';
import type { Node } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { SourceModule } from './source-module.ts';
import type { Place, Value } from './value.ts';

/** What decides what `this` is: a function that is no arrow, a field, a static block. */
function keeperOf(node: Node): Node | null {
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

/** `this`: an instance of the class around, the class in its static parts, the object of a method. */
export function valueOfThis(
  evaluation: Evaluation,
  node: Node,
  context: Context,
  place: Place,
): Value {
  const keeper = keeperOf(node);
  const { frame } = context;
  if (frame?.self && (!isFunction(keeper) || keeper === frame.fn)) return frame.self;
  const element = isFunction(keeper) ? keeper.parent : keeper;
  if (element?.type === 'Property' && element.parent.type === 'ObjectExpression') {
    return evaluation.valueOf(element.parent, context);
  }
  const owner = element && CLASS_PARTS.has(element.type) ? enclosingClass(element) : null;
  if (!owner) return unknown(place);
  if (frame?.self && enclosingClass(frame.fn) === owner) return frame.self;
  const type: Value = { node: owner, module: context.module, kind: 'class' };
  return isStaticPlace(node) ? type : { ...place, kind: 'typed', type };
}

const CLASS_PARTS: ReadonlySet<string> = new Set([
  'MethodDefinition',
  'PropertyDefinition',
  'AccessorProperty',
  'StaticBlock',
]);

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
