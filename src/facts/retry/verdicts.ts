import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Outcome, Place, RequestAt } from '../rehearsal/rehearsal.ts';
import type { Value } from '../../values/value.ts';
import type { Ending, Scene } from '../rehearsal/rehearse.ts';
import { playAll, playOnce } from '../rehearsal/rehearse.ts';
import type { RetryCondition, SampleStatus, Verdict } from './shape.ts';
import { SAMPLE_STATUSES } from './shape.ts';

/** What code is tried out with. */
export interface Stage {
  readonly module: SourceModule;
  readonly requestAt: RequestAt;
  readonly isAbortError: (made: Value) => boolean;
  /** Tells from how a try ended whether there is another. */
  readonly isRetried: (ending: Ending) => Verdict;
}

/** Ends with the request being sent again: what handlers of a failure do, whose request went before. */
export const sentAgain = ({ by }: Ending): Verdict =>
  by === 'again' ? 'retried' : by === 'exhausted' ? 'unknown' : 'not';

/** The same of loops and recursions: a way on which nothing was sent says nothing of a failure. */
export const sentTwice = (ending: Ending): Verdict =>
  ending.by !== 'again' && ending.run.sent.size === 0 && ending.run.outcome.kind !== 'ok'
    ? 'unknown'
    : sentAgain(ending);

/** The same of a function that calls itself: what one of those that it calls tries again is not its own. */
export const sentAround =
  (fn: Node): Stage['isRetried'] =>
  (ending) => {
    const verdict = sentTwice(ending);
    return verdict === 'retried' && !ending.run.called.has(fn) ? 'not' : verdict;
  };

export interface Verdicts {
  readonly statuses: Readonly<Record<SampleStatus, Verdict>>;
  readonly networkErrors: Verdict;
  readonly timeouts: Verdict;
  readonly statusTests: readonly Place[];
  /** Where no failure certainly is retried: one that is on some way, and the choices that lead there. */
  readonly perhaps: { readonly outcome: Outcome; readonly script: readonly boolean[] } | null;
}

/** What becomes of a request that went well. */
export const playSuccess = (scene: Scene, stage: Stage): readonly Ending[] =>
  playAll(
    scene,
    { ...stage, outcome: { kind: 'ok' }, mostAttempts: 1, ignoresLimits: true },
    stage.module,
  );

/** Whether the request is sent again although it went well: then its failures are no reason to. */
export const repeatsSuccess = (scene: Scene, stage: Stage): boolean =>
  // A success that is thrown away by a test of its own is a failure.
  playSuccess(scene, stage).some(
    (ending) => stage.isRetried(ending) !== 'not' && !ending.run.hasThrown,
  );

/** Tries a scene out with each kind of failure. */
export function verdictsOf(scene: Scene, stage: Stage): Verdicts {
  const statusTests: Place[] = [];
  let perhaps: Verdicts['perhaps'] = null;
  const judge = (outcome: Parameters<typeof playAll>[1]['outcome']): Verdict => {
    const endings = playAll(
      scene,
      { ...stage, outcome, mostAttempts: 1, ignoresLimits: true },
      stage.module,
    );
    if (mayPass(outcome)) perhaps ??= wayOn(endings, stage);
    const verdict = verdictOf(endings, stage);
    for (const { run } of endings) statusTests.push(...run.statusTests);
    return verdict;
  };
  const statuses = Object.fromEntries(
    SAMPLE_STATUSES.map((status) => [status, judge({ kind: 'status', status })]),
  ) as Record<SampleStatus, Verdict>;
  return {
    statuses: withoutRenewal(statuses),
    networkErrors: judge({ kind: 'network' }),
    timeouts: judge({ kind: 'timeout' }),
    statusTests,
    perhaps,
  };
}

/** Certain where no way hangs on something about the failure that could not be read. */
function verdictOf(all: readonly Ending[], { isRetried }: Stage): Verdict {
  const sending = all.filter(({ run }) => run.sent.size > 0);
  const endings = sending.length > 0 ? sending : all;
  const verdicts = endings.map(isRetried);
  if (verdicts.every((verdict) => verdict === 'not')) return 'not';
  const isSure = endings.some(
    (ending, index) => verdicts[index] === 'retried' && !ending.run.isUnsure,
  );
  if (isSure) return 'retried';
  return verdicts.every((verdict) => verdict === 'retried') ? 'retried' : 'unknown';
}

/** What is worth another attempt: no success, and no refusal. */
const mayPass = (outcome: Outcome): boolean =>
  outcome.kind === 'status'
    ? outcome.status === 429 || outcome.status >= 500
    : outcome.kind !== 'ok';

/** The first way on which a request certainly is sent again. */
function wayOn(endings: readonly Ending[], { isRetried }: Stage): Verdicts['perhaps'] {
  const way = endings.find((ending) => ending.by === 'again' && isRetried(ending) === 'retried');
  return way
    ? { outcome: way.run.outcome, script: way.decisions.map(({ chosen }) => chosen) }
    : null;
}

/** A 401 or 403 that is treated unlike the other refusals leads to a new token first: no retry of the request as it was. */
function withoutRenewal(statuses: Record<SampleStatus, Verdict>): Record<SampleStatus, Verdict> {
  const isRenewed = (status: 401 | 403): boolean =>
    statuses[status] !== 'not' && statuses[400] === 'not' && statuses[422] === 'not';
  return {
    ...statuses,
    401: isRenewed(401) ? 'not' : statuses[401],
    403: isRenewed(403) ? 'not' : statuses[403],
  };
}

/** Whether anything that may pass is retried: what is only done again after another refusal is no retry. */
export const retriesSomething = ({
  statuses,
  networkErrors,
  timeouts,
}: Pick<Verdicts, 'statuses' | 'networkErrors' | 'timeouts'>): boolean =>
  [
    statuses[429],
    statuses[500],
    statuses[502],
    statuses[503],
    statuses[504],
    networkErrors,
    timeouts,
  ].some((verdict) => verdict === 'retried');

/** Asks again only while the answer is 404: it waits for a thing to appear, which no other failure is a part of. */
export const waitsToAppear = ({ statuses }: Pick<Verdicts, 'statuses'>): boolean =>
  SAMPLE_STATUSES.every((status) => statuses[status] === (status === 404 ? 'retried' : 'not'));

/** The condition that verdicts make. */
export function conditionOf(
  verdicts: Verdicts,
  node: Node,
  isWritten: boolean,
  module: SourceModule,
): RetryCondition {
  const tests = [
    ...new Set(
      verdicts.statusTests.filter((place) => place.module === module).map((place) => place.node),
    ),
  ];
  const comparisons = tests.filter(
    (test): test is TSESTree.BinaryExpression => test.type === 'BinaryExpression',
  );
  return {
    statuses: verdicts.statuses,
    networkErrors: verdicts.networkErrors,
    timeouts: verdicts.timeouts,
    isWritten,
    node,
    list: null,
    test: tests.length === 1 ? (comparisons[0] ?? null) : null,
    source: module.text,
  };
}

/** More attempts than this are as good as endless. */
const MANY = 60;

/** Plays a scene to its end with the first failure that is retried; null where none certainly is. */
export function playThrough(scene: Scene, stage: Stage, verdicts: Verdicts): Ending | null {
  const certain = failureOf(verdicts);
  const outcome = certain ?? verdicts.perhaps?.outcome ?? null;
  const choices = certain ? [] : (verdicts.perhaps?.script ?? []);
  const script = Array.from({ length: MANY }, () => choices).flat();
  return (
    outcome && playOnce(scene, { ...stage, outcome, mostAttempts: MANY }, stage.module, script)
  );
}

/** Plays on past any limit: how waits grow shows only after some of them. */
export function playOn(scene: Scene, stage: Stage, { run }: Ending): Ending {
  return playOnce(
    scene,
    { ...stage, outcome: run.outcome, mostAttempts: 6, ignoresLimits: true },
    stage.module,
    [],
  );
}

function failureOf({
  statuses,
  networkErrors,
  timeouts,
}: Verdicts): Ending['run']['outcome'] | null {
  for (const status of [503, 500, 502, 504] as const)
    if (statuses[status] === 'retried') return { kind: 'status', status };
  if (networkErrors === 'retried') return { kind: 'network' };
  if (timeouts === 'retried') return { kind: 'timeout' };
  return statuses[429] === 'retried' ? { kind: 'status', status: 429 } : null;
}

/** How many attempts a play took; Infinity where nothing ends it, null where something unknown may. */
export function attemptsOf(ending: Ending, scene: Scene, stage: Stage): number | null {
  const { run } = ending;
  if (ending.by !== 'again')
    return ending.by === 'exhausted' ? null : Math.max(1, ...run.sent.values());
  if (run.assumedLimit) return null;
  return mayEndEarly(ending, scene, stage) ? null : Number.POSITIVE_INFINITY;
}

/** Whether a test that is not known, decided the other way in the first attempts, ends it. */
function mayEndEarly({ decisions, run }: Ending, scene: Scene, stage: Stage): boolean {
  return decisions.some((decision, index) => {
    if (decision.attempt > 2 || index > 20) return false;
    const script = [...decisions.slice(0, index).map(({ chosen }) => chosen), !decision.chosen];
    const other = playOnce(
      scene,
      { ...stage, outcome: run.outcome, mostAttempts: 5 },
      stage.module,
      script,
    );
    return other.by !== 'again';
  });
}
