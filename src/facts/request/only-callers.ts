import type { TSESTree } from '@typescript-eslint/utils';
import { isDeclaredExported } from '../../ast/exports.ts';
import { declaredName } from '../../ast/function-name.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
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
  const uses = unbounded && call.enclosingFunction && usesOf(call.enclosingFunction, module);
  return uses ? uses.length > 0 && uses.every((use) => unbounded.has(use)) : false;
}

/** Everywhere that a function is named; null where it may be named in another file. */
function usesOf(fn: FunctionNode, module: SourceModule): readonly Node[] | null {
  const method = privateMethod(fn);
  if (method) return membersNamed(method, module);
  const name = declaredName(fn);
  const binding = name && module.scopes.bindingOf(name);
  return binding && !isDeclaredExported(name) && binding.writes.length <= 1 ? binding.reads : null;
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

/** The `private request() {}`, `#request() {}` or `private request = () => {}` that a function is. */
function privateMethod({ parent }: FunctionNode): Member | null {
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition') return null;
  const isPrivate = parent.accessibility === 'private' || parent.key.type === 'PrivateIdentifier';
  return isPrivate && keyName(parent) !== null ? parent : null;
}

/** `this.request`, `api.request` in its class; null where a name that is not known may mean it. */
function membersNamed(method: Member, module: SourceModule): readonly Node[] | null {
  const uses: Node[] = [];
  let isHidden = false;
  walk(method.parent, module.visitorKeys, (node) => {
    const isPart = node.type === 'MemberExpression' || node.type === 'Property';
    if (!isPart || (node.type === 'Property' && node.parent.type !== 'ObjectPattern')) return;
    const name = keyName(node);
    if (name === keyName(method)) uses.push(node);
    isHidden ||= name === null && node.type === 'MemberExpression' && isSelf(node.object);
  });
  return isHidden && method.key.type !== 'PrivateIdentifier' ? null : uses;
}

const isSelf = (object: Node): boolean => unwrap(object).type === 'ThisExpression';
