import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiEvidence } from '../../apis/index.ts';
import type { FunctionNode, LoopNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isLoop } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { Address } from '../../values/address.ts';
import { environmentOf, possibleHostsOf } from '../../values/address.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import { makerOf } from './client-shapes.ts';
import { isForwarded } from './forwarding.ts';
import { isGivenRequest } from './given-request.ts';
import type { Request } from './request.ts';
import { headerOf, requestAt } from './request.ts';
import { isLocalRequest } from './own-page.ts';
import type { Option } from './request-options.ts';
import { withCallers } from './only-callers.ts';
import { optionOf } from './request-options.ts';
import type { ResultUse } from './result-use.ts';
import { pipedLimits } from './piped-limit.ts';
import { resultUseOf } from './result-use.ts';
import type { Timeout, TimeoutState } from './timeout.ts';
import { timeoutOf, timeoutShownAt } from './timeout.ts';
import { wrappedRequestAt } from './wrapped-request.ts';

/** An outbound request. */
export interface ApiCall extends Fact {
  /** The call in this file. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** What is called: where the absence of something is reported. */
  readonly callee: Node;
  /** Name of the client library; null where the client is not known, only the way of the call. */
  readonly clientName: string | null;
  /** The request that is sent, which a wrapper may hide: there its options are the wrapper's. */
  readonly request: Request;
  /**
   * `direct`: the client's own function is called here. `wrapper`: a function of this project is
   * called, which sends the request; reports on how it is sent belong there.
   */
  readonly via: 'direct' | 'wrapper';
  /** A function of another file sends on the options that are written in this call. */
  readonly isHandedOn: boolean;
  /** `POST`; null where it is not known. */
  readonly method: string | null;
  readonly address: Address;
  /** The body before it is serialised. */
  readonly body: Option;
  readonly timeout: TimeoutState;
  /** The answer is read as a stream, or is long in coming by design (events, long polling). */
  readonly isStream: boolean;
  /** The framework shares one answer between equal requests, as long as they have no signal. */
  readonly isMemoized: boolean;
  /** The address is of the program itself or of its files: relative to a page, `data:`, `blob:`, a loopback host. */
  readonly isLocal: boolean;
  /** It goes through an instance that was made somewhere, whose options are that place's matter. */
  readonly instance: Node | null;
  readonly enclosingFunction: FunctionNode | null;
  /** The innermost loop around it in the same function. */
  readonly loop: LoopNode | null;
  /** What becomes of the result. */
  readonly result: ResultUse;
  /** A header, the instance's included. */
  header(name: string): Option;
  /** A header that the call itself brings, whatever its instance has. */
  ownHeader(name: string): Option;
}

/** All outbound requests of a file. */
export function findApiCalls({ module, candidates }: FileView): ApiCall[] {
  const calls: ApiCall[] = [];
  const context = { module, frame: null };
  for (const node of candidates.calls) {
    const direct = requestAt(node, context);
    if (direct) {
      if (!isForwarded(node)) calls.push(apiCall(node, direct, 'direct', module));
    } else {
      const wrapped = wrappedRequestAt(node, context);
      if (wrapped) calls.push(apiCall(node, wrapped, 'wrapper', module));
    }
  }
  return withCallers(calls, module);
}

function apiCall(
  node: ApiCall['node'],
  request: Request,
  via: ApiCall['via'],
  module: SourceModule,
): ApiCall {
  const hasText = request.client !== null && request.client.defaults.response !== true;
  const result = resultUseOf(node, request.context.module, hasText);
  return {
    node,
    callee: node.callee,
    clientName: request.client?.name ?? null,
    request,
    via,
    isHandedOn: via === 'wrapper' && isHandedOn(node, request, module),
    method: request.method,
    address: request.address,
    body: request.body,
    timeout: withLimits(timeoutAt(request, node.callee, module), pipedLimits(node, module)),
    isStream: request.streams || result.isStreamed || isStreamed(request),
    isMemoized: isMemoized(request),
    isLocal: isLocalRequest(request),
    instance: makerOf(request.on)?.node ?? null,
    enclosingFunction: enclosingFunction(node),
    loop: loopAround(node),
    result,
    evidence: evidenceOf(request),
    header: (name) => headerOf(request, name),
    ownHeader: (name) =>
      headerOf({ ...request, layers: request.layers.filter(({ of }) => of === 'call') }, name),
  };
}

function isHandedOn(node: Node, { layers, context }: Request, module: SourceModule): boolean {
  const options = layers.find(({ of }) => of === 'call')?.value;
  return context.module !== module && !!options && isGivenAt(node, options, module);
}

/** The options are written in the call, or what is written there is spread into them. */
function isGivenAt(call: Node, options: Value, module: SourceModule): boolean {
  if (options.kind !== 'object') return false;
  if (options.module === module) return isWithin(options.node, call);
  return options.entries.some(
    (entry) => entry.kind === 'spread' && isGivenAt(call, entry.value(), module),
  );
}

function timeoutAt(request: Request, callee: Node, module: SourceModule): TimeoutState {
  const timeout = timeoutShownAt(callee, timeoutOf(request), module);
  const isOpen = timeout.state === 'absent' && !timeout.inert;
  if (isOpen && isGivenRequest(request.node, request.context.module))
    return { ...timeout, state: 'unknown' };
  // One clock for all attempts, or for the wait in a queue, would end what goes well today.
  return request.on?.sentBy ? { ...timeout, form: null } : timeout;
}

const withLimits = (timeout: TimeoutState, limits: readonly Timeout[]): TimeoutState =>
  limits.length === 0
    ? timeout
    : { ...timeout, state: 'set', written: [...timeout.written, ...limits] };

/** What a request shows of its API. */
export function evidenceOf(request: Request): ApiEvidence {
  const { address } = request;
  const [host, ...otherHosts] = address.host === null ? possibleHostsOf(address) : [address.host];
  const [baseUrlVariable] = address.variables;
  const authorization = headerOf(request, 'authorization');
  const variables = authorization.state === 'known' ? environmentOf(authorization.value) : [];
  return {
    ...(host === undefined ? {} : { host }),
    ...(otherHosts.length === 0 ? {} : { otherHosts }),
    ...(baseUrlVariable === undefined ? {} : { baseUrlVariable }),
    ...(variables.length > 0 ? { credentialVariables: variables } : {}),
    ...(address.path === null ? {} : { path: address.path }),
  };
}

function isMemoized({ client, layers, context }: Request): boolean {
  const memoized = client?.memoized;
  if (!memoized) return false;
  if (optionOf(layers, memoized.options).state === 'known') return true;
  const path = (context.module.file ?? '').replaceAll('\\', '/');
  const [name = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
  return memoized.files.includes(name) && path.includes(`/${memoized.folder}/`);
}

/** The innermost loop around a node in its own function. */
export function loopAround(node: Node): LoopNode | null {
  const fn = enclosingFunction(node);
  for (let outer = node.parent; outer && outer !== fn; outer = outer.parent) {
    if (isLoop(outer)) return outer;
  }
  return null;
}

function isStreamed({ client, layers, ...request }: Request): boolean {
  const accept = headerOf({ client, layers }, 'accept');
  if (
    accept.state === 'known' &&
    accept.value.kind === 'literal' &&
    String(accept.value.value).includes('event-stream')
  )
    return true;
  return Object.entries(client?.options.streams ?? {}).some(([name, values]) => {
    const option = streamOption(layers, name);
    return option !== null && values.includes(option) && request.method !== 'HEAD';
  });
}

function streamOption(layers: Request['layers'], name: string): string | boolean | null {
  const option = optionOf(layers, [name]);
  const value = option.state === 'known' && option.value.kind === 'literal' && option.value.value;
  return typeof value === 'string' || value === true ? value : null;
}
