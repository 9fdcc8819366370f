import type { LoopNode, Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isLoop,
  keyName,
  unwrap,
} from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { evidenceAmong } from '../retry/code.ts';
import { someIn } from '../retry/loop.ts';
import type { Answer } from './answer.ts';
import { answerOf, dependenceOf, testsBefore, testsOfLeaving } from './answer.ts';
import { durationOf } from './duration.ts';
import {
  isAboutPayment,
  isLimitedOutside,
  isRead,
  isSameEachTurn,
  isRepeatedAfterFailure,
} from './turn.ts';
import type { Polling } from './polling.ts';
import { pauseIn } from './pause.ts';

/** Loops that read a status until it is what they wait for. */
export function findPollingLoops(view: FileView): Polling[] {
  return view.candidates.loops.flatMap((loop) => {
    if (loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') return [];
    const calls = view.facts.apiCall.filter((call) => isTurnOf(loop, call, view));
    if (calls.length === 0) return [];
    const found = exitsOf(loop, calls, view.module);
    if (!found.asksStatus) return [];
    const pause = pauseIn(loop.body, calls, view.module);
    return [
      {
        node: headOf(loop),
        form: 'loop' as const,
        calls,
        isBounded: found.isBounded || calls.some((call) => isLimitedOutside(call, loop, view)),
        pause: pause.kind,
        endsWithPage: false,
        isPayment: isAboutPayment(calls, loop, view.module),
        longestMs: durationOf(loop, pause.ms, view.module),
        evidence: evidenceAmong(calls),
      },
    ];
  });
}

function headOf(loop: LoopNode): Node {
  if (loop.type === 'WhileStatement' || loop.type === 'DoWhileStatement') return loop.test;
  return loop.type === 'ForStatement' ? (loop.init ?? loop.test ?? loop) : loop;
}

/** A read that each turn of the loop sends in the same way. */
function isTurnOf(loop: LoopNode, call: ApiCall, view: FileView): boolean {
  if (call.loop !== loop || call.isStream || !isRead(call)) return false;
  if (enclosingFunction(loop)?.generator) return false;
  return isSameEachTurn(call, loop, view.module) && !isRepeatedAfterFailure(call, view);
}

interface Exits {
  readonly asksStatus: boolean;
  readonly isBounded: boolean;
}

function exitsOf(loop: LoopNode, calls: readonly ApiCall[], module: SourceModule): Exits {
  const nodes = calls.map(({ node }) => node);
  const answer: Answer = answerOf(nodes, loop, module);
  const tests = exitTests(loop, module);
  const found = tests.map((each) => each.map((test) => dependenceOf(test, answer, nodes, module)));
  const asksStatus = found.some((each) => each.some(({ onStatus }) => onStatus));
  const isBounded = found.some((each) => each.length === 0 || each.some(({ onOther }) => onOther));
  return {
    asksStatus,
    isBounded:
      isBounded || isCounted(loop) || isInterrupted(loop, module) || isEndedElsewhere(loop, module),
  };
}

/** `while (this.waiting)`, `while (open.current)`, and another function sets it: a button, the end of a page. */
function isEndedElsewhere(loop: LoopNode, module: SourceModule): boolean {
  const test = 'test' in loop && loop.test ? unwrap(loop.test) : null;
  if (test?.type !== 'MemberExpression') return false;
  const asked = textOf(test, module);
  const fn = enclosingFunction(loop);
  return module.memberWrites.some(
    ({ left }) => textOf(left, module) === asked && enclosingFunction(left) !== fn,
  );
}

/** `for (let i = 0; i < 30; i++)`. */
const isCounted = (loop: LoopNode): boolean =>
  loop.type === 'ForStatement' && loop.test !== null && loop.update !== null;

/** A signal that is asked to throw, a pause that it ends. */
const isInterrupted = (loop: LoopNode, module: SourceModule): boolean =>
  someIn(loop.body, module, (node) => {
    if (node.type === 'MemberExpression')
      return /^(?:throwIfAborted|aborted)$/.test(keyName(node) ?? '');
    return node.type === 'Property' && keyName(node) === 'signal' && !isInRequest(node);
  });

const isInRequest = (node: Node): boolean =>
  [...ancestorsOf(node)].some(
    (above) => above.type === 'CallExpression' && /fetch|get|request/i.test(nameOf(above.callee)),
  );

function nameOf(callee: Node): string {
  const called = unwrap(callee);
  if (called.type === 'Identifier') return called.name;
  return called.type === 'MemberExpression' ? (keyName(called) ?? '') : '';
}

/** For each way out of a loop, the tests that lead there: none for one that is always gone. */
function exitTests(loop: LoopNode, module: SourceModule): Node[][] {
  const test = 'test' in loop ? loop.test : null;
  const own = test && !isAlways(test, module) ? [[test]] : [];
  const exits: Node[] = [];
  walk(loop.body, module.visitorKeys, (node) => {
    if (isFunction(node) || node.type === 'CatchClause') return 'skip';
    if (node.type === 'ReturnStatement' || node.type === 'ThrowStatement') exits.push(node);
    if (node.type === 'BreakStatement' && leavesLoop(node, loop)) exits.push(node);
    return undefined;
  });
  const inside = exits.map((exit) => {
    const tests = testsBefore(exit, loop.body);
    return tests.length > 0 ? tests : testsOfLeaving(exit, loop.body);
  });
  return [...own, ...inside];
}

function isAlways(test: Node, module: SourceModule): boolean {
  const value = valueOf(test, module);
  return value.kind === 'literal' && Boolean(value.value) && test.type !== 'Identifier';
}

function leavesLoop(node: Extract<Node, { type: 'BreakStatement' }>, loop: LoopNode): boolean {
  if (node.label) return true;
  for (const above of ancestorsOf(node)) {
    if (above === loop) return true;
    if (above.type === 'SwitchStatement' || isLoop(above)) return false;
  }
  return true;
}
