import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** A function of this file that a call is given, as it is written there or by its name; null for anything else. */
export function taskAt(argument: Node, module: SourceModule): FunctionNode | null {
  const node = unwrap(argument);
  if (isFunction(node)) return node;
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return null;
  const value = valueOf(node, module);
  return value.kind === 'function' && value.module === module ? value.node : null;
}
