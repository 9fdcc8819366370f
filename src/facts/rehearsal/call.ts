import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Callback, How, Run, Scope, Thing } from './rehearsal.ts';
import {
  Ended,
  exactly,
  NOT_KNOWN,
  numberOf,
  Reached,
  TELLING,
  Thrown,
  truthOf,
  unknownOf,
} from './rehearsal.ts';
import { constructed } from './construct.ts';
import { methodOf } from './method.ts';
import { observableCall } from './observable.ts';
import { pause } from './call-pause.ts';
import { platformCall } from './platform.ts';
import { thingOf } from './things.ts';
import { isKeeper } from '../kept-function.ts';
import { letsThrough } from '../retry/condition.ts';
import { retryExportOf } from '../retry/exports.ts';
import { callsThatSend } from '../request/wrapped-request.ts';

/** A call in the rehearsed code: a request, a pause, a function that can be followed. */
export function callIn(run: Run, node: Call, scope: Scope): Thing {
  run.spend();
  const how = run.requestAt(node, scope.module);
  if (how && typeof how === 'object' && 'response' in how) return callBack(run, node, how, scope);
  if (how) return request(run, node, settled(run, node, how, scope));
  if (node.type === 'CallExpression') {
    const chained = chainedCall(run, node, scope);
    if (chained) return chained;
  }
  const args = node.arguments.map((argument) =>
    run.evaluate(argument.type === 'SpreadElement' ? argument.argument : argument, scope),
  );
  if (node.type === 'NewExpression') return constructed(run, node, args, scope);
  return (
    pauseOf(run, node, args, scope) ??
    readyCondition(run, valueOf(node.callee, scope.module)) ??
    observableCall(run, node, args, scope) ??
    methodOf(run, node, args, scope) ??
    called(run, node, args, scope)
  );
}

/** `validateStatus: (status) => status < 500`; what can't be told is given back. */
function settled(run: Run, node: Call, how: Exclude<How, Callback>, scope: Scope): Settled {
  if (how === 'throws' || how === 'throws anything' || how === 'answers') return how;
  if (run.outcome.kind !== 'status') return 'throws';
  if (how === 'calls back') return run.decide(true, true) ? 'answers' : 'throws';
  const answer = run.call(thingOf(how.accepts, scope), [numberOf(run.outcome.status)], node);
  return truthOf(answer, run.outcome) === false ? 'throws' : 'answers';
}

type Settled = Extract<How, 'throws' | 'throws anything' | 'answers'>;

/** Sends a request: gives its answer, or throws what the client throws. */
export function request(run: Run, node: Call, how: Settled): Thing {
  const times = (run.sent.get(node) ?? 0) + 1;
  if (times > run.mostAttempts) throw new Reached();
  run.sent.set(node, times);
  const { kind } = run.outcome;
  if (kind === 'ok' || (kind === 'status' && how === 'answers')) return { t: 'response' };
  throw new Thrown(how === 'throws anything' ? TELLING : { t: 'failure' });
}

/** `request(options, (error, response) => …)`: what comes of it goes to functions, and nothing to who calls. */
function callBack(
  run: Run,
  node: Call,
  { response, error, listener }: Callback,
  scope: Scope,
): Thing {
  const last = node.arguments.at(-1);
  const callback = last && isFunction(last) ? run.evaluate(last, scope) : NOT_KNOWN;
  const args: Thing[] = [];
  try {
    args[response] = request(run, node, 'answers');
    if (error !== null) args[error] = exactly(null, true);
    run.call(callback, args, node);
  } catch (thrown) {
    if (!(thrown instanceof Thrown) || args.length > 0) throw thrown;
    if (error === null)
      run.call(listener ? thingOf(listener, scope) : NOT_KNOWN, [thrown.value], node);
    else run.call(callback, withFailure(error, thrown.value), node);
  }
  return NOT_KNOWN;
}

function withFailure(index: number, failure: Thing): Thing[] {
  const args: Thing[] = [];
  args[index] = failure;
  return Array.from(args, (argument) => argument ?? exactly(undefined, true));
}

function called(
  run: Run,
  node: TSESTree.CallExpression,
  args: readonly Thing[],
  scope: Scope,
): Thing {
  const callee = unwrap(node.callee);
  const isMember = callee.type === 'MemberExpression';
  const self =
    isMember && callee.object.type !== 'Super' ? run.evaluate(callee.object, scope) : null;
  const fn = isMember && callee.object.type === 'Super' ? NOT_KNOWN : run.evaluate(callee, scope);
  if (fn.t === 'value' && isKeeper(fn.value)) return args[0] ?? NOT_KNOWN;
  if (fn.t === 'value') {
    const known = platformCall(run, node, fn.value, args, scope);
    if (known) return known;
  }
  if (fn.t === 'function' || fn.t === 'native')
    return run.call(
      fn.t === 'function' && self ? { ...fn, self: fn.self ?? self } : fn,
      args,
      node,
    );
  if (fn.t === 'value' && fn.value.kind === 'function')
    return run.call(thingOf(fn.value, scope), args, node);
  const task = args.find(
    (argument) =>
      argument.t === 'function' && callsThatSend(argument.node, argument.module).length > 0,
  );
  if (task) return run.call(task, [], node);
  run.handedOver ||= KEEPING.has(node.parent.type) && args.some(isAnswer);
  return unknownOf(...args, ...(self ? [self] : []));
}

/**
 * `isNetworkError(error) || …`: what a retry library's own condition says of this outcome. Whether a
 * timeout is an error of the network, each client decides for itself.
 */
function readyCondition({ outcome }: Run, callee: Value): Thing | null {
  const use = retryExportOf(callee)?.use;
  if (use?.does !== 'condition') return null;
  const isThrough = letsThrough(use, outcome);
  return exactly(isThrough || (outcome.kind === 'timeout' && use.networkErrors));
}

/** What a call's result is used in, where it may be a length of time or a pause. */
const KEEPING: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'VariableDeclarator',
  'AssignmentExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'ReturnStatement',
]);

const isAnswer = ({ t }: Thing): boolean => t === 'failure' || t === 'response' || t === 'headers';

/** `request.then(use).catch(mend)`: the parts are run one after the other. */
function chainedCall(run: Run, node: TSESTree.CallExpression, scope: Scope): Thing | null {
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
  if (
    callee.type !== 'MemberExpression' ||
    (name !== 'then' && name !== 'catch' && name !== 'finally')
  )
    return null;
  const [first, second] = node.arguments;
  const handle = (handler: TSESTree.CallExpressionArgument | undefined, value: Thing): Thing =>
    handler && handler.type !== 'SpreadElement'
      ? run.call(run.evaluate(handler, scope), [value], node)
      : value;
  let value: Thing;
  try {
    value = run.evaluate(callee.object, scope);
  } catch (error) {
    const onFailure = name === 'catch' ? first : name === 'then' ? second : undefined;
    if (!(error instanceof Thrown) || !onFailure) throw error;
    return handle(onFailure, error.value);
  }
  return name === 'then' ? handle(first, value) : value;
}

const PAUSING = /^(?:sleep|delay|wait|pause|backoff|timeout|snooze)(?:$|[A-Z_]|For|Ms)/i;

/** `sleep(ms)` of a package, of `timers/promises`, or of a module that can't be read. */
function pauseOf(
  run: Run,
  node: TSESTree.CallExpression,
  args: readonly Thing[],
  scope: Scope,
): Thing | null {
  const callee = unwrap(node.callee);
  if (!isPausing(valueOf(callee, scope.module), callee)) return null;
  const [given] = node.arguments;
  const [ms] = args;
  if (!ms || !given) return null;
  pause(run, ms, { node: given, module: scope.module });
  return exactly(undefined);
}

/** Whether a function that can't be read, or one of `timers/promises`, pauses. */
export function isPausing(value: Value, callee: TSESTree.Node): boolean {
  if (value.kind === 'function') return false;
  if (value.kind === 'choice') return value.options.some((option) => isPausing(option, callee));
  if (
    value.kind === 'external' &&
    value.source !== null &&
    /(?:^|:)timers\/promises$/.test(value.source)
  )
    return true;
  if (globalName(value) === 'setTimeout') return false;
  const name = calledName(callee);
  return PAUSING.test(name);
}

/** What the surroundings handed in: settling a promise, ending the retry. */
export function nativeCall(
  run: Run,
  does: Extract<Thing, { t: 'native' }>['does'],
  args: readonly Thing[],
): Thing {
  switch (does) {
    case 'resolve':
      run.settles = true;
      return exactly(undefined);
    case 'reject':
      run.settles = true;
      throw new Thrown(args[0] ?? NOT_KNOWN);
    case 'end':
      throw new Ended();
    default:
      run.asksAgain = true;
      throw new Thrown(args[0] ?? { t: 'failure' });
  }
}
