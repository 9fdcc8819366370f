import type { BreakerUse } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import { knownNames } from '../../ast/imports.ts';
import { ancestorsOf, isClass, isFunction, keyName } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { coveredBy, nodesWithin } from '../../ast/within.ts';
import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { reachedFrom } from '../retry/reach.ts';

/** A client, or the first of the requests to one API, that goes on when the API keeps failing. */
export interface Unguarded extends Fact {
  /** What is called to make the client, or to send the request. */
  readonly node: Node;
  readonly of: 'call' | 'client';
}

/** Clients and requests without a circuit breaker around them. */
export function findUnguarded(view: FileView): Unguarded[] {
  const { apiCall, apiClient } = view.facts;
  const isGuarded = guardOf(view);
  const open = apiCall.filter(
    (call) => call.via === 'direct' && !call.isLocal && !call.isStream && !isGuarded(call.node),
  );
  const clients = apiClient.filter(({ node, calls, shaped }) => {
    const isExtended = apiClient.some(({ shaped: other }) => other.parent?.made?.node === node);
    const remote = calls.filter(({ isLocal }) => !isLocal);
    const isClient = shaped.shape.call !== undefined || shaped.shape.members !== undefined;
    return (
      !isExtended && isClient && (calls.length === 0 || remote.some((call) => open.includes(call)))
    );
  });
  return [
    ...clients.map(({ callee, evidence }) => ({ node: callee, of: 'client' as const, evidence })),
    ...firstOfEach(open.filter(({ instance }) => instance === null)).map(
      ({ callee, evidence }) => ({ node: callee, of: 'call' as const, evidence }),
    ),
  ].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** One request for each API: by host, or by where the address comes from. */
function firstOfEach(calls: readonly ApiCall[]): ApiCall[] {
  const seen = new Set<string>();
  return calls.filter(({ request, evidence }) => {
    if (request.on?.byType) return false;
    const key = evidence.host ?? evidence.baseUrlVariable ?? '';
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

const uses = new Map(
  clientsOfKind('breaker').flatMap(({ modules, exports }) =>
    modules.flatMap((module) =>
      Object.entries(exports).map(([name, use]) => [`${module}:${name}`, use] as const),
    ),
  ),
);

function useOf(value: Value): BreakerUse | null {
  if (value.kind !== 'external' || value.source === null) return null;
  const name = value.path.filter((part) => part !== 'default').at(-1) ?? 'default';
  return uses.get(`${value.source}:${name}`) ?? uses.get(`${value.source}:default`) ?? null;
}

/** Tells whether a request is sent under a breaker: a library's, or one of its own. */
function guardOf(view: FileView): (node: Node) => boolean {
  const starts = view.candidates.calls.flatMap((call) => guardedBy(call, view));
  const isReached = coveredBy(reachedFrom(starts, view));
  const isBreakerItself = oncePer((node: Node) => hasOwnBreaker(node, view));
  return (node) => isReached(node) || [...ancestorsOf(node)].some(isBreakerItself);
}

/** The tasks that a call puts under a breaker. */
function guardedBy(call: Call, view: FileView): Node[] {
  const { module } = view;
  const use = useOf(valueOf(call.callee, module));
  if (use?.does === 'guard') return tasksOf(call, use, view);
  const fn = valueOf(call.callee, module);
  if (fn.kind === 'function' && hasState(fn)) return [call];
  if (call.callee.type !== 'MemberExpression')
    return namedBreaker(call.callee, module) ? [call] : [];
  const name = keyName(call.callee) ?? '';
  const object = valueOf(call.callee.object, module);
  const isPolicy = [...alternatives(object)].some((one) => isBreaker(one, name, 0));
  return isPolicy || namedBreaker(call.callee, module) ? [call] : [];
}

/** A function or object that can't be read, with the name of a breaker. */
function namedBreaker(callee: Node, module: SourceModule): boolean {
  if (callee.type === 'Identifier')
    return knownNames(callee, module.scopes).some((name) => NAMES.test(name));
  if (callee.type !== 'MemberExpression') return false;
  return NAMES.test(keyName(callee) ?? '') || namedBreaker(callee.object, module);
}

const NAMES = /breaker|circuit/i;

function isBreaker(value: Value, member: string, depth: number): boolean {
  if (value.kind !== 'call' || depth > 3) return false;
  const use = useOf(value.callee);
  if (use?.does === 'guard') return use.members?.includes(member) ?? false;
  if (!use?.members.includes(member)) return false;
  return use.does === 'policy' || value.args.some((part) => isBreaker(part, member, depth + 1));
}

function tasksOf(
  call: Call,
  use: Extract<BreakerUse, { does: 'guard' }>,
  { module }: FileView,
): Node[] {
  const given = argumentsIn(call, { module, frame: null }).args[use.task];
  const option = use.option === undefined || !given ? null : attributeAt(given, [use.option]);
  const task =
    use.option === undefined ? given : option?.state === 'known' ? option.value : undefined;
  const found = task
    ? [...alternatives(task)].filter((one) => one.kind === 'function' && one.module === module)
    : [];
  return [call, ...found.map(({ node }) => node)];
}

const STATE = /half_?open|circuit|breaker|open_?until|opened_?at|trip(?:ped)?\b/i;

/** The text of a function has words of a breaker's state. */
const hasState = oncePer(({ node, module }: FunctionValue) => STATE.test(textOf(node, module)));

/** A function or class around a request that keeps count of failures and stops. */
function hasOwnBreaker(node: Node, { module, candidates }: FileView): boolean {
  if (!isFunction(node) && !isClass(node)) return false;
  const text = textOf(node, module);
  if (STATE.test(text)) return true;
  return nodesWithin(candidates.comparisons, node).some(
    (test) =>
      ['>', '>=', '<', '<='].includes(test.operator) &&
      /fail(?:ure)?s?(?:Count|InARow)?\b|consecutive/i.test(textOf(test, module)),
  );
}
