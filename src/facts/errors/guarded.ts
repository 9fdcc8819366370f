import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  keyName,
  unwrap,
} from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { isWithin, nodesWithin, within } from '../../ast/within.ts';
import { someIn } from '../retry/loop.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { behindKeeper } from '../kept-function.ts';
import type { ApiCall } from '../request/api-call.ts';
import { handedIn, isHandedOn, waitedForIn } from './handed-in.ts';
import { isRequestOfSdk, isWriteOfSdk } from '../request/sdk-request.ts';
import { isOneWrite } from './one-write.ts';
import { isCaught, isTakenInside, keepsFailures, sentBy } from './sent-by.ts';
import { isSettledIn } from '../request/settled.ts';

/** The requests whose failure a handler gets. */
export interface Guarded {
  readonly calls: readonly ApiCall[];
  /** Calls of functions that send several requests, and those of SDKs. */
  readonly others: readonly Call[];
}

type Call = TSESTree.CallExpression;

/** Callbacks of these run after the `try` around them is over. */
const LATER: ReadonlySet<string> = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'on',
  'once',
  'addEventListener',
  'addListener',
  'subscribe',
  'useEffect',
  'useCallback',
  'nextTick',
  'queueMicrotask',
]);

/** What a `try` block guards: what it waits for, not what an inner handler takes. */
export function guardedByTry(block: TSESTree.BlockStatement, view: FileView): Guarded {
  const { module, facts, candidates } = view;
  const isGuarded = (node: Node): boolean =>
    reaches(node, block, module) && !isSettledIn(block, node, module);
  const sent = within(facts.apiCall, block, ({ node }) => node).filter(({ node }) =>
    isGuarded(node),
  );
  const handed = waitedForIn(block, view)
    .filter(({ at, call }) => !isWithin(call.node, block) && isGuarded(at))
    .map(({ call }) => call);
  const calls = [...sent, ...handed].filter((call) => letsFailuresOut(call, module));
  const others = nodesWithin(candidates.calls, block).filter(
    (call): call is Call =>
      call.type === 'CallExpression' &&
      isGuarded(call) &&
      (writesBySdk(call, module) || (calls.length === 0 && sendsSomething(call, module))),
  );
  return { calls, others };
}

/** What a promise chain with a handler at `handled` guards. */
export function guardedByChain(handled: Call, view: FileView): Guarded {
  const { module, facts } = view;
  const links = linksBefore(handled);
  const [start] = links.slice(-1);
  const handed = handedTo(start ?? chained(handled), view);
  if (!start) return { calls: handed, others: [] };
  const sent = within(facts.apiCall, handled, ({ node }) => node).filter(
    (call) =>
      (links.includes(call.node) ||
        isReadOf(start, call.node) ||
        links.some((link) => isThenOf(link, call.node)) ||
        isCombined(start, call.node)) &&
      !isSettledIn(start, call.node, module) &&
      letsFailuresOut(call, module),
  );
  const calls = [...sent, ...handed];
  const isOther =
    start.type === 'CallExpression' &&
    (writesBySdk(start, module) || (calls.length === 0 && sendsSomething(start, module)));
  return { calls, others: isOther ? [start] : [] };
}

/** `work.catch(…)`, `task().catch(…)`, where callers hand in the promise or the function that sends. */
const handedTo = (start: Node, view: FileView): ApiCall[] =>
  handedIn(start, view).filter((call) => letsFailuresOut(call, view.module));

function chained({ callee }: Call): Node {
  const inner = unwrap(callee);
  return inner.type === 'MemberExpression' ? inner.object : inner;
}

/** The calls of a chain, from the one before the handler to its start; up to another handler. */
function linksBefore(handled: Call): Node[] {
  const links: Node[] = [];
  let node: Node = handled;
  while (node.type === 'CallExpression') {
    const callee: Node = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') break;
    const name = keyName(callee);
    const isLink: boolean =
      node === handled || name === 'then' || name === 'finally' || links.length === 0;
    if (node !== handled && name === 'catch') break;
    if (!isLink) break;
    const before: Node = unwrap(callee.object);
    if (before.type !== 'CallExpression' && before.type !== 'NewExpression') break;
    links.push(before);
    node = before;
    if (!isChained(before)) break;
  }
  return links;
}

function isChained(call: Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  return callee?.type === 'MemberExpression' && ['then', 'finally'].includes(keyName(callee) ?? '');
}

/** `client.post(url).json()`: methods of a request that is not waited for yet fail as it does. */
function isReadOf(start: Node, request: Node): boolean {
  let node: Node = start;
  while (node.type === 'CallExpression') {
    const callee: Node = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') return false;
    node = unwrap(callee.object);
    if (node === request) return true;
  }
  return false;
}

/** A request that a callback of the chain sends and gives back: `.then(() => fetch(url))`. */
function isThenOf(link: Node, request: Node): boolean {
  if (!isChained(link) || link.type !== 'CallExpression') return false;
  const fn = enclosingFunction(request);
  return (
    fn !== null && link.arguments.some((argument) => argument === fn) && isHandedOn(request, fn)
  );
}

/** `Promise.all([fetch(a), …]).catch(…)`, `(async () => { await fetch(a) })().catch(…)`. */
function isCombined(start: Node, request: Node): boolean {
  if (start.type !== 'CallExpression' || !isWithin(request, start) || start === request)
    return false;
  const callee = unwrap(start.callee);
  if (isFunction(callee)) return isAwaited(request, callee);
  const isPromise =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Promise';
  return isPromise && enclosingHandler(request, start) === null;
}

function isAwaited(request: Node, root: Node): boolean {
  for (const above of ancestorsOf(request)) {
    if (above === root) return false;
    if (isFunction(above)) return false;
    if (above.type === 'TryStatement' && above.handler && isWithin(request, above.block))
      return false;
    if (above.type === 'AwaitExpression') return enclosingHandler(request, root) === null;
  }
  return false;
}

/** The failure of a call in a `try` block comes out there. */
function reaches(node: Node, block: Node, module: SourceModule): boolean {
  let isWaitedFor = false;
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above === block) return isWaitedFor;
    if (above.type === 'AwaitExpression' || above.type === 'YieldExpression') isWaitedFor = true;
    if (above.type === 'VariableDeclarator' && !isWaitedFor)
      isWaitedFor = isAwaitedLater(above, module);
    if (above.type === 'TryStatement' && above.block === inner && above.handler) {
      if (!someIn(above.handler.body, module, (each) => each.type === 'ThrowStatement'))
        return false;
    }
    if (isCaught(above, inner)) return false;
    if (isFunction(above)) {
      if (!isRunThere(above)) return false;
      if (isWaitedFor && !above.async && !above.generator) return false;
      isWaitedFor = false;
    }
    inner = above;
  }
  return false;
}

/** `const pending = fetch(url); … await pending`. */
function isAwaitedLater({ id }: TSESTree.VariableDeclarator, module: SourceModule): boolean {
  if (id.type !== 'Identifier') return false;
  const reads = module.scopes.bindingOf(id)?.reads ?? [];
  return reads.some((read) =>
    [...ancestorsOf(read)].some(({ type }) => type === 'AwaitExpression'),
  );
}

/** A function that is called where it stands, or handed to a call that runs it before it is over. */
function isRunThere(fn: FunctionNode): boolean {
  const call = fn.parent;
  if (call.type !== 'CallExpression') return false;
  if (call.callee === fn) return true;
  const callee = unwrap(call.callee);
  const name = calledName(callee);
  return !LATER.has(name);
}

/** A handler between a request and the code around it. */
function enclosingHandler(node: Node, root: Node): Node | null {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above === root) return null;
    if (above.type === 'TryStatement' && above.block === inner && above.handler) return above;
    if (isCaught(above, inner)) return above;
    inner = above;
  }
  return null;
}

/** Tells the calls of an SDK of a kind, here or in a function of the project that lets a failure of one out. */
function callsOf(isSuch: typeof isWriteOfSdk): (call: Call, module: SourceModule) => boolean {
  const areWithin = oncePer(({ node, module }: FunctionValue) =>
    nodesWithin(module.calls, node).some(
      (inner) =>
        inner.type === 'CallExpression' &&
        isSuch(inner, module) &&
        !isTakenInside(inner, node, module),
    ),
  );
  return (call, module) => {
    if (isSuch(call, module)) return true;
    const fn = behindKeeper(valueOf(call.callee, module));
    return fn.kind === 'function' && areWithin(fn);
  };
}

/** A call by which an SDK changes something. */
export const writesBySdk = callsOf(isWriteOfSdk);
const asksBySdk = callsOf(isRequestOfSdk);

/** A request of an SDK, or a call of a function of the project that sends requests, and lets a failure of one out. */
const sendsSomething = (call: Call, module: SourceModule): boolean =>
  asksBySdk(call, module) || sentBy(call, module).some(({ isKept }) => !isKept);

/** A call of a function of the project that sends several requests, to change one thing by them. */
export const writesThrough = (call: Call, module: SourceModule): boolean =>
  isOneWrite(sentBy(call, module).filter(({ isKept }) => !isKept));

const letsFailuresOut = ({ node, via }: ApiCall, module: SourceModule): boolean =>
  via === 'direct' || !keepsFailures(node, module);
