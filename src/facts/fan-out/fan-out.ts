import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, isFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { evidenceOf } from '../request/api-call.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Bound } from './bound.ts';
import { tighter } from './bound.ts';
import type { Started } from './collected.ts';
import { collected, taskIn } from './collected.ts';
import { boundOfItems, boundOfTask } from './fan-out-bound.ts';
import { leftAlone, throughLimiter } from './one-by-one.ts';
import { limiterListAt, limiterMapAt, suggestedLimiter } from './limiter-use.ts';
import { callOfSdkIn, isCallOfSdk } from '../request/sdk-request.ts';
import { startedByOwn } from './own-each.ts';
import { startedByStream } from './streamed.ts';
import type { Request } from '../request/request.ts';
import { requestAt } from '../request/request.ts';
import { callsThatSend, wrappedRequestAt } from '../request/wrapped-request.ts';

/** Requests that are started together, one for each of several things. */
export interface FanOut extends Fact {
  /** The call that starts or collects them: `Promise.all(…)`, `xs.forEach(…)`, `map(xs, task)` of a library; one that a loop does not wait for, or that a limiter is given. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The first request that each of them sends; null where it is sent through something that can't be read. */
  readonly request: Request | null;
  /** What limits how many are under way at a time. `unknown`: something may. */
  readonly bound: Bound;
  /** The part of `bound` that a limiter brings: it holds however many items there are. */
  readonly limit: Bound;
  /** What is run for each, where it is written in this file. */
  readonly task: FunctionNode | null;
  /** The package that a limiter may be taken from. */
  readonly limiter: string;
  readonly module: SourceModule;
}

type Call = FanOut['node'];

const COLLECTORS: ReadonlySet<string> = new Set([
  'Promise.all',
  'Promise.allSettled',
  'Promise.race',
  'Promise.any',
]);

/** All requests of a file that are started together. */
export function findFanOuts({ module, candidates }: FileView): FanOut[] {
  const together = candidates.calls.flatMap((node) => {
    const started = startedBy(node, module);
    return (started && fanOut(node, started, module)) ?? [];
  });
  const counted = new Set(together.map(({ bound }) => bound.node));
  const singly = candidates.calls.flatMap((node) => {
    const started =
      node.type === 'CallExpression' && (leftAlone(node, module) ?? throughLimiter(node, module));
    const found = started ? fanOut(node, started, module) : null;
    if (!found || (found.bound.node !== null && counted.has(found.bound.node))) return [];
    counted.add(found.bound.node);
    return [found];
  });
  const all = [...together, ...singly];
  return all
    .filter((one) => !all.some((other) => isAround(one, other)))
    .sort((one, other) => one.node.range[0] - other.node.range[0]);
}

/** `entries.forEach((entry) => entry.messages.forEach(send))`: the inner one starts what the outer one does. */
const isAround = (one: FanOut, other: FanOut): boolean =>
  one !== other &&
  one.task !== null &&
  isWithin(other.node, one.task) &&
  one.request?.node === other.request?.node &&
  one.bound.state === 'none' &&
  other.bound.state === 'none' &&
  [one, other].every(({ node }) => keyName(node.callee) === 'forEach');

function startedBy(node: Call, module: SourceModule): Started | null {
  const byLibrary = limiterMapAt(node, module);
  if (byLibrary)
    return byLibrary.list ? taskIn(byLibrary.list, byLibrary.items, module) : byLibrary;
  const listed = limiterListAt(node, module);
  if (listed?.list) return taskIn(listed.list, listed.items, module);
  if (node.type !== 'CallExpression') return null;
  const streamed = startedByStream(node, module);
  if (streamed || node.callee.type !== 'MemberExpression')
    return streamed ?? startedByOwn(node, module);
  const [first] = node.arguments;
  if (!first) return null;
  if (keyName(node.callee) === 'forEach') return forEach(node, node.callee.object, first, module);
  if (COLLECTORS.has(globalName(valueOf(node.callee, module)) ?? ''))
    return collected(first, module);
  return null;
}

function forEach(
  call: TSESTree.CallExpression,
  items: Node,
  task: Node,
  module: SourceModule,
): Started | null {
  if (call.arguments.length > 2) return null;
  return {
    task: valueOf(task, module),
    items: boundOfItems(valueOf(items, module), items, module),
  };
}

function fanOut(
  node: Call,
  { task, items, isStream }: Started,
  module: SourceModule,
): FanOut | null {
  const sent = 'kind' in task ? sentByTask(task) : sentByCall(task, module);
  if (!sent) return null;
  const { request } = sent;
  const isWritten = 'kind' in task && task.kind === 'function' && task.module === module;
  return {
    node,
    request,
    bound: tighter(items, sent.bound),
    limit: sent.bound,
    task: isWritten && !isStream ? task.node : null,
    limiter: suggestedLimiter,
    module,
    evidence: request ? evidenceOf(request) : {},
  };
}

interface Sent {
  readonly request: Request | null;
  readonly bound: Bound;
}

function sentByCall(call: TSESTree.CallExpression, module: SourceModule): Sent | null {
  const context = { module, frame: null };
  const callee = valueOf(call.callee, module);
  if (callee.kind === 'function' && sendsLater(callee)) return null;
  const request = requestAt(call, context) ?? wrappedRequestAt(call, context);
  if (request) return { request, bound: boundOfTask(call, null, module) };
  const inner = call.arguments.find((argument) => isFunction(argument));
  if (isFunction(inner)) return sentByFunction(inner, module, call);
  if (isFunction(call.callee)) return sentByFunction(call.callee, module, null);
  if (callee.kind === 'function') return sentByTask(callee);
  return isPushed(call) && isCallOfSdk(call, module)
    ? { request: null, bound: boundOfTask(call, null, module) }
    : null;
}

/** `requests.push(client.orders.list())`: a promise that is waited for with the others of its list. */
function isPushed(call: TSESTree.CallExpression): boolean {
  const { parent } = wrapped(call);
  return parent?.type === 'CallExpression' && calledName(parent.callee) === 'push';
}

function sentByTask(task: Value): Sent | null {
  return task.kind === 'function' ? sentByFunction(task.node, task.module, null) : null;
}

function sentByFunction(
  fn: FunctionNode,
  module: SourceModule,
  around: TSESTree.CallExpression | null,
): Sent | null {
  const first = callsThatSend(fn, module).find((call) => !isForLater(call, fn, module));
  if (!first) return sentThroughSdk(fn, module, around);
  if (first.type !== 'CallExpression') return null;
  const context = { module, frame: null };
  const request = requestAt(first, context) ?? wrappedRequestAt(first, context);
  return { request, bound: boundOfTask(first, around ?? fn, module) };
}

/** All that a function sends, it sends when a timer or an event calls what it leaves there. */
function sendsLater({ node, module }: FunctionValue): boolean {
  const sending = callsThatSend(node, module);
  return sending.length > 0 && sending.every((call) => isForLater(call, node, module));
}

const LISTENS: ReadonlySet<string> = new Set(['addEventListener', 'addListener', 'on', 'once']);

/** In a function that is only kept, `button.onclick = () => …`, or listens: the task doesn't call it. */
function isForLater(call: Node, task: FunctionNode, module: SourceModule): boolean {
  let inner: Node = call;
  for (const above of ancestorsOf(call)) {
    if (inner === task) return false;
    if (isFunction(inner) && isKept(inner, above, module)) return true;
    inner = above;
  }
  return false;
}

const isKept = (fn: FunctionNode, holder: Node, module: SourceModule): boolean =>
  holder.type === 'AssignmentExpression'
    ? holder.right === fn && holder.left.type === 'MemberExpression'
    : isListed(fn, holder, module) ||
      (holder.type === 'CallExpression' &&
        holder.arguments.length > 1 &&
        (LISTENS.has(calledName(holder.callee)) ||
          isTimer(holder, module) ||
          isHandler(fn, holder)));

/** `tasks.push(() => send(id))`, `const task = () => send(id); tasks.push(task)`: something else runs it. */
function isListed(fn: FunctionNode, holder: Node, { scopes }: SourceModule): boolean {
  const places: readonly Node[] =
    holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier'
      ? (scopes.bindingOf(holder.id)?.reads ?? [])
      : [fn];
  return (
    places.length > 0 &&
    places.every(
      ({ parent }) =>
        parent?.type === 'CallExpression' &&
        parent.callee.type === 'MemberExpression' &&
        keyName(parent.callee) === 'push',
    )
  );
}

/** `setTimeout(send, index * 500)`, `setInterval(check, monitor.period)`: each is sent when its time comes; at a fixed one all are. */
const isTimer = (
  { callee, arguments: [, delay] }: TSESTree.CallExpression,
  module: SourceModule,
): boolean =>
  TIMERS.has(calledName(callee)) &&
  delay !== undefined &&
  valueOf(delay, module).kind !== 'literal';

const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);

/** `bot.command(name, async (ctx) => …)`: nobody waits for what is kept under a name. */
const isHandler = (
  fn: FunctionNode,
  { arguments: given, callee, parent }: TSESTree.CallExpression,
) =>
  fn.async &&
  fn.params.length > 0 &&
  given.at(-1) === fn &&
  !given.slice(0, -1).some((argument) => isFunction(unwrap(argument))) &&
  callee.type === 'MemberExpression' &&
  parent.type === 'ExpressionStatement';

function sentThroughSdk(
  fn: FunctionNode,
  module: SourceModule,
  around: TSESTree.CallExpression | null,
): Sent | null {
  const call = callOfSdkIn(fn, module);
  return call && { request: null, bound: boundOfTask(call, around ?? fn, module) };
}
