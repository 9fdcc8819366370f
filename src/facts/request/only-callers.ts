import { declaredName } from '../../ast/function-name.ts';
import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from './api-call.ts';

/**
 * Requests that are sent with what the callers of a function give, where all of its callers are at
 * hand and none of them bounds the time: nothing does then.
 */
export function withCallers(calls: readonly ApiCall[], module: SourceModule): ApiCall[] {
  const callers = unboundedCallers(calls);
  return calls.map((call) =>
    call.via === 'direct' && call.timeout.state === 'unknown' && isUnbounded(call, callers, module)
      ? { ...call, timeout: { ...call.timeout, state: 'absent' } }
      : call,
  );
}

/** What is called where a function is called that sends a request without a bound, by that request. */
function unboundedCallers(calls: readonly ApiCall[]): ReadonlyMap<Node, ReadonlySet<Node>> {
  const callers = new Map<Node, Set<Node>>();
  for (const { via, request, timeout, node } of calls) {
    if (via !== 'wrapper' || timeout.state !== 'absent') continue;
    callers.set(request.node, (callers.get(request.node) ?? new Set()).add(node.callee));
  }
  return callers;
}

function isUnbounded(
  call: ApiCall,
  callers: ReadonlyMap<Node, ReadonlySet<Node>>,
  module: SourceModule,
): boolean {
  const unbounded = callers.get(call.node);
  const name = unbounded && call.enclosingFunction && declaredName(call.enclosingFunction);
  const binding = name && module.scopes.bindingOf(name);
  if (!binding || isExported(name) || binding.reads.length === 0) return false;
  return binding.writes.length <= 1 && binding.reads.every((read) => unbounded.has(read));
}

/** Exported where it is declared: every other export reads the name. */
function isExported(name: Node): boolean {
  const declaration = name.parent?.type === 'VariableDeclarator' ? name.parent.parent : name.parent;
  return declaration?.parent?.type.startsWith('Export') === true;
}
