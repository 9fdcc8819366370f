import { declaredName } from '../../ast/function-name.ts';
import { ancestorsOf, calledName, enclosingFunction, isFunction } from '../../ast/node.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { isWithin, nodesWithin, within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { FileView } from '../fact.ts';
import { behindKeeper } from '../kept-function.ts';
import type { HttpClient } from '../../clients/schema.ts';
import type { Call, Callback, How } from '../rehearsal/rehearsal.ts';
import type { Request } from '../request/request.ts';
import { requestAt } from '../request/request.ts';
import { optionOf } from '../request/request-options.ts';
import { callOfSdkIn, isRequestOfSdk } from '../request/sdk-request.ts';
import { resultUseOf } from '../request/result-use.ts';
import { handedTask } from './handed-task.ts';
import { requestsOfTasks } from './task.ts';

const known = new WeakMap<Call, { readonly how: How | null }>();

/** Whether a call sends a request by itself, and what becomes of an error status there. */
export function isRequest(call: Call, module: SourceModule): How | null {
  const before = known.get(call);
  if (before) return before.how;
  const how = howOf(call, module);
  known.set(call, { how });
  return how;
}

function howOf(call: Call, module: SourceModule): How | null {
  const request = requestAt(call, { module, frame: null });
  if (!request) return null;
  const { client, layers } = request;
  if (!client) return readsStatus(call, module) ? 'answers' : 'throws';
  const callback = client.answersCallback;
  const last = call.arguments.at(-1);
  if (callback && last && isFunction(last))
    return isSettledInside(call) ? 'calls back' : callbackOf(request, callback);
  if (!client.defaults.throwsOnErrorStatus) return 'answers';
  const keeps = Object.entries(client.options.keepsErrorStatus ?? {}).some(([name, value]) => {
    const option = optionOf(layers, [name]);
    return (
      option.state === 'known' && option.value.kind === 'literal' && option.value.value === value
    );
  });
  if (keeps) return 'answers';
  const judge = optionOf(layers, client.options.statusPredicates);
  if (judge.state !== 'known') return 'throws';
  return judge.value.kind === 'function' ? { accepts: judge.value } : 'answers';
}

/** Where no parameter of the callback is the failure's, a listener gets it. */
function callbackOf(
  { layers }: Request,
  { response }: NonNullable<HttpClient['answersCallback']>,
): Callback {
  const listener = optionOf(layers, ['listeners.error']);
  return {
    response,
    error: response > 0 ? 0 : null,
    listener: listener.state === 'known' ? listener.value : null,
  };
}

/** `new Promise((resolve, reject) => { http.get(url, (answer) => …) })`: the callback says how it ends. */
function isSettledInside(call: Call): boolean {
  const around = enclosingFunction(call)?.parent;
  return around?.type === 'NewExpression' && calledName(around.callee) === 'Promise';
}

const STATUS_NAMES = /^\s*\??\.(?:ok|status|statusCode)\b/;

/** The result's `ok` or `status` is looked at: error statuses are answers there. */
function readsStatus(call: Call, module: SourceModule): boolean {
  return resultUseOf(call, module).reads.some((read) =>
    STATUS_NAMES.test(module.text.slice(read.range[1], read.range[1] + 20)),
  );
}

/** What a loop or function sends again. */
export interface OwnRequests {
  /** The calls in it that send, by themselves or through functions. */
  readonly calls: ReadonlySet<Call>;
  readonly facts: readonly ApiCall[];
  /** Calls of a function that was handed in: they stand for the request. */
  readonly handedIn: ReadonlyMap<Call, How>;
  readonly sends: 'known' | 'likely' | 'unknown';
  /** They are calls of an SDK, whose errors tell the status in ways of their own. */
  readonly isOfSdk?: true;
}

export function ownRequests(root: Node, view: FileView): OwnRequests {
  // What calls the function itself is another attempt, and no request of its own.
  const facts = within(view.facts.apiCall, root, ({ node }) => node).filter(
    ({ node }) => ownFunction(node.callee, view.module) !== root,
  );
  if (facts.length > 0)
    return {
      calls: new Set(facts.map(({ node }) => node)),
      facts,
      handedIn: new Map(),
      sends: 'known',
    };
  const handedIn = new Map<Call, How>();
  const takers = new Set<FunctionNode>();
  for (const call of nodesWithin(view.candidates.calls, root)) {
    const task = handedTask(call, view.module);
    if (!task || (task.taker !== root && isWithin(task.taker, root))) continue;
    takers.add(task.taker);
    handedIn.set(task.run, readsStatus(call, view.module) ? 'answers' : 'throws');
  }
  if (handedIn.size === 0) return requestsOfSdk(root, view);
  const callers = requestsHandedTo(takers, view);
  const isLikely = [...handedIn.keys()].some((call) => soundsLikeRequest(call, root));
  const sends = callers.length > 0 ? 'known' : isLikely ? 'likely' : 'unknown';
  return { calls: new Set(handedIn.keys()), facts: callers, handedIn, sends };
}

function requestsOfSdk(root: Node, view: FileView): OwnRequests {
  const found = nodesWithin(view.candidates.calls, root).filter((call) => sdkCalls(view).has(call));
  return {
    calls: new Set(found),
    facts: [],
    handedIn: new Map(),
    sends: found.length > 0 ? 'known' : 'unknown',
    isOfSdk: true,
  };
}

/** The calls that send by an SDK, by themselves or through functions. */
const sdkCalls = oncePer(({ candidates, module }: FileView): ReadonlySet<Call> => {
  const isSending = oncePer(
    ({ node, module: holder }: FunctionValue) => callOfSdkIn(node, holder) !== null,
  );
  return new Set(
    candidates.calls.filter((call) => {
      const callee = valueOf(call.callee, module);
      return callee.kind === 'function' ? isSending(callee) : isRequestOfSdk(call, module);
    }),
  );
});

/** The calls of a file that `ownRequests` may tell of, before anything is asked of them. */
export const mayBeSent = oncePer((view: FileView): readonly Call[] => {
  const { candidates, facts, module } = view;
  const sent = new Set<Call>(facts.apiCall.map(({ node }) => node));
  const ofSdk = sdkCalls(view);
  return candidates.calls.filter(
    (call) => sent.has(call) || ofSdk.has(call) || handedTask(call, module) !== null,
  );
});

const WORDS = /request|fetch|https?(?![a-z])|api(?![a-z])|axios/i;

/** A function that is handed a task has a name of requests, or the task has. */
export const soundsLikeRequests = (fn: FunctionNode): boolean =>
  [
    nameOf(fn),
    ...fn.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : '')),
  ].some((name) => WORDS.test(name));

/** The handed-in function, or the one around, has a name of requests. */
function soundsLikeRequest(call: Call, root: Node): boolean {
  const names = [call.callee.type === 'Identifier' ? call.callee.name : ''];
  for (const around of [root, ...ancestorsOf(root)])
    if (isFunction(around)) names.push(nameOf(around));
  return names.some((name) => WORDS.test(name));
}

function nameOf(fn: FunctionNode): string {
  const declared = declaredName(fn);
  if (declared) return declared.name;
  const { parent } = fn;
  if ('key' in parent && parent.key && typeof parent.key === 'object' && 'name' in parent.key)
    return String(parent.key.name);
  return '';
}

/** The requests in functions that this file hands to those that run them. */
function requestsHandedTo(takers: ReadonlySet<FunctionNode>, view: FileView): ApiCall[] {
  return view.candidates.calls.flatMap((call) => {
    if (call.type !== 'CallExpression') return [];
    const sent = requestsOfTasks(call, view);
    if (sent.length === 0 || [...takers].some((fn) => isWithin(call, fn))) return [];
    const callee = behindKeeper(valueOf(call.callee, view.module));
    return callee.kind === 'function' && takers.has(callee.node) ? sent : [];
  });
}
