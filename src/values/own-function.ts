import type { FunctionNode, Node } from '../ast/node.ts';
import { isFunction, unwrap } from '../ast/node.ts';
import { valueOf } from './evaluate.ts';
import type { SourceModule } from './source-module.ts';

/** The function of this file that a node is or stands for; null for one of another file, and for anything else. */
export function ownFunction(
  node: Node | null | undefined,
  module: SourceModule,
): FunctionNode | null {
  const inner = node ? unwrap(node) : null;
  if (!inner || isFunction(inner)) return inner;
  const value = valueOf(inner, module);
  return value.kind === 'function' && value.module === module ? value.node : null;
}
