import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Call } from '../rehearsal/rehearsal.ts';

const TAKES: ReadonlySet<string> = new Set(['dequeue', 'next', 'pop', 'shift']);
const PUTS_BACK: ReadonlySet<string> = new Set(['add', 'enqueue', 'push', 'unshift']);

/**
 * Each turn takes another thing from a queue and sends that: what comes next is no second attempt.
 * Not where something of it is put back.
 */
export function sendsNextOfQueue(
  root: Node,
  requests: ReadonlySet<Call>,
  module: SourceModule,
): boolean {
  const taken = takenIn(root, module);
  if (taken.size === 0) return false;
  const uses = (call: Call): boolean =>
    call.arguments.some((argument) => holds(argument, taken, module));
  const calls = nodesWithin(module.calls, root);
  return (
    calls.some(uses) &&
    !calls.some((call) => isPut(call) && uses(call)) &&
    [...requests].every((call) => uses(call) || isOfFunctionAround(call, module))
  );
}

/** `drain()` in `drain`: it sends what the next turn takes. */
function isOfFunctionAround(call: Call, module: SourceModule): boolean {
  const callee = valueOf(call.callee, module);
  return callee.kind === 'function' && isWithin(call, callee.node);
}

const isPut = ({ callee }: Call): boolean =>
  callee.type === 'MemberExpression' && PUTS_BACK.has(keyName(callee) ?? '');

/** The names that hold what was taken, or a part of it. */
function takenIn(root: Node, module: SourceModule): ReadonlySet<object> {
  const taken = new Set<object>();
  walk(root, module.visitorKeys, (node) => {
    if (node.type !== 'VariableDeclarator' || !node.init) return;
    if (!takes(node.init, module) && !holds(node.init, taken, module)) return;
    for (const target of targetsOf(node.id)) {
      const binding = module.scopes.bindingOf(target);
      if (binding) taken.add(binding);
    }
  });
  return taken;
}

const takes = (init: Node, module: SourceModule): boolean =>
  nodesWithin(module.calls, init).some(
    (call) =>
      call.callee.type === 'MemberExpression' &&
      call.arguments.length === 0 &&
      TAKES.has(keyName(call.callee) ?? ''),
  );

function holds(
  part: Node,
  taken: ReadonlySet<object>,
  { scopes, visitorKeys }: SourceModule,
): boolean {
  let found = false;
  walk(part, visitorKeys, (node) => {
    const binding = node.type === 'Identifier' ? scopes.bindingOf(node) : null;
    found ||= binding !== null && taken.has(binding);
  });
  return found;
}
