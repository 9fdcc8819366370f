import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingClass, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin, within } from '../../ast/within.ts';
import { observableLibrary as streams } from '../../clients/observables.ts';
import { pageEnds } from '../../clients/page-ends.ts';
import { valueOf } from '../../values/evaluate.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { CallValue } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { evidenceAmong } from '../retry/code.ts';
import { answerOf, dependenceOf, testsBefore } from './answer.ts';
import type { Polling } from './polling.ts';
import { isAboutPayment, isRead, isSameEachTurn } from './turn.ts';

type Call = TSESTree.CallExpression;

/** Ticks of RxJS that read a status: `interval(3000).pipe(switchMap(() => get(url)), takeWhile(isPending))`. */
export function findPollingStreams(view: FileView): Polling[] {
  return view.candidates.calls.flatMap((call) =>
    call.type === 'CallExpression' ? (pollingOf(call, view) ?? []) : [],
  );
}

function pollingOf(pipe: Call, view: FileView): Polling | null {
  const { module } = view;
  const callee = unwrap(pipe.callee);
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'pipe') return null;
  const source = valueOf(callee.object, module);
  if (source.kind !== 'call' || !ticksForEver(source)) return null;
  const at = pipe.arguments.findIndex((each) => isOperator(each, streams.reads, module));
  const operator = pipe.arguments[at];
  const fn = operator && functionGiven(operator, module);
  if (!operator || !fn) return null;
  const calls = within(view.facts.apiCall, fn, ({ node }) => node).filter(
    (call) => isRead(call) && isSameEachTurn(call, fn, module),
  );
  if (calls.length === 0) return null;
  const ends = endsOf(pipe, at, calls, module);
  if (!ends.asksStatus) return null;
  return {
    node: operator.type === 'CallExpression' ? operator.callee : operator,
    form: 'stream',
    calls,
    isBounded: ends.isBounded,
    endsWithPage: ends.endsWithPage,
    isPayment: isAboutPayment(calls, pipe, module),
    pause: 'some',
    longestMs: null,
    evidence: evidenceAmong(calls),
  };
}

/** `interval(ms)`, `timer(0, ms)`; not `timer(ms)`, which ticks once. */
function ticksForEver({ callee, args }: CallValue): boolean {
  if (callee.kind !== 'external') return false;
  const every = streams.ticks[callee.path.at(-1) ?? ''];
  return (
    every !== undefined && streams.modules.includes(callee.source ?? '') && every < args.length
  );
}

const isOperator = (
  node: Node,
  names: readonly string[],
  module: SourceModule,
  modules = streams.modules,
): boolean =>
  node.type === 'CallExpression' && isExportOf(valueOf(node.callee, module), modules, names);

const functionGiven = (operator: Node, module: SourceModule): FunctionNode | null =>
  operator.type === 'CallExpression' ? ownFunction(operator.arguments[0], module) : null;

interface Ends {
  asksStatus: boolean;
  isBounded: boolean;
  endsWithPage: boolean;
}

/** What ends a stream: its operators, and whoever unsubscribes. */
function endsOf(pipe: Call, at: number, calls: readonly ApiCall[], module: SourceModule): Ends {
  const ends: Ends = { asksStatus: false, isBounded: false, endsWithPage: false };
  let isFiltered = false;
  for (const [index, operator] of pipe.arguments.entries()) {
    const is = (names: readonly string[]): boolean => isOperator(operator, names, module);
    if (index === at || is(streams.passes)) continue;
    if (index > at && is(streams.filters)) isFiltered ||= asks(operator, module).asksStatus;
    else if (index > at && is(streams.stops) && functionGiven(operator, module)) {
      const { asksStatus, isBounded } = asks(operator, module);
      ends.asksStatus ||= asksStatus;
      ends.isBounded ||= isBounded;
    } else if (isFiltered && is(streams.takes)) ends.asksStatus = true;
    else if (endsWithPage(operator, module)) ends.endsWithPage = true;
    else ends.isBounded = true;
  }
  noteSubscriber(pipe, ends, calls, module);
  return ends;
}

/** What the function of an operator asks the value for. */
function asks(operator: Node, module: SourceModule): Omit<Ends, 'endsWithPage'> {
  const fn = functionGiven(operator, module);
  const [value, ...others] = fn?.params ?? [];
  if (!fn || !value) return { asksStatus: false, isBounded: true };
  const answer = answerOf([], fn, module, targetsOf(value));
  const { onStatus, onOther } = dependenceOf(fn.body, answer, [], module);
  return { asksStatus: onStatus, isBounded: onOther || others.length > 0 };
}

/** `takeUntilDestroyed()`; `takeUntil(this.gone$)` where what runs when the page goes away speaks of it. */
function endsWithPage(operator: Node, module: SourceModule): boolean {
  const { names, modules } = streams.endsWithPage;
  if (isOperator(operator, names, module, modules)) return true;
  if (operator.type !== 'CallExpression') return false;
  const [until] = operator.arguments;
  const name = until?.type === 'MemberExpression' ? textOf(until, module) : '';
  return name !== '' && methodsAtEnd(operator).some((end) => textOf(end, module).includes(name));
}

/** The methods of the class around that run when its page goes away. */
const methodsAtEnd = (node: Node): Node[] =>
  enclosingClass(node)?.body.body.filter(
    (member) => member.type === 'MethodDefinition' && pageEnds.has(keyName(member) ?? ''),
  ) ?? [];

/** `const reading = ticks.pipe(…).subscribe((job) => { if (job.status === 'done') reading.unsubscribe(); })`. */
function noteSubscriber(
  pipe: Call,
  ends: Ends,
  calls: readonly ApiCall[],
  module: SourceModule,
): void {
  const subscribe = pipe.parent.type === 'MemberExpression' ? pipe.parent.parent : null;
  if (subscribe?.type !== 'CallExpression' || subscribe.callee !== pipe.parent) {
    // Whoever gets the stream ends it when its page goes away.
    ends.endsWithPage = true;
    return;
  }
  const kept = keeperOf(subscribe, module);
  for (const call of kept === null ? [] : module.calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || keyName(callee) !== 'unsubscribe') continue;
    if (textOf(unwrap(callee.object), module) !== kept) continue;
    const got = subscribe.arguments.find((argument) => isWithin(call, argument));
    if (got) noteTests(call, got, ends, calls, module);
    else if (methodsAtEnd(call).some((end) => isWithin(call, end))) ends.endsWithPage = true;
    else ends.isBounded = true;
  }
}

/** The text of what a subscription is kept in. */
function keeperOf({ parent }: Node, module: SourceModule): string | null {
  if (parent?.type === 'VariableDeclarator') return textOf(parent.id, module);
  return parent?.type === 'AssignmentExpression' ? textOf(parent.left, module) : null;
}

/** What is asked before a subscription ends itself. */
function noteTests(
  call: Node,
  subscriber: Node,
  ends: Ends,
  calls: readonly ApiCall[],
  module: SourceModule,
): void {
  const fn = subscriberOf(subscriber, module);
  const [value] = fn?.params ?? [];
  if (!fn || !value) return;
  const nodes = calls.map(({ node }) => node);
  const answer = answerOf(nodes, fn, module, targetsOf(value));
  const tests = testsBefore(call, fn);
  const found = tests.map((test) => dependenceOf(test, answer, nodes, module));
  ends.asksStatus ||= found.some(({ onStatus }) => onStatus);
  ends.isBounded ||= found.length === 0 || found.some(({ onOther }) => onOther);
}

/** The function that gets the values: given itself, or as `next`. */
function subscriberOf(subscriber: Node, { visitorKeys }: SourceModule): FunctionNode | null {
  if (isFunction(subscriber)) return subscriber;
  let found: FunctionNode | null = null;
  walk(subscriber, visitorKeys, (node) => {
    if (node.type !== 'Property' || keyName(node) !== 'next' || !isFunction(node.value)) return;
    found ??= node.value;
  });
  return found;
}
