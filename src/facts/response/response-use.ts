import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, unwrap, wrapped } from '../../ast/node.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { callbackAnswerOf } from '../request/answering.ts';
import type { ApiCall } from '../request/api-call.ts';
import { bodyUseOf } from './body-use.ts';
import { mayFail } from '../errors/explained.ts';
import type { Fact, FileView } from '../fact.ts';
import { isWritingMethod } from '../request/asking.ts';
import { uncheckedCallbackBodies } from './callback-response.ts';
import { isInverted } from './inverted.ts';
import { bluntRefusals } from './refusal.ts';
import { isRefusedByBody, isTold } from './refused.ts';
import { isAside, isForgotten, isRecord, namesAround } from '../request/may-get-lost.ts';
import { isFileOfExtension } from '../request/own-page.ts';
import { optionOf } from '../request/request-options.ts';
import { callsThatSend } from '../request/wrapped-request.ts';
import type { ResponseForm } from './response-trail.ts';
import { ResponseTrail } from './response-trail.ts';

/** What becomes of the response of a request that does not fail by itself on an error status. */
export interface ResponseUse extends Fact {
  readonly node: ApiCall['node'];
  readonly call: ApiCall;
  /** Where its body is read. */
  readonly bodies: readonly Node[];
  /** Where its status is looked at. */
  readonly tests: readonly Node[];
  /**
   * Whether its status is looked at on every path on which its body is used. `never`: also where
   * nobody looks at the response of a write. `inverted`: it is used where it is an error's alone.
   * `unknown`: it goes where it can't be followed.
   */
  readonly checked: 'always' | 'sometimes' | 'never' | 'inverted' | 'unknown';
  /** Tests that turn every error away without a look at what the API says in it. */
  readonly refusals: readonly Node[];
  /** Nothing is done with the response at all. */
  readonly isDropped: boolean;
  /** Members that tell whether the response succeeded, the handiest first: `ok`, `status`. */
  readonly statusMembers: readonly string[];
  /** The file, for an edit of it. */
  readonly module: SourceModule;
}

/** The responses of a file's requests that have to be looked at. */
export function findResponseUses({ module, facts }: FileView): ResponseUse[] {
  return facts.apiCall.flatMap((call) => {
    const answer = callbackAnswerOf(call, module);
    if (answer) return callbackUse(call, uncheckedCallbackBodies(call, answer, module), module);
    if (!keepsErrorStatus(call) || !givesResponse(call, module) || isAsset(call)) return [];
    return [responseUse(call, module)];
  });
}

/** Callbacks are looked at as a whole, not path by path: what reads the status is believed to act on it. */
function callbackUse(call: ApiCall, bodies: readonly Node[], module: SourceModule): ResponseUse[] {
  const { node, evidence, request } = call;
  const statusMembers = request.client?.statusMembers ?? [];
  const rest = { tests: [], refusals: [], isDropped: false, statusMembers, module };
  return bodies.length === 0 ? [] : [{ node, call, evidence, bodies, checked: 'never', ...rest }];
}

/** The result is a response whatever its status. */
function keepsErrorStatus({ request }: ApiCall): boolean {
  const { client, layers } = request;
  if (!client) return false;
  const switched = Object.entries(client.options.keepsErrorStatus ?? {}).map(([name, value]) => {
    const option = optionOf(layers, [name]);
    if (option.state === 'absent') return client.defaults.response === true;
    return (
      option.state === 'known' && option.value.kind === 'literal' && option.value.value === value
    );
  });
  if (switched.includes(true)) return true;
  const predicate = optionOf(layers, client.options.statusPredicates);
  if (predicate.state === 'known' && letsAllThrough(predicate.value)) return true;
  return switched.length === 0 && client.defaults.response === true;
}

/** `() => true`, `null`. */
function letsAllThrough(value: ReturnType<typeof valueOf>): boolean {
  if (value.kind === 'literal') return value.value === null || value.value === false;
  if (value.kind !== 'function') return false;
  const { body } = value.node;
  return body.type === 'Literal' && body.value === true;
}

/** A call through a wrapper counts where the wrapper gives the response back as it is. */
function givesResponse(call: ApiCall, module: SourceModule): boolean {
  const { via, request, isStream } = call;
  if (isStream || request.streams) return false;
  return via === 'direct' || (givesAnswer(call, module) && !isLookedAtInside(call, module));
}

/** A call that gives what the client gives, as it is. */
export function givesAnswer({ node, via, request }: ApiCall, module: SourceModule): boolean {
  if (via === 'direct') return true;
  const value = valueOf(node, module);
  const inner = value.kind === 'awaited' ? value.of : value;
  return inner.kind === 'call' && inner.node === request.node;
}

/** The functions of the project that a call goes through are followed this deep. */
const DEEPEST = 4;

/** A function on the way to the request looks at the status before it gives the response back. */
function isLookedAtInside(call: ApiCall, module: SourceModule): boolean {
  const { request } = call;
  const form = formOf(call, request.client?.statusMembers ?? []);
  let [outer, place] = [call.node, module];
  for (let depth = 0; depth < DEEPEST && outer !== request.node; depth++) {
    const called = valueOf(outer.callee, place);
    if (called.kind !== 'function') return false;
    const [sending] = callsThatSend(called.node, called.module);
    if (!sending) return false;
    const trail = new ResponseTrail(called.module, form);
    trail.follow(sending);
    if (trail.tests.length > 0) return true;
    [outer, place] = [sending, called.module];
  }
  return false;
}

/** Parts of the application itself: `data:` and `blob:` addresses, files beside the code or of the extension. */
export function isAsset({ address, method, request }: ApiCall): boolean {
  if (method === 'HEAD' || method === 'OPTIONS') return true;
  if (/^(?:data|blob|file|asset|chrome-extension):/i.test(address.pattern)) return true;
  if (isFileOfExtension(request.address.value)) return true;
  if (address.isAbsolute) return false;
  const text = request.context.module.text.slice(...(request.node.arguments[0]?.range ?? [0, 0]));
  return text.includes('import.meta.url') || FILE_OF_PAGE.test(address.pattern);
}

/** `/rates.json`, where nothing that is put in front may name another server. */
const FILE_OF_PAGE =
  /^(?!\$\{).*\.(?:json|wasm|svg|html?|css|txt|md|glb|gltf|png|jpe?g|mp3|wav|ttf|woff2?|geojson|csv|xml|pdf)(?:[?#]|$)/;

function responseUse(call: ApiCall, module: SourceModule): ResponseUse {
  const statusMembers = call.request.client?.statusMembers ?? ['ok', 'status'];
  const form = formOf(call, statusMembers);
  const trail = new ResponseTrail(module, form);
  trail.follow(call.node);
  const { bodies, tests, isDropped } = trail;
  const mayBeUnseen =
    isPing(call, trail) || (bodies.length === 0 && (isNote(call) || mayFail(call.node, module)));
  const checked = mayBeUnseen ? 'unknown' : verdict(call, trail, module);
  return {
    node: call.node,
    call,
    evidence: call.evidence,
    bodies,
    tests,
    refusals: trail.escapes ? [] : bluntRefusals(tests, bodies, module),
    checked,
    isDropped,
    statusMembers,
    module,
  };
}

/** Clients that give a response object of their own keep the body in it. */
function formOf({ request }: ApiCall, statusMembers: readonly string[]): ResponseForm {
  const isOwn = request.client?.defaults.response !== true;
  return {
    status: new Set([...statusMembers, 'ok', 'status', 'statusCode']),
    body: new Set(isOwn ? ['data', 'body', '_data'] : []),
  };
}

/** A message that may get lost, or a look whether somebody is there. */
function isPing({ request, address, method }: ApiCall, { bodies, tests }: ResponseTrail): boolean {
  const { layers } = request;
  const keepalive = optionOf(layers, ['keepalive']);
  const mode = optionOf(layers, ['mode']);
  if (
    keepalive.state === 'known' ||
    (mode.state === 'known' && mode.value.kind === 'literal' && mode.value.value === 'no-cors')
  )
    return true;
  if (tests.length > 0 || method !== 'GET' || request.layers.length > 0) return false;
  return (
    address.pattern === '${?}' &&
    bodies.length > 0 &&
    bodies.every((body) =>
      BINARY.test(request.context.module.text.slice(body.range[1] - 15, body.range[1])),
    )
  );
}

/** It tells a server what happened here, and nobody waits for it: `void fetch(logUrl, …)`. */
const isNote = ({ node, address }: ApiCall): boolean =>
  isAside(node, address) ||
  (isForgotten(node) && [address.pattern, namesAround(node)[0] ?? ''].some(isRecord));

const BINARY = /(?:blob|arrayBuffer)\(\)$/;

function verdict(
  call: ApiCall,
  trail: ResponseTrail,
  module: SourceModule,
): ResponseUse['checked'] {
  const { bodies, tests, escapes } = trail;
  if (escapes) return 'unknown';
  const used = bodies.map((body) => bodyUseOf(body, module, tests));
  const isOpen = (use: Node): boolean => !isLookedAtBefore(use, call.node, trail, module);
  const read = used.filter((_, index) => bodies[index] !== undefined && isOpen(bodies[index]));
  const uses = read.flatMap((use) => use.uses);
  const decisions = read.flatMap((use) => use.decisions);
  const open = [
    ...uses.filter((use) => isOpen(use) && !isAfterUnreadable(use, bodies)),
    ...decisions.filter((decision) => tests.length === 0 && isOpen(decision)),
  ];
  const isExamined = used.some(
    (use) =>
      use.isExamined || isRefusedByBody(use, module) || use.uses.some((one) => isTold(one, module)),
  );
  if (open.length === 0) {
    if (tests.length > 0 || trail.isOnlyLogged)
      return isInverted(
        tests,
        used.flatMap((use) => use.uses),
        module,
      )
        ? 'inverted'
        : 'always';
    if (isExamined || trail.readsOther) return 'unknown';
    return isWritingMethod(call) ? 'never' : 'unknown';
  }
  if (isExamined) return 'unknown';
  return tests.length > 0 || trail.isOnlyLogged ? 'sometimes' : 'never';
}

/** `catch { return { error: await response.text() }; }`: what is said of a body that could not be read. */
const isAfterUnreadable = (use: Node, bodies: readonly Node[]): boolean =>
  [...ancestorsOf(use)].some(
    (above) =>
      above.type === 'CatchClause' && bodies.some((body) => isWithin(body, above.parent.block)),
  );

/** On every path from the request to a node the status is looked at, or in the same statement. */
function isLookedAtBefore(
  use: Node,
  call: Node,
  { tests, overwrites }: ResponseTrail,
  module: SourceModule,
): boolean {
  if (tests.some((test) => standTogether(use, test))) return true;
  const home = enclosingFunction(call);
  // Of `response?.ok` the chain is passed on every way, its last member is not.
  const looks = tests.map(wrapped);
  for (const fn of functionsAround(use)) {
    const flow = controlFlowOf(fn ?? module.program, module.visitorKeys);
    const isLooked =
      fn === home
        ? !flow.canReach(call, use, [
            ...looks,
            ...overwrites.filter((write) => !isWithin(call, write)),
          ])
        : flow.everyPathTo(use, looks);
    if (isLooked) return true;
    if (fn === home) return false;
  }
  return false;
}

function* functionsAround(node: Node): Generator<FunctionNode | null> {
  for (const above of ancestorsOf(node)) if (isFunction(above)) yield above;
  yield null;
}

/**
 * Both stand in one expression: `return { ok: response.ok, data: await response.json() }`, the body
 * read later too: `{ status: response.status, json: () => response.json() }`.
 */
function standTogether(use: Node, test: Node): boolean {
  let whole = use;
  for (const above of ancestorsOf(use)) {
    if (
      above.type.endsWith('Statement') ||
      above.type === 'VariableDeclaration' ||
      (isFunction(above) && !isReadLater(above)) ||
      above.type === 'ConditionalExpression'
    )
      break;
    whole = above;
  }
  return isWithin(test, unwrap(whole));
}

const isReadLater = (fn: FunctionNode): boolean =>
  fn.params.length === 0 &&
  fn.body.type === 'CallExpression' &&
  fn.parent.type === 'Property' &&
  !fn.async;
