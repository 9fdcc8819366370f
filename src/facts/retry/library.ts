import type { Node } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { optionsPlace } from '../../values/options-place.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { evidenceOf } from '../request/api-call.ts';
import { shapeOf } from '../request/client-shapes.ts';
import type { FileView } from '../fact.ts';
import type { Call, RequestAt, Thing } from '../rehearsal/rehearsal.ts';
import { exactly } from '../rehearsal/rehearsal.ts';
import { thingOf } from '../rehearsal/things.ts';
import type { Ending, Scene } from '../rehearsal/rehearse.ts';
import { requestAt, requestThroughInstance } from '../request/request.ts';
import { retryByOptions } from './by-options.ts';
import { evidenceAmong } from './code.ts';
import { isAbortError, retryCallsIn } from './exports.ts';
import { delayWait, jitterFixOf, libraryDelay } from './library-delay.ts';
import type { Written } from './options.ts';
import { option, statusesIn } from './options.ts';
import { attemptsOf } from './predicate-attempts.ts';
import { predicateVerdicts } from './predicate.ts';
import { within } from '../../ast/within.ts';
import { isRequest } from './requests.ts';
import { libraryRetryAfter, taskRetryAfter } from './retry-after.ts';
import type { Retry, RetryAfter, RetryCondition, Verdict } from './shape.ts';
import { SAMPLE_STATUSES } from './shape.ts';
import type { Stage, Verdicts } from './verdicts.ts';
import { conditionOf, playSuccess, verdictsOf } from './verdicts.ts';
import { callsThatSend, wrappedRequestAt } from '../request/wrapped-request.ts';

/** Retries that libraries do. */
export function findLibraryRetries(view: FileView): Retry[] {
  return retryCallsIn(view).flatMap(({ call, library, use }) => {
    if (use.does === 'run') return runRetry(view, call, library, use) ?? [];
    return use.does === 'attach' ? (attachRetry(view, call, library, use) ?? []) : [];
  });
}

function givenTo(call: Call, view: FileView): Pick<CallValue, 'args' | 'openFrom'> {
  const spread = call.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  const given = spread < 0 ? call.arguments : call.arguments.slice(0, spread);
  return {
    args: given.map((argument) => valueOf(argument, view.module)),
    openFrom: spread < 0 ? Number.POSITIVE_INFINITY : spread,
  };
}

/** What a library's call was given as options. */
export function writtenOf(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  index: number | undefined,
): Written {
  const given = givenTo(call, view);
  const value = index === undefined ? undefined : given.args[index];
  return {
    names: library.options,
    value: value ?? null,
    module: view.module,
    isOwn: index !== undefined && value?.node === call.arguments[index],
  };
}

function runRetry(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  use: Extract<RetryUse, { does: 'run' }>,
): Retry | null {
  const task = givenTo(call, view).args[use.task];
  const written = writtenOf(view, call, library, use.options);
  const parts = taskParts(view, task, written, call.callee, runningOf(use));
  return parts && assemble(view, call, library, written, use.options, parts);
}

/** What a task sends, and which of its failures are retried; null where it is known to send nothing. */
export function taskParts(
  view: FileView,
  task: Value | undefined,
  written: Written,
  node: Node,
  running: Running,
): Parts | null {
  const { module } = view;
  const fn = task && [...alternatives(task)].find((value) => value.kind === 'function');
  const sending = fn?.kind === 'function' ? callsThatSend(fn.node, fn.module) : [];
  const requests =
    fn?.kind === 'function' && fn.module === module
      ? within(view.facts.apiCall, fn.node, ({ node }) => node)
      : [];
  if (fn && sending.length === 0 && requests.length === 0) return null;
  const verdicts = fn ? taskVerdicts(view, fn, written, running) : null;
  return {
    sends: fn ? 'known' : 'unknown',
    requests,
    evidence: requests.length > 0 ? evidenceAmong(requests) : evidenceOfSending(sending, fn),
    condition: verdicts
      ? conditionOf(verdicts, predicateNode(written) ?? node, verdicts.isWritten, module)
      : unknownCondition(node),
    retryAfter: verdicts?.retryAfter ?? 'unknown',
  };
}

/** What a function of another module sends shows its API too. */
function evidenceOfSending(sending: readonly Call[], fn: Value | undefined): Retry['evidence'] {
  const [first] = sending;
  const request = first && fn ? requestOf(first, fn.module) : null;
  return request ? evidenceOf(request) : {};
}

const requestOf = (call: Call, module: Value['module']) =>
  requestAt(call, { module, frame: null }) ?? wrappedRequestAt(call, { module, frame: null });

/** How a library runs a task: what it hands in, and what it makes of how the task ended. */
export interface Running {
  readonly natives: readonly Thing[];
  /** What names around the task stand for. */
  readonly around?: ReadonlyMap<Binding, Thing>;
  /** Only a task that asks for it is run again. */
  readonly onlyAsked?: boolean;
  /** Judges errors (and results) in place of the options' predicate. */
  readonly judge?: (ending: Ending) => Verdict;
}

function runningOf({ bail, again }: Extract<RetryUse, { does: 'run' }>): Running {
  const natives: Thing[] = [];
  if (bail !== undefined) natives[bail] = { t: 'native', does: 'end' };
  if (again !== undefined) natives[again] = { t: 'native', does: 'again' };
  return {
    natives: Array.from(natives, (native) => native ?? exactly(undefined)),
    onlyAsked: again !== undefined,
  };
}

/** Plays a task with each outcome: what it throws is retried, but for errors that end the retry. */
export function taskVerdicts(
  view: FileView,
  fn: Value,
  written: Written,
  running: Running,
): Verdicts & { isWritten: boolean; retryAfter: RetryAfter } {
  let endsItself = running.onlyAsked === true;
  const scene: Scene = (run, scope) => {
    for (const [binding, thing] of running.around ?? []) scope.variables.set(binding, thing);
    return run.call(thingOf(fn, scope), running.natives, fn.node);
  };
  const requestAt: RequestAt = (call, module) => isRequest(call, module);
  const judge = running.judge ?? predicateVerdicts(written);
  const isRetried = (ending: Ending): Verdict => {
    if (ending.by === 'ended') endsItself = true;
    if (ending.by === 'exhausted') return 'unknown';
    if (ending.by === 'returned' && running.judge) return running.judge(ending);
    if (ending.by !== 'thrown') return ending.run.sent.size > 0 ? 'not' : 'unknown';
    if (running.onlyAsked && !ending.run.asksAgain) return 'not';
    if (ending.value.t === 'object' && ending.value.ends) {
      endsItself = true;
      return 'not';
    }
    return judge ? judge(ending) : 'retried';
  };
  const stage: Stage = { module: view.module, requestAt, isAbortError, isRetried };
  const verdicts = verdictsOf(scene, stage);
  // A task that gives up on an answer it does not want ends the retry itself, as one does on a refusal.
  if (!endsItself) playSuccess(scene, stage).forEach(isRetried);
  return {
    ...verdicts,
    isWritten: endsItself || judge !== null,
    retryAfter: taskRetryAfter(scene, stage, verdicts, written),
  };
}

function attachRetry(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  use: Extract<RetryUse, { does: 'attach' }>,
): Retry | null {
  const given = givenTo(call, view);
  const client = given.args[use.client];
  const shaped = client ? shapeOf(client) : null;
  if (!client || (!shaped && client.kind === 'function')) return null;
  const written = writtenOf(view, call, library, use.options);
  const request = shaped && requestThroughInstance(shaped, { module: view.module, frame: null });
  return assemble(view, call, library, written, use.options, {
    sends: 'known',
    requests: [],
    evidence: request ? evidenceOf(request) : {},
    condition: optionsCondition(written, call.callee, view),
    retryAfter: libraryRetryAfter(written),
    instance: shaped && { node: shaped.made?.node ?? null, clientName: shaped.client.name },
  });
}

/** The condition that options state: a list, a predicate, or the library's default. */
export function optionsCondition(written: Written, node: Node, view: FileView): RetryCondition {
  const list = statusesIn(written);
  const judge = predicateVerdicts(written);
  if (judge) {
    const scene: Scene = () => ({ t: 'failure' });
    const stage: Stage = {
      module: view.module,
      requestAt: () => null,
      isAbortError,
      isRetried: (ending) => (ending.run.outcome.kind === 'ok' ? 'not' : judge(ending)),
    };
    return conditionOf(verdictsOf(scene, stage), predicateNode(written) ?? node, true, view.module);
  }
  const { defaults } = written.names;
  const statuses = list ? list.statuses : (defaults.statuses ?? null);
  const verdict = (status: number): Verdict =>
    statuses === null ? 'unknown' : statuses.includes(status) ? 'retried' : 'not';
  return {
    statuses: Object.fromEntries(
      SAMPLE_STATUSES.map((status) => [status, verdict(status)]),
    ) as RetryCondition['statuses'],
    networkErrors: defaults.networkErrors ? 'retried' : 'not',
    timeouts: timeoutsIn(written),
    isWritten: list !== null,
    node: list?.node ?? node,
    list: list?.list ?? null,
    test: null,
    source: written.module.text,
  };
}

/** Timeouts are left out only where that is written. */
function timeoutsIn(written: Written): Verdict {
  const found = option(written, written.names.timeouts);
  if (found.state === 'known' && found.value.kind === 'literal')
    return found.value.value === false ? 'not' : 'retried';
  return written.names.defaults.timeouts ? 'retried' : 'unknown';
}

function predicateNode(written: Written): Node | null {
  const found = option(written, written.names.predicates);
  return found.state === 'known' && found.value.module === written.module ? found.value.node : null;
}

export const statusesOf = (verdict: Verdict): RetryCondition['statuses'] =>
  Object.fromEntries(
    SAMPLE_STATUSES.map((status) => [status, verdict]),
  ) as RetryCondition['statuses'];

export const unknownCondition = (node: Node): RetryCondition => ({
  statuses: statusesOf('unknown'),
  networkErrors: 'unknown',
  timeouts: 'unknown',
  isWritten: false,
  node,
  list: null,
  test: null,
  source: '',
});

export type Parts = Pick<Retry, 'sends' | 'requests' | 'evidence' | 'condition' | 'retryAfter'> &
  Partial<Pick<Retry, 'instance'>>;

/** A retry of a library, with what its options say. */
export function assemble(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  written: Written,
  index: number | undefined,
  parts: Parts,
): Retry {
  const attempts = attemptsOf(written);
  return retryByOptions({
    node: call.callee,
    form: 'library',
    root: call,
    libraryName: library.name,
    ...parts,
    attempts,
    delay: libraryDelay(written, attempts.max),
    options:
      index === undefined ? null : optionsPlace(call, givenTo(call, view), index, view.module),
    wait: delayWait(written),
    delayFix: delayFixOf(call, library),
    jitterFix: jitterFixOf(library.options),
  });
}

/** `axiosRetry.exponentialDelay`, where the library has a ready-made function for it under the name it is called by. */
function delayFixOf(call: Call, library: RetryLibrary): Retry['delayFix'] {
  const helper = Object.entries(library.exports).find(
    ([, use]) => use.does === 'delay' && use.growth === 'exponential' && use.options === undefined,
  );
  const [name] = library.options.delay ?? [];
  if (!helper || name === undefined || call.callee.type !== 'Identifier') return null;
  return { option: name, text: `${call.callee.name}.${helper[0]}` };
}
