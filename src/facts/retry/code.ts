import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, LoopNode, Node } from '../../ast/node.ts';
import { isLoop } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { attemptsSaid } from './attempts-said.ts';
import type { Delay } from './delay.ts';
import { delayOf } from './delay.ts';
import { asksPageAgain } from './page-turn.ts';
import { isSteady, withoutQueue } from './pause.ts';
import type { FileView } from '../fact.ts';
import { shapeOf } from '../request/client-shapes.ts';
import { isRequestOfSdk } from '../request/sdk-request.ts';
import type { Call, Pause, RequestAt, Run, Scope } from '../rehearsal/rehearsal.ts';
import { NOT_KNOWN, Thrown } from '../rehearsal/rehearsal.ts';
import type { Ending, Scene } from '../rehearsal/rehearse.ts';
import { countsThroughData } from './over-data.ts';
import { sendsNextOfQueue } from './queue-turn.ts';
import { awaitsApproval, awaitsReadiness } from './readiness.ts';
import { readIn, retryAfterOf } from './retry-after.ts';
import type { Retry, RetryAfter, Verdict } from './shape.ts';
import type { OwnRequests } from './requests.ts';
import { isRequest, ownRequests } from './requests.ts';
import { waitOf } from './wait.ts';
import { rateLimitTestIn } from './rate-limit-branch.ts';
import type { Stage, Verdicts } from './verdicts.ts';
import {
  attemptsOf,
  conditionOf,
  playOn,
  playThrough,
  repeatsSuccess,
  retriesSomething,
  sentAgain,
  sentAround,
  sentTwice,
  verdictsOf,
  waitsToAppear,
} from './verdicts.ts';

/** Loops that send a request until it goes well. */
export function findLoops(view: FileView): Retry[] {
  return view.candidates.loops.flatMap((loop) => {
    const requests = ownRequests(loop, view);
    if (requests.calls.size === 0 || !mayRetry(loop, view.module)) return [];
    if (countsThroughData(loop, requests.calls.keys(), view.module)) return [];
    if (awaitsReadiness(requests.facts, view.module)) return [];
    const scene: Scene = (run, scope) => {
      run.execute(loop, scope);
      return NOT_KNOWN;
    };
    return codeRetry(view, { root: loop, head: headOf(loop), form: 'loop', scene, requests }) ?? [];
  });
}

/** One over data is no retry; one over a list of waits, with none after the last attempt, may be. */
function mayRetry(loop: LoopNode, module: SourceModule): boolean {
  if (loop.type === 'ForInStatement') return false;
  if (loop.type !== 'ForOfStatement') return true;
  const items = valueOf(loop.right, module);
  return (
    items.kind === 'array' &&
    items.elements.length > 1 &&
    items.elements.some((item) => item.kind === 'literal' && typeof item.value === 'number') &&
    items.elements.every(
      (item) => item.kind === 'literal' && (item.value == null || typeof item.value === 'number'),
    )
  );
}

function headOf(loop: LoopNode): Node {
  switch (loop.type) {
    case 'ForStatement':
      return loop.init ?? loop.test ?? loop;
    case 'WhileStatement':
      return loop.test;
    case 'ForOfStatement':
    case 'ForInStatement':
      return loop.right;
    default:
      return loop;
  }
}

/** Handlers of a client's failed answers that send the request again. */
export function findInterceptors(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    const handler = call.type === 'CallExpression' ? failureHandler(call, view) : null;
    if (!handler) return [];
    const scene: Scene = (run, scope) => {
      for (;;) again(run, scope, handler);
    };
    const instance = interceptedBy(call, view);
    return (
      codeRetry(view, {
        root: handler,
        head: call.callee,
        form: 'interceptor',
        scene,
        instance,
      }) ?? []
    );
  });
}

/** The client of `client.interceptors.response.use(…)`. */
function interceptedBy({ callee }: Call, { module }: FileView): Retry['instance'] {
  let object: Node = callee;
  for (let up = 0; up < 3 && object.type === 'MemberExpression'; up++) object = object.object;
  const shaped = shapeOf(valueOf(object, module));
  return shaped && { node: shaped.made?.node ?? null, clientName: shaped.client.name };
}

/** A client's own attempt goes before the first turn of its handler. */
function again(run: Run, scope: Scope, handler: FunctionNode): void {
  const total = (): number => [...run.sent.values()].reduce((sum, times) => sum + times, 0);
  if (run.outcome.kind === 'ok') throw new Thrown(NOT_KNOWN);
  const before = total();
  try {
    run.call(
      { t: 'function', node: handler, module: scope.module, scope, self: null },
      [{ t: 'failure' }],
      handler,
    );
  } catch (error) {
    if (!(error instanceof Thrown) || total() === before) throw error;
    return;
  }
  throw new Thrown(NOT_KNOWN);
}

function failureHandler(call: TSESTree.CallExpression, { module }: FileView): FunctionNode | null {
  if (
    call.callee.type !== 'MemberExpression' ||
    !/interceptors\s*\.\s*response\s*\.\s*use$/.test(textOf(call.callee, module))
  )
    return null;
  return ownFunction(call.arguments[1], module);
}

/** Code that may be a retry. `requests`: what it sends, where that is not in its own text. */
interface Attempted {
  readonly root: Node;
  readonly head: Node;
  readonly form: Retry['form'];
  readonly scene: Scene;
  readonly requests?: OwnRequests;
  readonly instance?: Retry['instance'];
}

/** What code does with each failure of its request; null where it sends nothing again. */
export function codeRetry(
  view: FileView,
  { root, head, form, scene, requests = ownRequests(root, view), instance = null }: Attempted,
): Retry | null {
  const { module } = view;
  if (requests.calls.size === 0 || isNoRetry(root, requests, module)) return null;
  const requestAt = sentBy(requests);
  const isRetried = againBy(form, root);
  const stage: Stage = { module, requestAt, isAbortError: () => false, isRetried };
  const offset = form === 'interceptor' ? 1 : 0;
  if (repeatsSuccess(scene, stage) && !turnsPages(root, requests, module)) return null;
  const verdicts = verdictsOf(scene, stage);
  if (isNone(verdicts) || (requests.isOfSdk && !retriesAll(verdicts))) return null;
  const ending = playThrough(scene, stage, verdicts);
  const found = ending && attemptsOf(ending, scene, stage);
  const max = found === null || found < 2 - offset ? null : found;
  const limit = Number.isFinite(max) ? ending?.run.limits.at(-1) : undefined;
  const shown = Math.min(max ?? 6, 12);
  const pauses = pausesOf(ending, offset);
  const later = ending && shown < 5 ? furtherPauses(playOn(scene, stage, ending)) : null;
  const delay = waitsOf(pauses, later, offset, shown, module);
  const wait = waitOf(root, pauses, requests.facts, view);
  const isHidden = delay.growth === 'unknown' || (delay.growth === 'none' && isCutShort(ending));
  const node = (form === 'recursion' ? calledFrom(ending, root) : null) ?? head;
  const limits: LimitsAsked = {
    retryAfter: readIn(root, wait, view) ?? retryAfterOf(scene, stage, verdicts),
    rateLimitTest: rateLimitTestIn(root, view),
  };
  return {
    node,
    form,
    root,
    libraryName: null,
    sends: sendsBy(requests, verdicts, limits),
    requests: requests.facts,
    attempts: attemptsSaid(max, limit, { form, root, offset, module }),
    condition: conditionOf(verdicts, node, true, module),
    delay: isHidden ? { ...delay, growth: isSteady(root, view) ? 'constant' : 'unknown' } : delay,
    ...limits,
    wait,
    lastFailure: lastFailureOf(ending),
    instance,
    options: null,
    delayFix: null,
    jitterFix: null,
    module: view.module,
    evidence: evidenceAmong(requests.facts),
  };
}

/** Where it asks whether it is over its limit, and until when. */
type LimitsAsked = Pick<Retry, 'retryAfter' | 'rateLimitTest'>;

/** Whose statuses are told apart or limits asked for is an API, whatever a function that was handed in is called. */
function sendsBy({ sends }: OwnRequests, { statuses }: Verdicts, limits: LimitsAsked) {
  const tellsApart = TOLD_APART.every((verdict) => Object.values(statuses).includes(verdict));
  const asks = limits.rateLimitTest !== null || ASKED.has(limits.retryAfter);
  return sends === 'unknown' && (tellsApart || asks) ? 'likely' : sends;
}

const ASKED: ReadonlySet<RetryAfter> = new Set(['obeyed', 'unused']);
const TOLD_APART: readonly Verdict[] = ['retried', 'not'];

/** An error of an SDK tells the status in a way of its own. */
const sentBy =
  ({ handedIn, isOfSdk }: OwnRequests): RequestAt =>
  (call, holder) =>
    handedIn.get(call) ??
    isRequest(call, holder) ??
    (isOfSdk && isRequestOfSdk(call, holder) ? 'throws anything' : null);

/** Which of a function's calls of itself sends again: another may only repeat with a new token. */
function calledFrom(ending: Ending | null, root: Node): Node | null {
  const call = ending?.run.called.get(root);
  return call?.type === 'CallExpression' && isWithin(call, root) ? call.callee : null;
}

const againBy = (form: Retry['form'], root: Node): Stage['isRetried'] =>
  form === 'interceptor' ? sentAgain : form === 'recursion' ? sentAround(root) : sentTwice;

const turnsPages = (root: Node, { calls }: OwnRequests, module: SourceModule): boolean =>
  isLoop(root) && asksPageAgain(root, calls, module);

/** The own attempt of a client, which goes before the first turn of its handler, has no pause to look at. */
const pausesOf = (ending: Ending | null, offset: number): Pauses =>
  offset === 0 ? withoutQueue(ending?.run.pauses ?? []) : (ending?.run.pauses ?? []);

const furtherPauses = ({ by, run }: Ending): Pauses | null =>
  by === 'again' ? withoutQueue(run.pauses) : null;

const isNoRetry = (root: Node, { calls }: OwnRequests, module: SourceModule): boolean =>
  awaitsApproval(root, module) || sendsNextOfQueue(root, calls, module);

/** Nothing that may pass is tried again, or a thing is waited for. */
const isNone = (verdicts: Verdicts): boolean =>
  waitsToAppear(verdicts) || (!retriesSomething(verdicts) && !verdicts.perhaps);

/** Whatever the error is, so that it need not be understood. */
const retriesAll = ({ statuses, networkErrors }: Verdicts): boolean =>
  networkErrors === 'retried' && Object.values(statuses).every((each) => each === 'retried');

/** The rehearsal ended before the second attempt: there is no telling what is waited for before it. */
const isCutShort = (ending: Ending | null): boolean =>
  ending !== null &&
  ending.by !== 'again' &&
  [...ending.run.sent.values()].reduce((total, times) => total + times, 0) === 1;

function lastFailureOf(ending: { readonly by: string } | null): Retry['lastFailure'] {
  return ending?.by === 'thrown' || ending?.by === 'returned' ? ending.by : 'unknown';
}

/** What the first of the requests that shows something shows of its API. */
export function evidenceAmong(requests: readonly ApiCall[]): Retry['evidence'] {
  return requests.find(({ evidence }) => Object.keys(evidence).length > 0)?.evidence ?? {};
}

type Pauses = readonly (readonly Pause[] | undefined)[];

/** The waits of the attempts that there are; how they grow is taken from more of them. */
function waitsOf(
  pauses: Pauses,
  more: Pauses | null,
  offset: number,
  shown: number,
  module: SourceModule,
): Delay {
  const shifted = (row: Pauses): Pauses => (offset ? [[], ...row] : row);
  const delay = delayOf(shifted(pauses), Math.max(2, shown + offset), module);
  if (!more || delay.growth === 'none') return delay;
  const longer = delayOf(shifted(more), 5, module);
  return longer.growth === 'unknown' || longer.growth === 'none'
    ? delay
    : { ...delay, growth: longer.growth, factor: longer.factor, hasJitter: longer.hasJitter };
}
