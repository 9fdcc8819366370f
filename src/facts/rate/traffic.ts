import { withoutComments } from '../../ast/comments.ts';
import { knownNames } from '../../ast/imports.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction } from '../../ast/node.ts';
import { nodesWithin } from '../../ast/within.ts';
import { oncePer } from '../../ast/once.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Bound } from '../fan-out/bound.ts';
import { limitAt, limiterBound } from '../fan-out/limiter-use.ts';
import type { ApiCall } from '../request/api-call.ts';
import { callsThatSend } from '../request/wrapped-request.ts';
import { repetitionOf } from '../spending/repetition.ts';

/** The requests of a file to one API. */
export interface Traffic extends Fact {
  /** What makes the instance that they go through, else what the first of them calls. */
  readonly node: Node;
  /** What is called once for each of several things. */
  readonly repeated: readonly Node[];
  /** Something may hold them to a rate. */
  readonly isPaced: boolean;
}

/** What a file sends, one fact for each place that it goes to. */
export function findTraffic({ module, facts }: FileView): Traffic[] {
  const groups = new Map<string, ApiCall[]>();
  for (const call of facts.apiCall) {
    if (call.isLocal) continue;
    const key = keyOf(call);
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()].flatMap((calls) => trafficOf(calls, module, facts));
}

function keyOf({
  evidence: { host, baseUrlVariable, credentialVariables, path },
}: ApiCall): string {
  return (
    host ?? baseUrlVariable ?? credentialVariables?.join(' ') ?? `/${path?.split('/')[1] ?? ''}`
  );
}

function trafficOf(
  calls: readonly ApiCall[],
  module: SourceModule,
  facts: FileView['facts'],
): Traffic[] {
  const [first] = calls;
  if (!first) return [];
  const client = facts.apiClient.find(({ node }) => node === first.instance);
  return [
    {
      node: client?.callee ?? first.callee,
      repeated: calls
        .filter((call) => repetitionOf(call, module) !== null)
        .map(({ callee }) => callee),
      evidence: first.evidence,
      get isPaced() {
        return calls.some((call) => isPaced(call, module));
      },
    },
  ];
}

/** Words of what holds requests to a rate, and of pauses between them. */
const PACES =
  /\bp-?queue|throttl|limiter(?!ror)|rate_?limit(?!ed|error|exceeded|reached|hit|\w*(?:reset|remaining|header))|bottleneck|token_?bucket|leaky|semaphore|\bsema\b|removeTokens|\bacquire\b|\benqueue|\bschedule\s*\(|min_?time|per_?(?:second|minute)|\brpm\b|\brps\b|pace\b|paced\b/i;
const PAUSES = /\bsleep|\bdelay|\bpause|setTimeout|\bwait(?:For)?\s*\(/i;

function isPaced({ node, request, loop }: ApiCall, module: SourceModule): boolean {
  const made = request.on?.made?.module;
  const modules = new Set([module, request.context.module, ...(made ? [made] : [])]);
  if ([...modules].some(paces)) return true;
  if (loop && pausesIn(loop, module)) return true;
  if (waitsForTurn(node, module)) return true;
  return keepsRate(limiterBound(valueOf(node.callee, module)));
}

/** What is not known may hold a rate. */
const keepsRate = (bound: Bound | null): boolean =>
  bound?.state === 'unknown' || bound?.isPaced === true;

/** By its words, by what a pause is named where it is from, or by what a function does that is called there. */
const pausesIn = (part: Node, module: SourceModule, depth = 2): boolean =>
  PAUSES.test(textOf(part, module)) ||
  nodesWithin(module.calls, part).some(
    ({ callee }) =>
      (callee.type === 'Identifier' &&
        knownNames(callee, module.scopes).some((name) => PAUSES.test(name))) ||
      (depth > 0 && onlyPauses(callee, module, depth - 1)),
  );

/** It pauses, and sends nothing itself: the pause is none between attempts of its own. */
function onlyPauses(callee: Node, module: SourceModule, depth: number): boolean {
  const fn = valueOf(callee, module);
  return (
    fn.kind === 'function' &&
    pausesIn(fn.node, fn.module, depth) &&
    callsThatSend(fn.node, fn.module).length === 0
  );
}

/** `await turn();` before the request. */
function waitsForTurn(request: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(request);
  if (!fn) return false;
  return nodesWithin(module.calls, fn).some(
    (call) =>
      call.parent.type === 'AwaitExpression' &&
      call.range[0] < request.range[0] &&
      onlyPauses(call.callee, module, 2),
  );
}

/** Where limiters of libraries are made, they tell; one that only bounds how many run at a time holds no rate. */
const paces = oncePer((module: SourceModule): boolean => {
  const limiters = module.calls.filter((call) => limitAt(call, module) !== null);
  return limiters.length > 0
    ? limiters.some((call) => keepsRate(limiterBound(valueOf(call, module))))
    : PACES.test(withoutComments(module.text));
});
