import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import { isWithin, within } from '../../ast/within.ts';
import type { HttpClient } from '../../clients/schema.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { declaredName } from '../../ast/function-name.ts';
import type { Binding } from '../../ast/scope.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { caughtInPipe, streamInto } from '../errors/caught-in-pipe.ts';
import { callbackAnswerOf } from '../request/answering.ts';
import type { ApiCall } from '../request/api-call.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { isTakenIn, letsFailureOut } from '../request/escape.ts';
import { isLoopback } from '../request/loopback.ts';
import { givesAnswer, isAsset } from '../response/response-use.ts';
import { nameOf } from './contents.ts';
import { callsOf } from '../signature/parameters.ts';
import { hookedBy } from './hooked.ts';
import { logCallAt } from './log-call.ts';

/** What a name holds that is given to those who handle the outcome of requests. */
export interface Outcome {
  readonly is: 'error' | 'request' | 'response';
  /** The requests it may come from; none where it is handled for all of an instance. */
  readonly calls: readonly ApiCall[];
  /** The client whose error, config or response it is; null where several or none is known. */
  readonly client: HttpClient | null;
}

const clients = clientsOfKind('http');

/** The outcome of requests that a name stands for where it is used; null for any other name. */
export function outcomeOf(
  binding: Binding,
  use: Node,
  view: FileView,
  depth = DEEPEST,
): Outcome | null {
  const [declaration] = binding.declarations;
  if (!declaration) return null;
  const outcome =
    caught(declaration, view) ??
    handed(declaration, view) ??
    passed(declaration, view, depth) ??
    hooked(declaration, view) ??
    answered(declaration, view) ??
    typed(declaration, view);
  const told = toldBy(binding, use, view);
  if (told === 'other') return null;
  if (outcome) return told ? { ...outcome, client: outcome.client ?? told } : outcome;
  const isOpen = declaration.parent.type === 'CatchClause' || binding.kind === 'param';
  return told && isOpen ? { is: 'error', calls: [], client: told } : null;
}

function clientOf(calls: readonly ApiCall[]): HttpClient | null {
  const [first, ...others] = new Set(
    calls.map(({ request, callee }) => request.client ?? clientCalled(callee)),
  );
  return others.length === 0 ? (first ?? null) : null;
}

/** `this.axios.get(…)`, of an instance that is made out of sight: it is called what the library is. */
function clientCalled(callee: Node): HttpClient | null {
  const called = unwrap(callee);
  if (called.type !== 'MemberExpression') return null;
  const name = pathOf(called.object).split('.').at(-1) ?? '';
  return clients.find(({ modules }) => modules.includes(name)) ?? null;
}

function caught(declaration: Node, view: FileView): Outcome | null {
  const clause = declaration.parent;
  if (clause?.type !== 'CatchClause') return null;
  const calls = failingIn(clause.parent.block, view);
  return calls.length === 0 ? null : { is: 'error', calls, client: clientOf(calls) };
}

/** The requests to APIs in a part of the file whose failure is not taken before it comes out there. */
const failingIn = (part: Node, { facts, module }: FileView): ApiCall[] =>
  within(facts.apiCall, part, ({ node }) => node).filter(
    (call) =>
      !isOfOneself(call) &&
      !isToldElsewhere(call, part, module) &&
      !isTakenIn(call.node, part, module) &&
      (call.via === 'direct' || letsFailureOut(call.node, module)),
  );

/** A callback gets it, and hands it to no promise that is made there. */
const isToldElsewhere = (call: ApiCall, part: Node, module: SourceModule): boolean => {
  if (call.via !== 'direct' || callbackAnswerOf(call, module) === null) return false;
  const between = [...ancestorsOf(call.node)].filter((above) => isWithin(above, part));
  return !between.some((above) => above.type === 'NewExpression');
};

/** A file of the page, or something on the same machine. */
const isOfOneself = (call: ApiCall): boolean => {
  const { host, pattern } = call.address;
  if (host !== null) return isLoopback(host);
  return isAsset(call) || (call.isLocal && pattern.startsWith('${'));
};

/** `.catch((error) => …)`, `.then(ok, (error) => …)`, and what interceptors are given. */
function handed(declaration: Node, view: FileView): Outcome | null {
  const fn = declaration.parent;
  if (!isFunction(fn) || fn.params[0] !== declaration) return null;
  const given = handedAs(fn, view);
  const call = given?.parent;
  if (call?.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return piped(call, view);
  const index = call.arguments.findIndex((argument) => argument === given);
  const method = keyName(callee);
  if ((method === 'catch' && index === 0) || (method === 'then' && index === 1)) {
    const calls = failingIn(callee.object, view);
    return calls.length === 0 ? null : { is: 'error', calls, client: clientOf(calls) };
  }
  return method === 'use' ? intercepted(callee, index) : null;
}

/** `.pipe(catchError((error) => …))`. */
function piped(call: TSESTree.CallExpression, view: FileView): Outcome | null {
  const caughtThere = caughtInPipe(call, view)?.calls ?? [];
  const calls = caughtThere.filter(
    (each) =>
      !isOfOneself(each) && (each.via === 'direct' || letsFailureOut(each.node, view.module)),
  );
  return calls.length === 0 ? null : { is: 'error', calls, client: clientOf(calls) };
}

/** The function where it stands, or its name in the one place that it is used. */
function handedAs(fn: FunctionNode, { module: { scopes } }: FileView): Node | null {
  if (fn.parent.type === 'CallExpression') return fn;
  const name = declaredName(fn);
  const reads = (name && scopes.bindingOf(name)?.reads) ?? [];
  return reads.length === 1 ? (reads[0] ?? null) : null;
}

/** Methods that hand an error to each other are followed this far. */
const DEEPEST = 2;

/** `catch (error) { return this.failed(error); }`: what a method of the class gets from its handlers. */
function passed(declaration: Node, view: FileView, depth: number): Outcome | null {
  const { module } = view;
  const fn = declaration.parent;
  if (depth === 0 || !isFunction(fn) || !/Definition$/.test(fn.parent.type)) return null;
  const index = fn.params.findIndex((each) => each === declaration);
  const errors = callsOf(fn, module).flatMap((call) => {
    const given = call.arguments[index];
    const binding = given?.type === 'Identifier' ? module.scopes.bindingOf(given) : null;
    if (!given || !binding || call.type !== 'CallExpression' || logCallAt(call, module)) return [];
    const outcome = outcomeOf(binding, given, view, depth - 1);
    return outcome?.is === 'error' ? [outcome] : [];
  });
  const calls = errors.flatMap((error) => error.calls);
  return calls.length === 0 ? null : { is: 'error', calls, client: clientOf(calls) };
}

/** `const response = await api.post(…)`, `.then((response) => …)`, of a client whose answers hold the request. */
function answered(declaration: TSESTree.Identifier, { facts, module }: FileView): Outcome | null {
  const { parent } = declaration;
  const sent =
    parent.type === 'VariableDeclarator' && parent.init?.type === 'AwaitExpression'
      ? unwrap(parent.init.argument)
      : isFunction(parent) && parent.params[0] === declaration
        ? (promiseOf(parent) ?? streamInto(parent, module))
        : null;
  if (sent?.type !== 'CallExpression') return null;
  const call = facts.apiCall.find(({ node }) => node === sent);
  const client = call && givesAnswer(call, module) ? call.request.client : null;
  const holds = client?.failure?.request.includes('response.config') === true;
  return call && client && holds ? { is: 'response', calls: [call], client } : null;
}

/** What `.then(fn)` waits for. */
function promiseOf(fn: Node): Node | null {
  const then = fn.parent;
  if (then?.type !== 'CallExpression' || then.arguments[0] !== fn) return null;
  const callee = unwrap(then.callee);
  return callee.type === 'MemberExpression' && keyName(callee) === 'then'
    ? unwrap(callee.object)
    : null;
}

function hooked(declaration: Node, view: FileView): Outcome | null {
  const found = hookedBy(declaration, view);
  return found && { ...found, calls: [] };
}

function intercepted(callee: TSESTree.MemberExpression, index: number): Outcome | null {
  const path = pathOf(callee);
  for (const client of clients) {
    const { interceptors } = client;
    if (!interceptors) continue;
    if (path.endsWith(`.${interceptors.request}`))
      return { is: index === 0 ? 'request' : 'error', calls: [], client };
    if (path.endsWith(`.${interceptors.response}`))
      return { is: index === 0 ? 'response' : 'error', calls: [], client };
  }
  return null;
}

function pathOf(node: Node): string {
  const inner = unwrap(node);
  if (inner.type !== 'MemberExpression') return inner.type === 'Identifier' ? inner.name : '?';
  return `${pathOf(inner.object)}.${keyName(inner) ?? '*'}`;
}

/** `error: AxiosError`. */
function typed(declaration: TSESTree.Identifier, { module }: FileView): Outcome | null {
  if (!declaration.typeAnnotation) return null;
  const value = valueOf(declaration, module);
  const type = value.kind === 'parameter' || value.kind === 'typed' ? value.type : null;
  if (type?.kind !== 'external' || type.source === null) return null;
  const client = clientKnowing(type.path.at(-1) ?? '', type.source);
  return client && { is: 'error', calls: [], client };
}

const clientKnowing = (name: string, source: string | null): HttpClient | null =>
  clients.find(
    ({ failure, modules }) =>
      failure?.known.includes(name) && (source === null || modules.includes(source)),
  ) ?? null;

/** What tests around a use say of an error: it is this client's, or another one. */
function toldBy(binding: Binding, use: Node, { module }: FileView): HttpClient | 'other' | null {
  const tests = testsOn(binding);
  // The ways to a place are looked up only where a test would tell something.
  if (tests.size === 0) return null;
  const flow = controlFlowOf(enclosingFunction(use) ?? module.program, module.visitorKeys);
  for (const { test, outcome } of flow.guardsOf(use)) {
    const tells = tests.get(unwrap(test));
    if (!tells) continue;
    if (tells.client) return outcome === 'truthy' ? tells.client : 'other';
    if ((outcome === 'truthy') !== tells.isAnyError) return 'other';
  }
  return null;
}

interface Told {
  readonly client: HttpClient | null;
  /** `error instanceof Error`, which all clients' are. */
  readonly isAnyError: boolean;
}

const told = (client: HttpClient | null): Told => ({ client, isAnyError: false });

/** The tests of an error that tell whose it is. */
const testsOn = oncePer(({ reads }: Binding): ReadonlyMap<Node, Told> => {
  const found = new Map<Node, Told>();
  for (const read of reads) {
    const test = unwrap(read.parent);
    const tells = verdict(test, read);
    if (tells) found.set(test, tells);
  }
  return found;
});

function verdict(test: Node, read: Node): Told | null {
  if (test.type === 'BinaryExpression' && test.operator === 'instanceof') {
    const name = nameOf(test.right).split('.').at(-1) ?? '';
    if (test.left !== read) return null;
    return name === 'Error' ? { client: null, isAnyError: true } : told(clientKnowing(name, null));
  }
  if (test.type === 'MemberExpression' && test.object === read) {
    const client = clientKnowing(keyName(test) ?? '', null);
    return client && told(client);
  }
  if (test.type !== 'CallExpression' || !test.arguments.some((argument) => argument === read))
    return null;
  const client = clientKnowing(nameOf(unwrap(test.callee)).split('.').at(-1) ?? '', null);
  return client && told(client);
}
