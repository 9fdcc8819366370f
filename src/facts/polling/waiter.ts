import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { within } from '../../ast/within.ts';
import type { PollerUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import { ownFunction } from '../../values/own-function.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { ABSENT } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { evidenceAmong } from '../retry/code.ts';
import { answerOf, dependenceOf } from './answer.ts';
import { pollerUses } from './poller.ts';
import type { Polling } from './polling.ts';
import { isAboutPayment, isLimitedOutside, isSameEachTurn } from './turn.ts';

type Wait = Extract<PollerUse, { does: 'wait' }>;

/** Waits of libraries for a status: `pWaitFor(async () => (await read()).status === 'done')`. */
export function findWaiters(view: FileView): Polling[] {
  return pollerUses(view).flatMap(({ call, use }) =>
    use.does === 'wait' ? (pollingOf(call, use, view) ?? []) : [],
  );
}

function pollingOf(call: TSESTree.CallExpression, use: Wait, view: FileView): Polling | null {
  const { facts, module } = view;
  const fn = ownFunction(call.arguments[use.condition], module);
  if (!fn) return null;
  const calls = within(facts.apiCall, fn, ({ node }) => node).filter((each) =>
    isSameEachTurn(each, fn, module),
  );
  const nodes = calls.map(({ node }) => node);
  const answer = answerOf(nodes, fn, module);
  const found = givenBackBy(fn, module).map((test) => dependenceOf(test, answer, nodes, module));
  if (!found.some(({ onStatus }) => onStatus)) return null;
  const limit = limitOf(call.arguments[use.options], use, module);
  return {
    node: call.callee,
    form: 'wait',
    calls,
    isBounded:
      limit.isBounded ||
      found.some(({ onOther }) => onOther) ||
      calls.some((each) => isLimitedOutside(each, call, view)),
    endsWithPage: false,
    isPayment: isAboutPayment(calls, call, module),
    pause: 'some',
    longestMs: limit.ms,
    evidence: evidenceAmong(calls),
  };
}

/** What a function gives back. */
function givenBackBy(fn: FunctionNode, { visitorKeys }: SourceModule): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  walk(fn.body, visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    if (node.type === 'IfStatement') found.push(node.test);
    return undefined;
  });
  return found;
}

interface Limit {
  readonly isBounded: boolean;
  readonly ms: number | null;
}

function limitOf(options: Node | undefined, use: Wait, module: SourceModule): Limit {
  const value: Value | null = options ? valueOf(options, module) : null;
  const at = (path: string) => (value ? attributeAt(value, path.split('.')) : ABSENT);
  const limits = use.timeoutMs.map(at);
  const ms = limits
    .map((limit) => (limit.state === 'known' ? (quantityOf(limit.value)?.value ?? null) : null))
    .find((number) => number !== null);
  if (ms !== undefined && ms !== null)
    return ms === Number.POSITIVE_INFINITY ? NO_LIMIT : { isBounded: true, ms };
  const isUnset = [...limits, ...use.ends.map(at)].every(({ state }) => state === 'absent');
  return isUnset ? NO_LIMIT : { isBounded: true, ms: null };
}

const NO_LIMIT: Limit = { isBounded: false, ms: null };
