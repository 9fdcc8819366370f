import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { evidenceAmong } from '../retry/code.ts';
import { answerOf, dependenceOf, testsBefore } from './answer.ts';
import { isTimer, taskOf } from './interval.ts';
import { pauseIn } from './pause.ts';
import type { Polling } from './polling.ts';
import {
  isAboutPayment,
  isLimitedOutside,
  isRead,
  isRepeatedAfterFailure,
  isSameEachTurn,
} from './turn.ts';

type Call = TSESTree.CallExpression;

/** Functions that read a status and call themselves again until it is what they wait for. */
export function findPollingRecursions(view: FileView): Polling[] {
  const { candidates, module } = view;
  const seen = new Set<FunctionNode>();
  return candidates.calls.flatMap((call) => {
    const fn = call.type === 'CallExpression' ? repeatedBy(call, module) : null;
    if (!fn || seen.has(fn) || call.type !== 'CallExpression') return [];
    seen.add(fn);
    return pollingOf(fn, call, view) ?? [];
  });
}

/** The function around a call that the call runs again, now or by a timer. */
function repeatedBy(call: Call, module: SourceModule): FunctionNode | null {
  const around = [...ancestorsOf(call)].filter((node) => isFunction(node));
  if (around.length === 0) return null;
  const called = isTimer(call, 'setTimeout', module)
    ? taskOf(call, module)
    : ownFunction(call.callee, module);
  return called && around.includes(called) ? called : null;
}

function pollingOf(fn: FunctionNode, again: Call, view: FileView): Polling | null {
  const { facts, module } = view;
  const isInCatch = [...ancestorsOf(again)].some(
    (above) => above.type === 'CatchClause' && isWithin(above, fn),
  );
  if (isInCatch || changes(again, module)) return null;
  const calls = facts.apiCall.filter(
    (call) =>
      isWithin(call.node, fn) &&
      call.node !== again &&
      isRead(call) &&
      isSameEachTurn(call, fn, module) &&
      !isRepeatedAfterFailure(call, view),
  );
  if (calls.length === 0) return null;
  const nodes = calls.map(({ node }) => node);
  const answer = answerOf(nodes, fn, module);
  const tests = waysIn(fn, again, module).map((each) =>
    each.map((test) => dependenceOf(test, answer, nodes, module)),
  );
  if (!tests.some((each) => each.some(({ onStatus }) => onStatus))) return null;
  return {
    node: again.callee,
    form: 'recursion',
    calls,
    isBounded:
      tests.some((each) => each.some(({ onOther }) => onOther)) ||
      calls.some((call) => isLimitedOutside(call, fn, view)),
    pause: pauseIn(fn.body, calls, module).kind,
    endsWithPage: false,
    isPayment: isAboutPayment(calls, again, module),
    longestMs: null,
    evidence: evidenceAmong(calls),
  };
}

/** The next turn is given a count or another page: `poll(id, attempt + 1)`, `read(rows.length)`. */
const changes = (call: Call, module: SourceModule): boolean =>
  call.arguments.some((argument) => {
    if (isFunction(argument) || valueOf(argument, module).kind === 'literal') return false;
    const text = textOf(argument, module);
    return argument.type !== 'Identifier' && /[+\-*]|next|cursor|\.(?:length|size)$/.test(text);
  });

/** The tests before the next turn, and those of the ways out before it. */
function waysIn(fn: FunctionNode, again: Call, module: SourceModule): Node[][] {
  const exits: Node[][] = [testsBefore(again, fn)];
  const around = new Set([...ancestorsOf(again)].filter((above) => isWithin(above, fn)));
  walk(fn.body, module.visitorKeys, (node) => {
    if (node.type !== 'ReturnStatement' && node.type !== 'ThrowStatement') return;
    const left = enclosingFunction(node);
    if (left === null || !around.has(left)) return;
    if (!isWithin(again, node)) exits.push(testsBefore(node, fn));
  });
  return exits.filter((tests) => tests.length > 0);
}
