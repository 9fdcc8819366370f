import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isClass, unwrap } from '../../ast/node.ts';
import { fitsInOrder } from '../../ast/text.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';

/** Whether a target outlives the function: a variable of the module, a field of an object, a default header. */
export function lasting(
  target: Node,
  module: SourceModule,
): 'variable' | 'field' | 'header' | null {
  const node = unwrap(target);
  if (node.type === 'Identifier') return isModuleVariable(node, module) ? 'variable' : null;
  if (node.type !== 'MemberExpression') return null;
  const text = textOf(node, module);
  if (
    (fitsInOrder(text, /\bdefaults\b/i, /\bheaders\b/i) ||
      fitsInOrder(text, /\bheaders\b/i, /authorization/i)) &&
    !/\b(?:config|req|request|options|init)\b/.test(text)
  )
    return 'header';
  let root: Node = node;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type === 'ThisExpression')
    return [...ancestorsOf(node)].some((above) => isClass(above)) ? 'field' : null;
  return root.type === 'Identifier' && isModuleVariable(root, module) ? 'field' : null;
}

/** A variable of the module that is none of its imports. */
export function isModuleVariable(node: TSESTree.Identifier, module: SourceModule): boolean {
  const binding = module.scopes.bindingOf(node);
  return (
    binding?.scope.type === 'Program' &&
    binding.kind !== 'import' &&
    node.name !== 'exports' &&
    node.name !== 'module'
  );
}
