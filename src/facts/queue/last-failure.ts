import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { messageBrokers } from '../../clients/message-brokers.ts';
import { ancestorsOf, calledName, keyName } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isLogLike } from '../response/log-like.ts';

const { refusals, setUps, deadLetters } = messageBrokers;

/** Catch clauses that swallow the failure of a request: nothing is thrown, marked, stored or sent on. */
export function swallowingCatches(
  task: FunctionNode,
  requests: readonly ApiCall[],
  view: FileView,
): TSESTree.CatchClause[] {
  return nodesWithin(view.candidates.tries, task).flatMap(({ block, handler }) => {
    if (!handler || !requests.some(({ node }) => isWithin(node, block))) return [];
    return doesNothing(handler.body, view) ? [handler] : [];
  });
}

/** A catch clause of a task stores or sends on what has failed: `if (isLast) await dead.add(job)`. */
export const keepsFailures = (task: FunctionNode, view: FileView): boolean =>
  nodesWithin(view.candidates.tries, task).some(
    ({ handler }) =>
      handler &&
      nodesWithin(view.candidates.calls, handler.body).some(
        (call) =>
          call.type === 'CallExpression' &&
          !isMerelyTold(call, handler.body) &&
          ![...ancestorsOf(call)].some(
            (above) =>
              above.type === 'ThrowStatement' ||
              (above.type === 'IfStatement' && isWithin(call, above.test)),
          ),
      ),
  );

/** Nothing but logging, counting, throwing the message away and going on. */
function doesNothing(block: Node, view: FileView): boolean {
  const { module } = view;
  let isSilent = true;
  walk(block, module.visitorKeys, (node) => {
    if (node.type === 'ThrowStatement') isSilent = false;
    if (node.type === 'ReturnStatement' && node.argument && !isNothing(node.argument))
      isSilent = false;
    if (node.type === 'AssignmentExpression') isSilent = false;
    if (
      (node.type === 'CallExpression' || node.type === 'NewExpression') &&
      !isMerelyTold(node, block) &&
      !isThrownAway(node, view)
    )
      isSilent = false;
  });
  return isSilent;
}

/** `channel.nack(message, false, false)`, where the queues of the file have nowhere for what is refused. */
function isThrownAway(
  { callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  { candidates, module }: FileView,
): boolean {
  const name = methodOf(callee);
  const again = Object.hasOwn(refusals, name) ? given[refusals[name] ?? 0] : null;
  if (again?.type !== 'Literal' || again.value !== false) return false;
  const queues = candidates.calls.filter((call) => setUps.includes(methodOf(call.callee)));
  return (
    queues.length > 0 &&
    queues.every(({ arguments: [, options] }) => !options || hasNoDeadLetters(options, module))
  );
}

const methodOf = (callee: Node): string =>
  callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';

function hasNoDeadLetters(options: Node, module: SourceModule): boolean {
  const value = valueOf(options, module);
  return deadLetters.every((path) => attributeAt(value, path).state === 'absent');
}

/** A log line, or what goes into one. */
function isMerelyTold(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  within: Node,
): boolean {
  if (isLogLike(call) || isPause(call) || isNotice(call)) return true;
  for (const above of ancestorsOf(call)) {
    if (above === within) return false;
    if (
      (above.type === 'CallExpression' || above.type === 'NewExpression') &&
      (isLogLike(above) || isPause(above) || isNotice(above))
    )
      return true;
  }
  return false;
}

/** Counters and error trackers tell people; they keep nothing to be done again. */
function isNotice({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return /^(?:increment|inc|captureException|captureMessage|recordException|setAttribute|count|ack)$/.test(
    methodOf(callee),
  );
}

function isPause({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = calledName(callee);
  return /^(?:sleep|delay|wait|pause|backoff|setTimeout|Promise)/i.test(name);
}

const isNothing = (node: Node): boolean =>
  (node.type === 'Literal' && (node.value === null || node.value === false)) ||
  (node.type === 'Identifier' && node.name === 'undefined') ||
  (node.type === 'UnaryExpression' && node.operator === 'void');

const endsByFunction = new WeakMap<FunctionNode, Node[]>();

/** The `throw` and `return` statements in a function, those of functions in it included. */
function endsOf(fn: FunctionNode, { module }: FileView): Node[] {
  const known = endsByFunction.get(fn);
  if (known) return known;
  const ends: Node[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    if (node.type === 'ThrowStatement' || node.type === 'ReturnStatement') ends.push(node);
  });
  endsByFunction.set(fn, ends);
  return ends;
}

/**
 * What a function gives back where the loop in it runs out: an error, something, or nothing.
 * @param isLeft the loop is known to be left without an exception after the last attempt: what it
 * throws is another failure
 */
export function gives(
  fn: FunctionNode,
  loop: Node,
  isLeft: boolean,
  view: FileView,
): 'something' | 'nothing' {
  const isGiven = endsOf(fn, view).some((node) => {
    if (node.type === 'ThrowStatement')
      return !isCaughtIn(node, loop) && !(isLeft && isWithin(node, loop));
    if (node.type !== 'ReturnStatement' || !node.argument || isNothing(node.argument)) return false;
    return node.range[0] >= loop.range[1] || isInCatch(node, loop);
  });
  return isGiven ? 'something' : 'nothing';
}

/** Thrown to the catch clause of a `try` in the loop. */
function isCaughtIn(node: Node, loop: Node): boolean {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above === loop) return false;
    if (above.type === 'TryStatement' && above.block === inner && above.handler) return true;
    inner = above;
  }
  return false;
}

function isInCatch(node: Node, loop: Node): boolean {
  for (const above of ancestorsOf(node)) {
    if (above.type === 'CatchClause') return isWithin(above, loop);
    if (above === loop) return false;
  }
  return false;
}

/** Whether anything happens to a failure but a log line: in a catch clause, or after the loop. */
export function goesSomewhere(
  fn: FunctionNode,
  loop: Node,
  requests: readonly ApiCall[],
  { candidates }: FileView,
): boolean {
  return nodesWithin(candidates.calls, fn).some((call) => {
    if (requests.some(({ node }) => node === call)) return false;
    const isAfter = call.range[0] >= loop.range[1] || isInCatch(call, loop);
    return isAfter && !isMerelyTold(call, fn);
  });
}
