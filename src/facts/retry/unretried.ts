import type { TSESTree } from '@typescript-eslint/utils';
import { bindingGiven } from '../../ast/name-given.ts';
import { ancestorsOf, calledName, isFunction, keyName, unwrap } from '../../ast/node.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { coveredBy, isWithin, nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import { consumersIn } from '../queue/consumer.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { ApiClient } from '../request/api-client.ts';
import { optionOf } from '../request/request-options.ts';
import { functionsRunAgain } from '../reference/retried-part.ts';
import { retryExportOf } from './exports.ts';
import { reachedFrom } from './reach.ts';
import type { Retry } from './shape.ts';

/** A request, or a client and all that goes through it, that nothing in sight sends again after a failure. */
export interface Unretried extends Fact {
  /** What lacks it (`call`, `client`), or the option that switches it off. */
  readonly node: Node;
  readonly of: 'call' | 'client' | 'option';
  /** What could retry it, and what that would be done to; null where nothing is known to fit. */
  readonly remedy: Remedy | null;
  /** The option's number, where the client's own retries are switched off in this file. */
  readonly limit: Retry['attempts']['limit'];
}

/** A library that could do it, for the call that sends (its client throws on error statuses) or the one that makes the client. */
export interface Remedy {
  readonly call: ApiCall['node'];
  readonly by: { readonly from: string; readonly name: string; readonly options: string };
  readonly module: SourceModule;
}

/** All requests and clients without retries. */
export function findUnretried(view: FileView): Unretried[] {
  if (SWITCHES.test(view.module.text)) return [];
  const isCovered = coverOf(view);
  const off = view.facts.retry.filter((retry) => isOff(retry) && !isCovered(retry.node));
  const options = off
    .filter(
      ({ requests }) => requests.length === 0 || !requests.every(({ node }) => isCovered(node)),
    )
    .map(({ node, form, attempts: { limit }, evidence }) => ({
      node: limit?.node ?? node,
      of: 'option' as const,
      remedy: null,
      limit: form === 'client' ? limit : null,
      evidence,
    }));
  const calls = view.facts.apiCall.flatMap((call) =>
    lacksRetry(call, view) && !isCovered(call.node)
      ? [
          {
            node: call.callee,
            of: 'call' as const,
            remedy: remedyOf(call, view),
            limit: null,
            evidence: call.evidence,
          },
        ]
      : [],
  );
  const clients = view.facts.apiClient.flatMap((client) =>
    clientLacksRetry(client, view) && !areCovered(client, isCovered)
      ? [
          {
            node: client.callee,
            of: 'client' as const,
            remedy: clientRemedy(client, view),
            limit: null,
            evidence: client.evidence,
          },
        ]
      : [],
  );
  return [...options, ...calls, ...clients].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function suggestion(client: string | undefined): Remedy['by'] | null {
  const library = clientsOfKind('retry').find(
    ({ suggested }) => suggested && suggested.client === client,
  );
  const [from] = library?.modules ?? [];
  return library?.suggested && from !== undefined ? { from, ...library.suggested } : null;
}

function remedyOf({ node, request }: ApiCall, { module }: FileView): Remedy | null {
  const by = request.client?.defaults.throwsOnErrorStatus === true ? suggestion(undefined) : null;
  return by && { call: node, by, module };
}

function clientRemedy({ node, clientName }: ApiClient, { module }: FileView): Remedy | null {
  const by = suggestion(clientName);
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  return by && isCall ? { call: node, by, module } : null;
}

/** A dispatcher that retries may be that of all requests. */
const SWITCHES = /RetryAgent|interceptors\.retry|RetryHandler/;

const isOff = ({ attempts, form }: Retry): boolean =>
  attempts.isWritten && attempts.max === 1 && (form === 'client' || form === 'library');

/** A client that is known to have no retries of its own, and is given none. */
function lacksRetry(call: ApiCall, view: FileView): boolean {
  const { client, layers } = call.request;
  if (!client || call.via === 'wrapper' || call.instance || call.request.on?.byType) return false;
  if (
    call.request.on?.sentBy === 'retry' ||
    call.isLocal ||
    call.isStream ||
    isFed(call.node, view.module) ||
    client.observable === true
  )
    return false;
  if ((client.retry?.defaults.retries ?? 0) > 0) return false;
  if (optionOf(layers, client.options.retry).state !== 'absent') return false;
  return !view.facts.retry.some(
    ({ instance }) =>
      instance !== null && instance.node === null && instance.clientName === client.name,
  );
}

/** `incoming.pipe(request)`: what is sent has gone by when the request fails. */
const isFed = (node: Node, { scopes }: SourceModule): boolean =>
  (bindingGiven(node, scopes)?.reads ?? []).some(({ parent, range }) => {
    if (parent?.type !== 'CallExpression' || calledName(parent.callee) !== 'pipe') return false;
    return parent.arguments[0]?.range === range;
  });

function clientLacksRetry(made: ApiClient, view: FileView): boolean {
  const { facts } = view;
  const { shaped, layers, calls } = made;
  const { client } = shaped;
  if ((client.retry?.defaults.retries ?? 0) > 0 || client.observable === true) return false;
  if (calls.length === 0 && (isAgent(shaped) || isHandedIn(made))) return false;
  if (optionOf(layers, client.options.retry).state !== 'absent') return false;
  const isExtended = facts.apiClient.some(
    ({ shaped: other }) => other.parent?.made?.node === made.node,
  );
  return (
    !isExtended &&
    !facts.retry.some(({ instance }) => instance?.node === made.node && instance.node !== null) &&
    !isSetUpElsewhere(made, view)
  );
}

/** Handed to a function of the project that has a library retry its requests, or looks at its failures. */
function isSetUpElsewhere(made: ApiClient, { module, candidates }: FileView): boolean {
  return candidates.calls.some((call) => {
    const gets = call.arguments.some((given) => valueOf(given, module).node === made.node);
    const callee = gets ? valueOf(call.callee, module) : null;
    if (callee?.kind !== 'function') return false;
    return nodesWithin(callee.module.calls, callee.node).some(
      (inner) =>
        retryExportOf(valueOf(inner.callee, callee.module)) !== null ||
        /interceptors\s*\.\s*response\s*\.\s*use$/.test(textOf(inner.callee, callee.module)),
    );
  });
}

/** What has no base address and sends nothing here serves requests of others: a dispatcher. */
const isHandedIn = ({ request: { address, client } }: ApiClient): boolean =>
  address.host === null &&
  address.variables.length === 0 &&
  (client?.options.dispatcher ?? []).length > 0;

/** Something that is handed to a client, rather than one. */
const isAgent = ({ shape }: ApiClient['shaped']): boolean =>
  Object.keys(shape.members ?? {}).length === 0 && !shape.call;

const areCovered = ({ calls }: ApiClient, isCovered: (node: Node) => boolean): boolean =>
  calls.length > 0 &&
  calls.every(({ node, isStream, isLocal }) => isStream || isLocal || isCovered(node));

/** Tells whether a node is run by a retry: it stands in one, or in a function that one calls or is given. */
function coverOf(view: FileView): (node: Node) => boolean {
  const { module, candidates, facts } = view;
  const roots: Node[] = facts.retry
    .filter((retry) => !isOff(retry) && retry.form !== 'client')
    .map(({ root }) => root);
  roots.push(
    ...functionsRunAgain(module),
    ...candidates.calls.filter(
      (call) =>
        repeatsByName(call.callee, module) || isHandedOn(call, module) || isGivenJobs(call, module),
    ),
    ...consumersIn(view).flatMap(({ task }) => task ?? []),
    ...candidates.members.flatMap((member) => handlerOfRecords(member) ?? []),
  );
  const requests = new Set<Node>(
    facts.retry
      .filter((retry) => !isOff(retry))
      .flatMap((retry) => retry.requests.map(({ node }) => node)),
  );
  // A request that switches off what its client does by itself.
  for (const { root, requests: own } of facts.retry.filter(isOff))
    for (const { node } of own) if (isWithin(root, node)) requests.delete(node);
  const isReached = coveredBy(reachedFrom(roots, view));
  // `@Retryable() load() { … }`
  const repeating = new Set<Node>(
    candidates.decorators
      .filter(({ expression }) => BY_NAME.test(textOf(expression, module)))
      .map(({ parent }) => parent),
  );
  return (node) => {
    if (requests.has(node) || isReached(node)) return true;
    return [...ancestorsOf(node)].some((above) => isFunction(above) && repeating.has(above.parent));
  };
}

const BY_NAME =
  /retr(?:y|ies|ied|ying)|attempt|backoff|resilien|\bpolicy\b|polic(?:y|ies)\.|quer(?:y|ies)\b|useQuery|mutation|swr\b|step\.run|repeat/i;

/** A function that can't be read, with a name of repetition, may do it. */
function repeatsByName(wrapped: Node, module: SourceModule): boolean {
  const callee = unwrap(wrapped);
  if (!BY_NAME.test(nameOf(callee))) return false;
  const value = valueOf(callee, module);
  return value.kind !== 'function' && !retryExportOf(value);
}

/** A function of the project takes the task, and hands it on to what can't be read: `breaker.fire(task)`. */
function isHandedOn(call: ApiCall['node'], module: SourceModule): boolean {
  const [task] = call.arguments;
  if (!task || !(isFunction(task) || task.type === 'Identifier')) return false;
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'function') return false;
  const [parameter] = callee.node.params;
  if (parameter?.type !== 'Identifier') return false;
  const reads = callee.module.scopes.bindingOf(parameter)?.reads ?? [];
  return reads.some((read) => {
    const { parent } = read;
    const isGiven = parent.type === 'CallExpression' && parent.callee !== read;
    return isGiven && valueOf(parent.callee, callee.module).kind === 'member';
  });
}

/** `policy.execute`, without what is given to calls on the way. */
function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return '';
  const object = unwrap(callee.object);
  const before = object.type === 'CallExpression' ? object.callee : object;
  return `${nameOf(before)}.${keyName(callee) ?? ''}`;
}

const QUEUED = /\bWorker$|\bprocess$|\bconsume|\bsubscribe$|createFunction$/;

/** A queue runs what it is given for each job: what throws there is delivered again. */
const isGivenJobs = (
  { callee, arguments: given }: ApiCall['node'],
  module: SourceModule,
): boolean =>
  given.some((each) => isFunction(each) || each.type === 'Identifier') &&
  QUEUED.test(textOf(callee, module));

/** The handler of a batch of AWS, which is delivered again: `for (const record of event.Records) …`. */
const handlerOfRecords = (member: TSESTree.MemberExpression): FunctionNode | null =>
  keyName(member) === 'Records' ? ([...ancestorsOf(member)].findLast(isFunction) ?? null) : null;
