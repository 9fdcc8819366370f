import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import type { Binding } from '../../ast/scope.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { Call, Thing } from '../rehearsal/rehearsal.ts';
import { evidenceAmong } from './code.ts';
import { retryExportOf } from './exports.ts';
import type { Running } from './library.ts';
import { assemble, taskVerdicts, unknownCondition } from './library.ts';
import type { Written } from './options.ts';
import { judgeOf } from './policy-condition.ts';
import { reachedFrom } from './reach.ts';
import type { Retry } from './shape.ts';
import { conditionOf } from './verdicts.ts';

type PolicyUse = Extract<RetryUse, { does: 'policy' }>;

/** A policy that retries, made in this file or another, and where it runs something. */
interface Policy {
  readonly made: CallValue;
  readonly library: RetryLibrary;
  readonly use: PolicyUse;
  readonly runs: Call[];
}

/** Retries of policies: `policy.execute(task)`, `operation.attempt(task)`. */
export function findPolicyRetries(view: FileView): Retry[] {
  const policies = new Map<CallValue['node'], Policy>();
  for (const call of view.candidates.calls) {
    for (const policy of policiesOf(call, view)) {
      const known = policies.get(policy.made.node);
      if (known) known.runs.push(call);
      else policies.set(policy.made.node, policy);
    }
  }
  return [...policies.values()].flatMap((policy) => policyRetry(policy, view) ?? []);
}

/** The policies under which a call runs its argument; `wrap(retryPolicy, breaker)` has those of its parts. */
function policiesOf(call: Call, { module }: FileView): Policy[] {
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
  if (callee.type !== 'MemberExpression' || name === null || !RUNS.has(name)) return [];
  return [...alternatives(valueOf(callee.object, module))]
    .flatMap((value) => partsOf(value, name, 0))
    .map((part) => ({ ...part, runs: [call] }));
}

const RUNS: ReadonlySet<string> = new Set(['execute', 'attempt']);

function partsOf(value: Value, run: string, depth: number): Omit<Policy, 'runs'>[] {
  if (value.kind !== 'call' || depth > 3) return [];
  const used = retryExportOf(value.callee);
  if (used?.use.does === 'policy')
    return used.use.run === run ? [{ made: value, library: used.library, use: used.use }] : [];
  return value.args.flatMap((part) => partsOf(part, run, depth + 1));
}

function policyRetry({ made, library, use, runs }: Policy, view: FileView): Retry | null {
  const { module } = view;
  const requests = requestsOf(runs, view);
  const [first] = runs;
  if (requests.length === 0 || !first) return null;
  const isHere = made.module === module;
  const node =
    isHere && (made.node.type === 'CallExpression' || made.node.type === 'NewExpression')
      ? made.node
      : first;
  const options = made.args[use.options];
  const written: Written = {
    names: library.options,
    value: options ?? null,
    module,
    isOwn: isHere && 'arguments' in made.node && made.node.arguments[use.options] === options?.node,
  };
  const task = first.arguments[0] && valueOf(first.arguments[0], module);
  const fn = task && [...alternatives(task)].find((value) => value.kind === 'function');
  const verdicts = fn ? taskVerdicts(view, fn, written, runningOf(made, use, first, view)) : null;
  const retry = assemble(view, node, library, written, isHere ? use.options : undefined, {
    sends: 'known',
    requests,
    evidence: evidenceAmong(requests),
    condition: verdicts
      ? conditionOf(verdicts, node.callee, verdicts.isWritten, module)
      : unknownCondition(node.callee),
    retryAfter: verdicts?.retryAfter ?? 'unknown',
  });
  return { ...retry, root: first };
}

function requestsOf(runs: readonly Call[], view: FileView): ApiCall[] {
  const reached = reachedFrom(runs, view);
  const found = reached.flatMap((root) => within(view.facts.apiCall, root, ({ node }) => node));
  return [...new Set(found)];
}

function runningOf(made: CallValue, use: PolicyUse, run: Call, { module }: FileView): Running {
  if (use.again !== undefined)
    return { natives: [], onlyAsked: true, around: operationAround(use.again, run, module) };
  const judge = judgeOf(use.handles === undefined ? undefined : made.args[use.handles], module);
  return { natives: [], ...(judge ? { judge } : {}) };
}

/** `operation` is an object whose member asks for another attempt. */
function operationAround(
  again: string,
  { callee }: Call,
  module: FileView['module'],
): ReadonlyMap<Binding, Thing> {
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
  const binding = object?.type === 'Identifier' ? module.scopes.bindingOf(object) : null;
  const operation: Thing = {
    t: 'object',
    made: null,
    fields: new Map<string, Thing>([[again, { t: 'native', does: 'again' }]]),
    isOpen: true,
    ends: false,
  };
  return new Map(binding ? [[binding, operation]] : []);
}
