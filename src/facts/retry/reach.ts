import { unwrap } from '../../ast/node.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { nodesWithin } from '../../ast/within.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { FileView } from '../fact.ts';

/** Pieces of code, with the functions of the file that they call or hand on, and so forth. */
export function reachedFrom(starts: readonly Node[], view: FileView): readonly Node[] {
  const reached = [...starts];
  const seen = new Set(reached);
  for (const root of reached) {
    for (const fn of functionsUsedIn(root, view)) {
      if (seen.has(fn)) continue;
      seen.add(fn);
      reached.push(fn);
    }
  }
  return reached;
}

function functionsUsedIn(root: Node, { candidates, module }: FileView): FunctionNode[] {
  return nodesWithin(candidates.calls, root).flatMap((call) =>
    [call.callee, ...call.arguments].flatMap((part) => {
      const name = unwrap(part);
      if (name.type !== 'Identifier' && name.type !== 'MemberExpression') return [];
      return ownFunction(name, module) ?? [];
    }),
  );
}
