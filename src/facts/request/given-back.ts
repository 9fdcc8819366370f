import { nameAround } from '../../ast/function-name.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';

/**
 * Whether a node stands in a function that another one makes and gives back, by itself or in an
 * object: `return () => …`, `return { send: async () => … }`, `return { send }`. Who gets it runs it.
 */
export function isGivenBack(node: Node, maker: FunctionNode, module: SourceModule): boolean {
  for (let fn = enclosingFunction(node); fn !== null && fn !== maker; fn = enclosingFunction(fn)) {
    const places = placesOf(fn, module);
    if (places.length > 0 && places.every(isPartOfReturn)) return true;
  }
  return false;
}

/** Where a function stands as a value: where it is written, or where its name is read. */
function placesOf(fn: FunctionNode, { scopes }: SourceModule): readonly Node[] {
  const name = nameAround(fn);
  if (name) return scopes.bindingOf(name)?.reads ?? [];
  return fn.type === 'FunctionDeclaration' ? [] : [fn];
}

/** `return value`, `() => value`, and an object or list that is given back so. */
function isPartOfReturn(value: Node): boolean {
  let node: Node = value;
  while (node.parent && PARTS.has(node.parent.type)) node = node.parent;
  const { parent } = node;
  return (
    parent !== undefined &&
    (parent.type === 'ReturnStatement' || (isFunction(parent) && parent.body === node))
  );
}

const PARTS: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'TSAsExpression',
  'TSSatisfiesExpression',
]);
