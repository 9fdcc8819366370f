import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** Whether a node is of this module's tree. */
export function isInFile(node: Node, { program }: SourceModule): boolean {
  let outer: Node = node;
  while (outer.parent) outer = outer.parent;
  return outer === program;
}
