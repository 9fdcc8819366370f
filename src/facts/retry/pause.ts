import { calledName, isFunction } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { walk } from '../../ast/walk.ts';
import type { FileView } from '../fact.ts';
import type { Pause } from '../rehearsal/rehearsal.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';

const PAUSING = /^(?:sleep|delay|wait|pause|backoff|snooze)(?:$|[A-Z_]|For|Ms)/i;

type Pauses = readonly (readonly Pause[] | undefined)[];

/**
 * The waits before each attempt without those of a limiter: one of a length that is not known, which
 * the first attempt has to sit out too, says nothing of how long is waited after a failure.
 */
export function withoutQueue(pauses: Pauses): Pauses {
  const [queue = [], ...later] = pauses;
  if (queue.every(({ isKnown }) => isKnown)) return pauses;
  return [
    queue,
    ...later.map((step = []) => {
      const own = step.length - queue.length;
      const isQueued = queue.every((each, index) => isSamePause(each, step[own + index]));
      return own > 0 && isQueued ? step.slice(0, own) : step;
    }),
  ];
}

const isSamePause = ({ place, isKnown }: Pause, other: Pause | undefined): boolean =>
  other?.place.node === place.node && other.isKnown === isKnown;

/** The one pause in a loop is of a length that nothing in the loop changes, whatever it is. */
export function isSteady(root: Node, { candidates, module }: FileView): boolean {
  const pauses = nodesWithin(candidates.calls, root).filter(
    ({ callee, arguments: given }) => PAUSING.test(calledName(callee)) && given.length > 0,
  );
  const [only, ...others] = pauses;
  const ms = only?.arguments[0];
  return (
    ms !== undefined &&
    others.length === 0 &&
    isFixed(ms, root, module.visitorKeys, (name) => {
      const binding = module.scopes.bindingOf(name);
      return (
        (binding?.writes.some(({ target }) => isWithin(target, root)) ?? false) ||
        (binding !== null && isGivenAnew(binding, root)) ||
        isCounted(name, root, candidates.calls, module)
      );
    })
  );
}

/** Each turn has its own: the error that it catches, what its callbacks are given. */
const isGivenAnew = ({ declarations }: Binding, root: Node): boolean =>
  declarations.some(
    (declared) =>
      isWithin(declared, root) &&
      !(isFunction(root) && root.params.some((parameter) => isWithin(declared, parameter))),
  );

/** `attempt(n + 1)` within `attempt = (n) => …`: a parameter that the function gives itself anew. */
function isCounted(
  name: Identifier,
  root: Node,
  calls: FileView['candidates']['calls'],
  module: FileView['module'],
): boolean {
  if (!isFunction(root)) return false;
  const binding = module.scopes.bindingOf(name);
  const index = root.params.findIndex(
    (parameter) =>
      parameter.type === 'Identifier' && module.scopes.bindingOf(parameter) === binding,
  );
  if (index < 0) return false;
  return nodesWithin(calls, root).some(({ callee, arguments: given }) => {
    const called = valueOf(callee, module);
    const argument = given[index];
    const isSame = argument?.type === 'Identifier' && module.scopes.bindingOf(argument) === binding;
    return called.kind === 'function' && called.node === root && !isSame;
  });
}

type Identifier = Extract<Node, { type: 'Identifier' }>;

/** Holds no call and no name that is written in the loop. */
function isFixed(
  expression: Node,
  root: Node,
  keys: Parameters<typeof walk>[1],
  isWritten: (name: Identifier) => boolean,
): boolean {
  let fixed = true;
  walk(expression, keys, (node) => {
    if (node.type === 'CallExpression' || node.type === 'UpdateExpression') fixed = false;
    if (node.type === 'Identifier' && isWritten(node)) fixed = false;
    if (node.type === 'ThisExpression' && root !== node) fixed = false;
  });
  return fixed;
}
