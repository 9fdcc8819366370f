import type { FunctionNode, Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from './api-call.ts';

/**
 * Requests that are sent with what the callers of a function give, where all of its callers are at
 * hand and none of them bounds the time: nothing does then.
 */
export function withCallers(calls: readonly ApiCall[], module: SourceModule): ApiCall[] {
  return calls.map((call) =>
    call.via === 'direct' && call.timeout.state === 'unknown' && isUnbounded(call, calls, module)
      ? { ...call, timeout: { ...call.timeout, state: 'absent' } }
      : call,
  );
}

function isUnbounded(call: ApiCall, calls: readonly ApiCall[], module: SourceModule): boolean {
  const name = call.enclosingFunction && nameOf(call.enclosingFunction);
  const binding = name && module.scopes.bindingOf(name);
  if (!binding || isExported(name) || binding.reads.length === 0) return false;
  const unbounded = new Set<Node>(
    calls
      .filter(
        ({ via, request, timeout }) =>
          via === 'wrapper' && request.node === call.node && timeout.state === 'absent',
      )
      .map(({ node }) => node.callee),
  );
  return binding.writes.length <= 1 && binding.reads.every((read) => unbounded.has(read));
}

function nameOf({ id, parent }: FunctionNode) {
  if (id) return id;
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
}

/** Exported where it is declared: every other export reads the name. */
function isExported(name: Node): boolean {
  const declaration = name.parent?.type === 'VariableDeclarator' ? name.parent.parent : name.parent;
  return declaration?.parent?.type.startsWith('Export') === true;
}
