import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { pageEnds } from '../../clients/page-ends.ts';
import { ancestorsOf, enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { evidenceAmong } from '../retry/code.ts';
import type { Answer } from './answer.ts';
import { answerOf, dependenceOf, testsBefore, testsOfLeaving } from './answer.ts';
import type { Polling } from './polling.ts';
import { isAboutPayment, isLimitedOutside, isRead, isSameEachTurn } from './turn.ts';

type Call = TSESTree.CallExpression;

/** Intervals that read a status until it is what they wait for. */
export function findIntervals(view: FileView): Polling[] {
  const { candidates, module } = view;
  const timers = candidates.calls.filter((call): call is Call =>
    isTimer(call, 'setInterval', module),
  );
  return timers.flatMap((timer) => {
    const fn = taskOf(timer, module);
    if (isTask(timer) && !(fn && endsItself(fn, view))) return [];
    const calls = fn ? view.facts.apiCall.filter((call) => isTurnOf(fn, call, module)) : [];
    if (!fn || calls.length === 0) return [];
    const nodes = calls.map(({ node }) => node);
    const answer = answerOf(nodes, fn, module);
    if (!asksStatus(fn, answer, nodes, module)) return [];
    const isBounded =
      !areClearsOnAnswer(timer, fn, answer, nodes, view) ||
      hasOtherWayOut(fn, answer, nodes, module) ||
      calls.some((call) => isLimitedOutside(call, fn, view));
    return [
      {
        node: timer.callee,
        form: 'interval' as const,
        calls,
        isBounded,
        pause: 'some' as const,
        endsWithPage: endsWithPage(timer, fn, view),
        isPayment: isAboutPayment(calls, timer, module),
        longestMs: null,
        evidence: evidenceAmong(calls),
      },
    ];
  });
}

/** It is started with the program, or by a function that is given nothing to wait for and keeps nothing to end it by. */
function isTask(timer: Call): boolean {
  const home = enclosingFunction(timer);
  if (!home) return true;
  const isStart = home.params.length === 0 && enclosingFunction(home) === null;
  return isStart && timer.parent.type === 'ExpressionStatement';
}

/** What runs for as long as its program is a task of it; what has an end of its own waits for something. */
const endsItself = (fn: FunctionNode, { candidates, module }: FileView): boolean =>
  candidates.calls.some((call) => isWithin(call, fn) && isTimer(call, 'clearInterval', module));

/** `setInterval(…)`, `window.setInterval(…)`. */
export function isTimer(call: Node, name: string, module: SourceModule): boolean {
  if (call.type !== 'CallExpression') return false;
  const text = textOf(call.callee, module);
  if (!text.endsWith(name)) return false;
  return globalName(valueOf(call.callee, module))?.split('.').at(-1) === name;
}

/** The function of the file that a timer runs. */
export const taskOf = ({ arguments: [given] }: Call, module: SourceModule): FunctionNode | null =>
  ownFunction(given, module);

const isTurnOf = (fn: FunctionNode, call: ApiCall, module: SourceModule): boolean =>
  isWithin(call.node, fn) && call.loop === null && isRead(call) && isSameEachTurn(call, fn, module);

/** A test in the callback asks the answer for a status. */
function asksStatus(
  fn: FunctionNode,
  answer: Answer,
  calls: readonly Node[],
  module: SourceModule,
): boolean {
  let found = false;
  walk(fn.body, module.visitorKeys, (node) => {
    const test =
      node.type === 'IfStatement'
        ? node.test
        : node.type === 'SwitchStatement'
          ? node.discriminant
          : null;
    if (test) found ||= dependenceOf(test, answer, calls, module).onStatus;
  });
  return found;
}

/** The interval is ended by nothing but its answer: in its own callback, or when its page goes away. */
function areClearsOnAnswer(
  timer: Call,
  fn: FunctionNode,
  answer: Answer,
  calls: readonly Node[],
  { candidates, module }: FileView,
): boolean {
  const clears = candidates.calls.filter((call) => isTimer(call, 'clearInterval', module));
  const id = unwrap(timer.parent).type === 'VariableDeclarator' ? timer.parent : null;
  const isEscaping =
    id === null &&
    timer.parent.type !== 'ExpressionStatement' &&
    timer.parent.type !== 'AssignmentExpression';
  if (isEscaping) return false;
  const home = enclosingFunction(timer);
  return clears.every((clear) => {
    if (!isWithin(clear, fn)) {
      const isNear = home === null || isWithin(clear, home);
      return endsThePage(clear, module) || (isNear && isCleanup(clear, home));
    }
    if ([...ancestorsOf(clear)].some(({ type }) => type === 'CatchClause')) return true;
    const tests = [...testsBefore(clear, fn), ...testsOfLeaving(clear, fn)];
    return (
      tests.length > 0 && tests.every((test) => !dependenceOf(test, answer, calls, module).onOther)
    );
  });
}

/** The clean-up of an effect ends it, besides its answer. */
const endsWithPage = (timer: Call, fn: FunctionNode, { candidates, module }: FileView): boolean =>
  candidates.calls.some(
    (call) =>
      isTimer(call, 'clearInterval', module) &&
      !isWithin(call, fn) &&
      (endsThePage(call, module) || isCleanup(call, enclosingFunction(timer))),
  );

/** `onUnmounted(() => clearInterval(id))`, `ngOnDestroy() { clearInterval(this.id); }`. */
function endsThePage(clear: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(clear);
  if (fn?.parent.type === 'CallExpression' && fn.parent.callee !== fn) {
    const called = valueOf(fn.parent.callee, module);
    return called.kind === 'external' && pageEnds.has(called.path.at(-1) ?? '');
  }
  return fn?.parent.type === 'MethodDefinition' && pageEnds.has(keyName(fn.parent) ?? '');
}

/** `return () => clearInterval(id)` of an effect. */
function isCleanup(clear: Node, home: FunctionNode | null): boolean {
  const fn = enclosingFunction(clear);
  return fn !== null && fn !== home && (fn.parent.type === 'ReturnStatement' || fn.parent === home);
}

/** A test on something else than the answer ends the turn: it may end the interval elsewhere. */
function hasOtherWayOut(
  fn: FunctionNode,
  answer: Answer,
  calls: readonly Node[],
  module: SourceModule,
): boolean {
  let found = false;
  walk(fn.body, module.visitorKeys, (node) => {
    if (node.type !== 'IfStatement') return;
    const isOnClock = /Date\s*\.\s*now|performance|attempt|tries|deadline|elapsed|count|\+\+/i.test(
      textOf(node.test, module),
    );
    found ||= isOnClock && !dependenceOf(node.test, answer, calls, module).onStatus;
  });
  return found;
}
