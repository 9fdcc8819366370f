import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import { isDeclaredExported } from '../../ast/exports.ts';
import { declaredName } from '../../ast/function-name.ts';
import { callsByName } from '../../ast/hand-over.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { presenceIn } from './env-presence.ts';

/** A function is followed to its callers this often. */
const DEEPEST = 2;

/**
 * A variable is only read where it was found to be there: `process.env.X ? `${process.env.X}/hook` :
 * null`, `if (typeof process.env.X !== 'undefined') …`, in a function that is only called there, too.
 */
export function isAskedFirst(read: Node, name: string, module: SourceModule, depth = 0): boolean {
  let inner = read;
  for (const above of ancestorsOf(read)) {
    if (!isFunction(above) && above.type !== 'Program') continue;
    const guards = controlFlowOf(above, module.visitorKeys).guardsOf(inner);
    if (guards.some(({ test, outcome }) => finds(test, outcome === 'truthy', name, module)))
      return true;
    if (depth < DEEPEST && isFunction(above) && isAskedByCallers(above, name, module, depth))
      return true;
    inner = above;
  }
  return false;
}

function finds(
  test: TSESTree.Expression,
  holds: boolean,
  name: string,
  module: SourceModule,
): boolean {
  const { asked, isThere } = presenceIn(test, module);
  return asked.kind === 'env' && asked.name === name && isThere === holds;
}

/** All that is done with a function of the file is to call it where the variable is there. */
function isAskedByCallers(
  fn: FunctionNode,
  name: string,
  module: SourceModule,
  depth: number,
): boolean {
  const declared = declaredName(fn);
  const binding = declared && module.scopes.bindingOf(declared);
  if (!binding || isDeclaredExported(declared)) return false;
  const calls = callsByName(fn, module.scopes);
  return (
    calls.length > 0 &&
    calls.length === binding.reads.length &&
    calls.every((call) => isAskedFirst(call, name, module, depth + 1))
  );
}
