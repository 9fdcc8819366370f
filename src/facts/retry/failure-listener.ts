import { valueOf } from '../../values/evaluate.ts';
import { ownFunction } from '../../values/own-function.ts';
import { keyName } from '../../ast/node.ts';
import type { FunctionNode } from '../../ast/node.ts';
import type { CallValue } from '../../values/value.ts';
import { limiterOf } from '../fan-out/limiter-use.ts';
import type { FileView } from '../fact.ts';
import { pause } from '../rehearsal/call-pause.ts';
import { request } from '../rehearsal/call.ts';
import type { Call, Run, Scope, Thing } from '../rehearsal/rehearsal.ts';
import { NOT_KNOWN, numberOf, Thrown } from '../rehearsal/rehearsal.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { codeRetry } from './code.ts';
import type { OwnRequests } from './requests.ts';
import { isWithin } from '../../ast/within.ts';
import type { Retry } from './shape.ts';

/** Listeners whose answer has a limiter run a failed job again. */
export function findFailureListeners(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    const found = call.type === 'CallExpression' ? listenerAt(call, view) : null;
    if (!found) return [];
    const { listener, counter, limiter } = found;
    const scene: Scene = (run, scope) => {
      for (let count = 0; ; count++) tryOnce(run, scope, { listener, counter, call, count });
    };
    const requests = requestsThrough(limiter, call, view);
    return (
      codeRetry(view, { root: listener, head: call.callee, form: 'listener', scene, requests }) ??
      []
    );
  });
}

interface Listening {
  readonly listener: FunctionNode;
  readonly counter: string;
  readonly limiter: CallValue;
}

const EVENTS: ReadonlySet<unknown> = new Set(
  clientsOfKind('limiter')
    .flatMap(({ exports }) => Object.values(exports))
    .flatMap((use) => (use.does === 'limit' && use.onFailure ? [use.onFailure.event] : [])),
);

/** `limiter.on('failed', listener)`. */
function listenerAt(call: Call, { module }: FileView): Listening | null {
  const { callee } = call;
  const [event, given] = call.arguments;
  if (callee.type !== 'MemberExpression' || event?.type !== 'Literal' || !given) return null;
  if (!EVENTS.has(event.value)) return null;
  const limiter = valueOf(callee.object, module);
  const use = limiter.kind === 'call' ? limiterOf(limiter) : null;
  const heard = use?.does === 'limit' ? use.onFailure : undefined;
  if (limiter.kind !== 'call' || heard?.event !== event.value || heard.member !== keyName(callee))
    return null;
  const listener = ownFunction(given, module);
  if (!listener) return null;
  return { listener, counter: heard.counter, limiter };
}

interface Try extends Omit<Listening, 'limiter'> {
  readonly call: Call;
  readonly count: number;
}

/** One attempt of the job, and what the listener makes of its failure. */
function tryOnce(run: Run, scope: Scope, { listener, counter, call, count }: Try): void {
  try {
    request(run, call, 'throws');
  } catch (error) {
    if (!(error instanceof Thrown)) throw error;
    const job = new Map([[counter, numberOf(count, null, true)]]);
    const wait = run.call(
      { t: 'function', node: listener, module: scope.module, scope, self: null },
      [{ t: 'failure' }, { t: 'object', made: null, fields: job, isOpen: true, ends: false }],
      listener,
    );
    if (isNothing(wait)) throw error;
    pause(run, wait, { node: listener, module: scope.module });
    return;
  }
  throw new Thrown(NOT_KNOWN);
}

const isNothing = (thing: Thing): boolean =>
  thing.t === 'plain' && thing.values.every((value) => value == null);

/** What is sent by the jobs that a limiter runs. */
function requestsThrough(limiter: CallValue, listening: Call, view: FileView): OwnRequests {
  const { candidates, facts, module } = view;
  const jobs = candidates.calls.filter(({ callee }) => {
    const object = callee.type === 'MemberExpression' ? callee.object : callee;
    return valueOf(object, module).node === limiter.node;
  });
  const sent = facts.apiCall.filter(({ node }) => jobs.some((job) => isWithin(node, job)));
  return {
    calls: new Set([listening]),
    facts: sent,
    handedIn: new Map(),
    sends: sent.length > 0 ? 'known' : 'likely',
  };
}
