import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingClass, isFunction, keyName, staticString, unwrap } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { within } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { valueWritten, writtenFor } from '../../values/written-for.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { storeDrivers, storeWords } from '../../clients/stores.ts';
import type { Chain } from './chain.ts';
import { pathIn } from './chain.ts';
import { outcomeOf } from './failure.ts';
import { settledReason } from './settled-reason.ts';
import { isOfNoRequest, isOwnByMessage, isSortedOut, packageOf } from './sorted-out.ts';

/** What an API gave back, or failed with. */
export interface Remote {
  readonly is: 'error' | 'response' | 'payload';
  /** From its root on: `response.data.error.code` of an error. */
  readonly names: readonly string[];
  readonly evidence: ApiEvidence;
  /** A request is seen that it comes from; else only how it is called and read shows what it is. */
  readonly isSeen: boolean;
  /** An error that a function of the project's own may have made, with whatever it put in. */
  readonly isMade: boolean;
}

/** The error or response of an API that a chain of members reads; null for anything else. */
export function remoteAt(chain: Chain, use: Node, view: FileView): Remote | null {
  const { binding, names } = chain;
  if (!binding) return null;
  const settled = settledReason(chain, view);
  if (settled) return errorOf(settled.calls, settled.names);
  const error = errorIn(binding, use, view);
  if (error) return isOfSent(names) ? null : { is: 'error', names, ...error };
  if (outcomeOf(binding, use, view)?.is === 'response') return responseAt(names, true, {});
  const call = callBehind(binding, view);
  if (call) {
    const isResponse = call.request.client?.defaults.response === true && call.via === 'direct';
    const isAnswer = isResponse || names.some((name) => name.endsWith('()')) || isFetched(binding);
    return responseAt(names.length > 0 ? names : takenFrom(binding), isAnswer, call.evidence);
  }
  return binding.kind === 'param' && isResponseLike(binding) ? responseAt(names, true, {}) : null;
}

const errorOf = (calls: readonly ApiCall[], names: readonly string[]): Remote | null =>
  isOfSent(names)
    ? null
    : {
        is: 'error',
        names,
        evidence: evidenceAmong(calls),
        isSeen: true,
        isMade: calls.some(({ via }) => via === 'wrapper'),
      };

/** `const { status } = await api.get(path)`: what a name is of the answer; nothing for all of it. */
function takenFrom({ writes: [write], declarations: [declared] }: Binding): readonly string[] {
  const pattern = write?.by.type === 'VariableDeclarator' ? write.by.id : null;
  return (pattern && declared && pathIn(pattern, declared)) ?? [];
}

/** Where errors keep the request that was sent: what stands there is the program's own, not the API's. */
const SENT: readonly string[] = clientsOfKind('http').flatMap(({ failure }) => {
  const paths = failure?.request ?? [];
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
});

const isOfSent = (names: readonly string[]): boolean =>
  SENT.some((path) => `${names.join('.')}.`.startsWith(`${path}.`));

function responseAt(names: readonly string[], isResponse: boolean, evidence: ApiEvidence): Remote {
  if (!isResponse) return { is: 'payload', names, evidence, isSeen: true, isMade: false };
  const [first = '', ...rest] = names;
  const isBody = first.endsWith('()') || first === 'data' || first === 'body';
  return isBody
    ? { is: 'payload', names: rest, evidence, isSeen: true, isMade: false }
    : { is: 'response', names, evidence, isSeen: true, isMade: false };
}

/** A name whose `.json()` is called, and whose status is looked at: a response. */
function isFetched({ reads }: Binding): boolean {
  const members = reads.map(({ parent }) => memberName(parent));
  return members.includes('json') || (members.includes('ok') && members.includes('status'));
}

function isResponseLike(binding: Binding): boolean {
  const { name, reads } = binding;
  if (name !== 'res' && name !== 'response' && name !== 'resp' && name !== 'r') return false;
  const members = new Set(reads.map(({ parent }) => memberName(parent)));
  if (members.has('send') || members.has('end') || members.has('setHeader')) return false;
  const isAnswering = reads.some(({ parent }) => isCalledWith(parent, ['json', 'status']));
  return !isAnswering && (members.has('json') || (members.has('data') && members.has('status')));
}

const memberName = (parent: Node | undefined): string | null =>
  parent?.type === 'MemberExpression' ? keyName(parent) : null;

/** `res.json(body)`, `res.status(400)`: a server answers with it. */
function isCalledWith(member: Node | undefined, names: readonly string[]): boolean {
  if (member?.type !== 'MemberExpression' || !names.includes(keyName(member) ?? '')) return false;
  const call = member.parent;
  return call.type === 'CallExpression' && call.callee === member && call.arguments.length > 0;
}

/** The request whose awaited result a name is bound to, whole or in part. */
function callBehind(binding: Binding, { facts }: FileView): ApiCall | null {
  const [write] = binding.writes;
  const init = write ? valueWritten(write.by) : null;
  if (!init) return null;
  let node: Node = unwrap(init);
  if (node.type === 'AwaitExpression') node = unwrap(node.argument);
  if (node.type !== 'CallExpression') return null;
  return facts.apiCall.find((call) => call.node === node) ?? null;
}

function errorIn(
  binding: Binding,
  use: Node,
  view: FileView,
): Pick<Remote, 'evidence' | 'isSeen' | 'isMade'> | null {
  if (isOwnByMessage(binding, use, view.module) || isOfNoRequest(binding, use, view.module))
    return null;
  const outcome = outcomeOf(binding, use, view);
  if (outcome?.is === 'error')
    return {
      evidence: evidenceAmong(outcome.calls),
      isSeen: true,
      isMade: outcome.calls.some(({ via }) => via === 'wrapper'),
    };
  const [declaration] = binding.declarations;
  if (outcome || !declaration) return null;
  const isOne =
    isErrorOfSdk(declaration, binding, use, view) ||
    isReadAsApiError(binding) ||
    isErrorResult(declaration);
  return isOne ? { evidence: {}, isSeen: false, isMade: true } : null;
}

const evidenceAmong = (calls: readonly ApiCall[]): ApiEvidence =>
  calls.find(({ evidence }) => Object.keys(evidence).length > 0)?.evidence ?? {};

/** Members that an error has that came from an API. */
const OF_API_ERROR: ReadonlySet<string> = new Set([
  'response',
  'statusCode',
  'errorCode',
  'isAxiosError',
]);
const ERRORS: ReadonlySet<string> = new Set([
  'err',
  'error',
  'e',
  'ex',
  'exception',
  'reason',
  'cause',
]);

const isReadAsApiError = ({ kind, name, reads, declarations }: Binding): boolean =>
  kind === 'param' &&
  ERRORS.has(name) &&
  !declarations.some(({ parent }) => isFunction(parent) && parent.params.length > 2) &&
  reads.some(({ parent }) => OF_API_ERROR.has(memberName(parent) ?? ''));

/** `const { data, error } = await client.from('a').insert(row)`: the result tells of its failure. */
function isErrorResult(declaration: TSESTree.Identifier): boolean {
  const property = declaration.parent;
  if (property.type !== 'Property' || keyName(property) !== 'error') return false;
  const declarator = property.parent.parent;
  const init = declarator?.type === 'VariableDeclarator' && declarator.init;
  if (!init || init.type !== 'AwaitExpression') return false;
  const call = unwrap(init.argument);
  return call.type === 'CallExpression' && call.callee.type === 'MemberExpression';
}

/** Caught where a client or an SDK of an API was called, and not known to be none of its errors. */
function isErrorOfSdk(
  declaration: TSESTree.Identifier,
  binding: Binding,
  use: Node,
  view: FileView,
): boolean {
  const calls = sdkCallsBefore(declaration, view);
  return calls.length > 0 && !isSortedOut(binding, use, view.module, calls);
}

function sdkCallsBefore(declaration: TSESTree.Identifier, view: FileView): Node[] {
  const clause = declaration.parent;
  if (clause.type === 'CatchClause')
    return callsIn(clause.parent.block, view).filter((each) => isAwaited(each));
  const call = isFunction(clause) && clause.params[0] === declaration ? clause.parent : null;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
  return keyName(call.callee) === 'catch' ? callsIn(call.callee.object, view) : [];
}

const callsIn = (part: Node, view: FileView): Node[] =>
  within(view.candidates.calls, part, (each) => each).filter((each) => callsSdk(each, view));

const isAwaited = ({ parent }: Node): boolean =>
  parent?.type === 'AwaitExpression' || parent?.type === 'ReturnStatement';

const CLIENTS: ReadonlySet<string> = new Set(['client', 'api', 'sdk', 'gateway']);
const SDK_MODULES: ReadonlySet<string> = new Set(
  clientsOfKind('sdk').flatMap(({ modules }) => modules),
);

/** Clients of the application's own stores and brokers. */
const STORES: ReadonlySet<string> = new Set(storeWords);
/** What connections to stores are told. */
const OF_STORE: ReadonlySet<string> = new Set(['connect', 'disconnect', 'quit', 'release', 'end']);

/** `client.query('SELECT …')`, `client.release()`: of a connection to a database. */
function isOfStore(
  call: TSESTree.CallExpression,
  method: string,
  module: FileView['module'],
): boolean {
  if (OF_STORE.has(method)) return true;
  const [first] = call.arguments;
  const asked = method === 'query' && first ? (writtenFor(first, module) ?? first) : undefined;
  return asked?.type === 'TemplateLiteral' || staticString(asked) !== null;
}

function callsSdk(call: Node, { module }: FileView): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  if (call.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false;
  if (isOfStore(call, keyName(callee) ?? '', module) || isOwnTable(callee, module)) return false;
  for (let on: Node = unwrap(callee.object); ;) {
    const name =
      on.type === 'Identifier' ? on.name : on.type === 'MemberExpression' ? keyName(on) : null;
    if (name !== null && isClientName(name)) return !isInStore(call) && !isOfDriver(on, module);
    if (on.type !== 'MemberExpression') return comesFromSdk(valueOf(on, module), 6);
    on = unwrap(on.object);
  }
}

/** `api.settings()`, where `api` is an object of the project's own functions: whether these send is seen in them. */
const isOwnTable = (callee: TSESTree.MemberExpression, module: FileView['module']): boolean =>
  valueOf(callee.object, module).kind === 'object' && valueOf(callee, module).kind === 'function';

/** Made by the package of a store: `createClient()` of `redis`. */
function isOfDriver(client: Node, module: FileView['module']): boolean {
  const source = packageOf(valueOf(client, module)) ?? '';
  return wordsOf(source).some((word) => DRIVERS.has(word));
}

const DRIVERS: ReadonlySet<string> = new Set([...storeWords, ...storeDrivers]);

/** The class around it is called a cache, a repository: its client is one of a store. */
function isInStore(call: Node): boolean {
  const owner = enclosingClass(call)?.id?.name ?? '';
  return wordsOf(owner).some((word) => STORES.has(word) || word === 'repository');
}

function isClientName(name: string): boolean {
  const words = wordsOf(name);
  return CLIENTS.has(words.at(-1) ?? '') && !words.some((word) => STORES.has(word));
}

function comesFromSdk(value: Value, depth: number): boolean {
  if (depth === 0) return false;
  if (value.kind === 'external') return value.source !== null && SDK_MODULES.has(value.source);
  if (value.kind === 'member') return comesFromSdk(value.object, depth - 1);
  return value.kind === 'call' && comesFromSdk(value.callee, depth - 1);
}
