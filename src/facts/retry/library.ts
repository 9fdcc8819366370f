import type { Node } from '../../ast/node.ts';
import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { optionsPlace } from '../../values/options-place.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { ApiCall } from '../request/api-call.ts';
import { evidenceOf } from '../request/api-call.ts';
import { shapeOf } from '../request/client-shapes.ts';
import type { FileView } from '../fact.ts';
import type { Call, RequestAt, Thing } from '../rehearsal/rehearsal.ts';
import { exactly } from '../rehearsal/rehearsal.ts';
import { thingOf } from '../rehearsal/things.ts';
import type { Ending, Scene } from '../rehearsal/rehearse.ts';
import { requestAt, requestThroughInstance } from '../request/request.ts';
import { evidenceAmong } from './code.ts';
import { isAbortError, retryExportOf } from './exports.ts';
import { delayWait, jitterFixOf, libraryDelay } from './library-delay.ts';
import type { Written } from './options.ts';
import { attemptsIn, option, statusesIn } from './options.ts';
import { predicateVerdicts } from './predicate.ts';
import { isWithin, within } from '../../ast/within.ts';
import { isRequest } from './requests.ts';
import { libraryRetryAfter, taskRetryAfter } from './retry-after.ts';
import type { Retry, RetryAfter, RetryCondition, Verdict } from './shape.ts';
import { SAMPLE_STATUSES } from './shape.ts';
import type { Stage, Verdicts } from './verdicts.ts';
import { conditionOf, verdictsOf } from './verdicts.ts';
import { callsThatSend, wrappedRequestAt } from '../request/wrapped-request.ts';

/** Retries that libraries do. */
export function findLibraryRetries(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    const used = retryExportOf(valueOf(call.callee, view.module));
    if (!used) return [];
    const { library, use } = used;
    if (use.does === 'run') return runRetry(view, call, library, use) ?? [];
    return use.does === 'attach'
      ? (attachRetry(view, call, library, use) ?? [])
      : use.does === 'policy'
        ? policyRetry(view, call, library, use)
        : [];
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

function writtenOf(
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
  const { module } = view;
  const given = givenTo(call, view);
  const task = given.args[use.task];
  const written = writtenOf(view, call, library, use.options);
  const fn = task && [...alternatives(task)].find((value) => value.kind === 'function');
  const sending = fn?.kind === 'function' ? callsThatSend(fn.node, fn.module) : [];
  const requests =
    fn?.kind === 'function' && fn.module === module
      ? within(view.facts.apiCall, fn.node, ({ node }) => node)
      : [];
  if (fn && sending.length === 0 && requests.length === 0) return null;
  const verdicts = fn ? taskVerdicts(view, fn, written, use) : null;
  return assemble(view, call, library, written, use.options, {
    sends: fn ? 'known' : 'unknown',
    requests,
    evidence: requests.length > 0 ? evidenceAmong(requests) : evidenceOfSending(sending, fn),
    condition: verdicts
      ? conditionOf(verdicts, predicateNode(written) ?? call.callee, verdicts.isWritten, module)
      : unknownCondition(call.callee),
    retryAfter: verdicts?.retryAfter ?? 'unknown',
  });
}

/** What a function of another module sends shows its API too. */
function evidenceOfSending(sending: readonly Call[], fn: Value | undefined): Retry['evidence'] {
  const [first] = sending;
  const request = first && fn ? requestOf(first, fn.module) : null;
  return request ? evidenceOf(request) : {};
}

const requestOf = (call: Call, module: Value['module']) =>
  requestAt(call, { module, frame: null }) ?? wrappedRequestAt(call, { module, frame: null });

/** Plays a task with each outcome: what it throws is retried, but for errors that end the retry. */
function taskVerdicts(
  view: FileView,
  fn: Value,
  written: Written,
  use: Extract<RetryUse, { does: 'run' }>,
): Verdicts & { isWritten: boolean; retryAfter: RetryAfter } {
  let endsItself = false;
  const natives: Thing[] = [];
  if (use.bail !== undefined) natives[use.bail] = { t: 'native', does: 'end' };
  if (use.again !== undefined) natives[use.again] = { t: 'native', does: 'again' };
  const scene: Scene = (run, scope) =>
    run.call(
      thingOf(fn, scope),
      [...natives].map((native) => native ?? exactly(undefined)),
      fn.node,
    );
  const requestAt: RequestAt = (call, module) => isRequest(call, module);
  const judgePredicate = predicateVerdicts(written);
  const isRetried = (ending: Ending): Verdict => {
    if (ending.by === 'ended') endsItself = true;
    if (ending.by === 'exhausted') return 'unknown';
    if (ending.by !== 'thrown') return 'not';
    if (ending.value.t === 'object' && ending.value.ends) {
      endsItself = true;
      return 'not';
    }
    return judgePredicate ? judgePredicate(ending) : 'retried';
  };
  const stage: Stage = { module: view.module, requestAt, isAbortError, isRetried };
  const verdicts = verdictsOf(scene, stage);
  return {
    ...verdicts,
    isWritten: endsItself || judgePredicate !== null,
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

function policyRetry(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  use: Extract<RetryUse, { does: 'policy' }>,
): Retry[] {
  const written = writtenOf(view, call, library, use.options);
  const requests = requestsThrough(view, call, use.run);
  if (requests.length === 0) return [];
  const handles = use.handles === undefined ? undefined : givenTo(call, view).args[use.handles];
  const used = handles ? retryExportOf(handles) : null;
  const isEverything = used?.use.does === 'handle' && used.use.everything === true;
  const every = (verdict: Verdict): RetryCondition => ({
    ...unknownCondition(call.callee),
    statuses: statusesOf(verdict),
    networkErrors: verdict,
    timeouts: verdict,
  });
  return [
    assemble(view, call, library, written, use.options, {
      sends: 'known',
      requests,
      evidence: evidenceAmong(requests),
      condition: isEverything
        ? { ...every('retried'), isWritten: true }
        : unknownCondition(call.callee),
      retryAfter: 'unknown',
    }),
  ];
}

/** The requests in functions given to `policy.execute(…)`. */
function requestsThrough(view: FileView, made: Call, run: string): ApiCall[] {
  return view.candidates.calls.flatMap((call) => {
    const { callee } = call;
    if (
      callee.type !== 'MemberExpression' ||
      callee.property.type !== 'Identifier' ||
      callee.property.name !== run
    )
      return [];
    const policy = valueOf(callee.object, view.module);
    const isOurs =
      policy.node === made ||
      (policy.kind === 'call' && policy.args.some((argument) => argument.node === made));
    return isOurs
      ? view.facts.apiCall.filter(({ node }) =>
          call.arguments.some((argument) => isWithin(node, argument)),
        )
      : [];
  });
}

const statusesOf = (verdict: Verdict): RetryCondition['statuses'] =>
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

type Parts = Pick<Retry, 'sends' | 'requests' | 'evidence' | 'condition' | 'retryAfter'> &
  Partial<Pick<Retry, 'instance'>>;

function assemble(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  written: Written,
  index: number | undefined,
  parts: Parts,
): Retry {
  const attempts = attemptsIn(written);
  return {
    node: call.callee,
    form: 'library',
    root: call,
    libraryName: library.name,
    ...parts,
    rateLimitTest: null,
    attempts,
    delay: libraryDelay(written, attempts.max),
    lastFailure: 'thrown',
    instance: parts.instance ?? null,
    options:
      index === undefined ? null : optionsPlace(call, givenTo(call, view), index, view.module),
    wait: delayWait(written),
    delayFix: delayFixOf(call, library),
    jitterFix: jitterFixOf(library.options),
  };
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
