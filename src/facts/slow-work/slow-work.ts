import type { TSESTree } from '@typescript-eslint/utils';
import { queueDeliveryHeaders } from '../../clients/queue-deliveries.ts';
import { withoutComments } from '../../ast/comments.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { wordSet } from '../../ast/words.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { parameterGiven } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import { isCallOfSdk } from '../request/sdk-request.ts';
import { requestAt } from '../request/request.ts';
import { functionOf } from '../webhook/site.ts';
import type { Fact, FileView } from '../fact.ts';
import { wordsOf } from '../webhook/words.ts';
import type { WebhookHandler } from '../webhook/handler.ts';
import { saysVerify } from '../webhook/verifiers.ts';
import { answersOf } from './answers.ts';
import { chainText, isAwaited, isEnqueueing, isMessage, isPause, isWaitedFor } from './calls.ts';
import { isAnsweredWith, isAskedFor } from './told-result.ts';

/** Something that a handler of webhooks waits for before it answers. */
export interface SlowWork extends Fact {
  /** An outbound request, a pause, a message or document that is made, or awaits one after another. */
  readonly kind: 'request' | 'pause' | 'rendering' | 'loop';
}

interface Found {
  readonly node: Node;
  readonly kind: SlowWork['kind'];
}

/** The first slow thing of each handler that is written in the file. */
export function findSlowWork(view: FileView): SlowWork[] {
  return view.facts.webhookHandler.flatMap((handler) => {
    // What takes no body and no header of an event manages webhooks, or hands requests on.
    const takes = handler.bodyReads.length > 0 || handler.headerReads.length > 0;
    if (handler.module !== view.module || !takes || isMock(handler) || isWorker(handler)) return [];
    const [first] = slowIn(
      { node: handler.handler, module: view.module },
      view,
      handler.checks.flatMap(({ node }) => (goesOn(node, view.module) ? [] : node)),
      0,
    ).filter((found) => isBeforeAnswer(found, handler, view.module));
    return first ? [{ ...first, evidence: handler.evidence }] : [];
  });
}

/** A stand-in for a provider: it takes as long as it is told to. */
const isMock = ({ path, module }: WebhookHandler): boolean =>
  [path ?? '', module.path.split('/').slice(-2).join('/')].some((text) =>
    wordsOf(text).some((word) => MOCKS.has(word)),
  );

const MOCKS: ReadonlySet<string> = new Set([
  'mock',
  'fake',
  'stub',
  'simulator',
  'simulated',
  'dummy',
]);

/** A queue calls it with its job, and waits for as long as that takes. */
const isWorker = ({ headerReads }: WebhookHandler): boolean =>
  headerReads.some(({ name }) => queueDeliveryHeaders.includes(name.toLowerCase()));

type Code = Pick<FunctionValue, 'node' | 'module'>;

/** What a function waits for, in source order. */
function slowIn(code: Code, view: FileView, checks: readonly Node[], depth: number): Found[] {
  const { node: fn, module } = code;
  const found: Found[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    if (node !== fn.body && isFunction(node) && !isRunInPlace(node, code)) return 'skip';
    if (checks.some((check) => isWithin(node, check) || (isLoop(node) && isWithin(check, node))))
      return checks.some((check) => isWithin(node, check)) ? 'skip' : undefined;
    const kind = kindOf(node, code, view, depth);
    if (kind) found.push({ node, kind });
    return undefined;
  });
  return found.toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

function kindOf(
  node: Node,
  { node: fn, module }: Code,
  view: FileView,
  depth: number,
): SlowWork['kind'] | null {
  if (isLoop(node)) return waitsEachTime(node, module) ? 'loop' : null;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  if (!isAwaited(node, fn)) return null;
  const isHere = module === view.module;
  if (isHere && isPause(node, module)) return 'pause';
  if (node.type === 'NewExpression' || isEnqueueing(node) || isAskedFor(node, module)) return null;
  if (isHere && isAnsweredWith(node, module)) return null;
  if (isRequest(node, module, view)) return isForVerifying(node, fn, module) ? null : 'request';
  // Of other files requests alone are looked for: what else waits there may be rare or for a failure.
  if (isHere && isMessage(node)) return 'rendering';
  return depth < DEEPEST ? kindOfHelper(node, module, view, depth) : null;
}

/** It sends a request itself; what goes through functions of the project is followed there. */
const isRequest = (call: TSESTree.CallExpression, module: SourceModule, view: FileView): boolean =>
  (isCallOfSdk(call, module) && !TAKES_EVENT.test(chainText(call)) && !looksUp(call)) ||
  (module === view.module
    ? view.facts.apiCall.some(({ node, via }) => node === call && via === 'direct')
    : requestAt(call, { module, frame: null }) !== null);

/** A method of an SDK that is given what came in: `stripe.webhooks.constructEventAsync`, `bot.handleUpdate`. */
const TAKES_EVENT = /webhook|update$/i;

/** What an event is about is read anew: `stripe.subscriptions.retrieve(id)`, as the docs of SDKs have it. */
const looksUp = ({ callee }: TSESTree.CallExpression): boolean =>
  callee.type === 'MemberExpression' && READS.has(wordsOf(keyName(callee) ?? '')[0] ?? '');

const READS: ReadonlySet<string> = wordSet('retrieve get list find fetch read');

/** Functions are followed this deep: a service calls a client class, which calls a library. */
const DEEPEST = 4;

/** `handle` of `events.map(handle)`. */
const runForEach = ({ callee, arguments: [fn] }: TSESTree.CallExpression): Node | null =>
  fn?.type === 'Identifier' && callee.type === 'MemberExpression' && keyName(callee) === 'map'
    ? fn
    : null;

/** A function of the project that waits for something slow. */
function kindOfHelper(
  call: TSESTree.CallExpression,
  module: SourceModule,
  view: FileView,
  depth: number,
): SlowWork['kind'] | null {
  const callee = functionOf(valueOf(runForEach(call) ?? call.callee, module));
  if (!callee || saysVerify(chainText(call))) return null;
  const inside = slowIn(callee, view, [], depth + 1);
  return inside.find(({ kind }) => kind !== 'loop')?.kind ?? null;
}

/** `items.map(async (item) => …)` is run where it stands, and so is what is called there: not `void (async () => …)()`. */
function isRunInPlace(fn: FunctionNode, { node: outer, module }: Code): boolean {
  const { parent } = fn;
  if (parent.type !== 'CallExpression') return false;
  if (parent.callee === fn) return !fn.async || isAwaited(parent, outer);
  const name = parent.callee.type === 'MemberExpression' ? keyName(parent.callee) : null;
  return (
    (name !== null && /^(?:map|flatMap|transaction|\$transaction)$/.test(name)) ||
    isRestOfHandler(parent, fn, module) ||
    isRunByTaker(parent, fn, module)
  );
}

/** `cors(req, res, async () => …)`: middleware that is run by hand, and goes on with what it is handed. */
const isRestOfHandler = (call: Node, fn: FunctionNode, module: SourceModule): boolean =>
  call.type === 'CallExpression' && call.arguments[2] === fn && goesOn(call, module);

const goesOn = (call: Node, { scopes }: SourceModule): boolean => {
  if (call.type !== 'CallExpression' || !isFunction(call.arguments[2])) return false;
  return call.arguments
    .slice(0, 2)
    .every((given) => given.type === 'Identifier' && scopes.bindingOf(given)?.kind === 'param');
};

/** `withRetry(() => send(order))`, a function of the project that waits for what it is given. */
function isRunByTaker(
  call: TSESTree.CallExpression,
  task: FunctionNode,
  module: SourceModule,
): boolean {
  const given = parameterGiven(call, task, module);
  const taker = given && enclosingFunction(given.parameter);
  const reads = given?.module.scopes.bindingOf(given.parameter)?.reads ?? [];
  return reads.some(
    ({ parent }) =>
      parent.type === 'CallExpression' &&
      parent.callee.type === 'Identifier' &&
      reads.includes(parent.callee) &&
      taker !== null &&
      enclosingFunction(parent) === taker &&
      isAwaited(parent, taker),
  );
}

type Loop = Extract<
  Node,
  { type: 'ForOfStatement' | 'ForStatement' | 'WhileStatement' | 'ForInStatement' }
>;

const isLoop = (node: Node): node is Loop => /^(?:ForOf|For|While|ForIn)Statement$/.test(node.type);

/** `for (const address of [sender]) …` */
function isOverOne(list: Node, module: SourceModule): boolean {
  const value = valueOf(list, module);
  return value.kind === 'array' && !value.open && value.elements.length < 2;
}

/** Awaits in a loop, one after the other, other than putting things on a queue or reading the body. */
function waitsEachTime(loop: Loop, module: SourceModule): boolean {
  if (loop.type === 'ForOfStatement' && (loop.await || isOverOne(loop.right, module))) return false;
  let waits = false;
  walk(loop.body, module.visitorKeys, (node) => {
    if (isFunction(node) || waits) return 'skip';
    if (node.type !== 'AwaitExpression') return undefined;
    const call = unwrap(node.argument);
    if (call.type !== 'CallExpression' || isEnqueueing(call)) return undefined;
    waits = !/read|chunk|verif|import|digest|sign|cache|redis|add|push|log/i.test(chainText(call));
    return undefined;
  });
  return waits;
}

/** A key or a certificate is fetched, or the provider is asked whether it has sent this. */
function isForVerifying(
  call: TSESTree.CallExpression,
  fn: FunctionNode,
  module: SourceModule,
): boolean {
  const text = withoutComments(textOf(call, module));
  if (/verif|cert|jwks?|public_?-?key|signature/i.test(text)) return true;
  return fn.id !== null && saysVerify(fn.id.name);
}

/** Nothing is answered before it on every way there. */
function isBeforeAnswer(
  { node, kind }: Found,
  handler: WebhookHandler,
  module: SourceModule,
): boolean {
  const answers = answersOf(handler, module);
  if (answers.length === 0) return true;
  const fn = enclosingFunction(node);
  if (fn !== handler.handler) return true;
  const flow = controlFlowOf(fn, module.visitorKeys);
  if (flow.everyPathTo(node, answers)) return false;
  return kind !== 'request' || isWaitedFor(node, fn, module) || !flow.everyPathFrom(node, answers);
}
