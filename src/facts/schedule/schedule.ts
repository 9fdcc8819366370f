import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import { isTimer, taskOf } from '../polling/interval.ts';
import { evidenceOf } from '../request/api-call.ts';
import type { Request } from '../request/request.ts';
import { requestAt } from '../request/request.ts';
import { callsThatSend, wrappedRequestAt } from '../request/wrapped-request.ts';
import { pausesOf } from './pauses.ts';
import type { Clock } from './scheduler.ts';
import { scheduledAt } from './scheduler.ts';
import type { Period } from './cron.ts';

/** A request that is sent again and again, by the clock. */
export interface Schedule extends Fact {
  /** The number or text that says how often. */
  readonly node: Node;
  readonly period: Period;
  readonly form: 'milliseconds' | 'cron' | 'units';
  readonly request: Request;
  /** What is written there can be changed without changing anything else. */
  readonly isOwn: boolean;
  /** Where the number is written: `node`, or the constant that only it reads. */
  readonly written: Node;
  readonly module: SourceModule;
}

/** What a clock runs: functions, and how often. */
export interface Scheduled {
  readonly clock: Clock;
  readonly tasks: readonly FunctionValue[];
}

/** The requests of a file that are sent by the clock. */
export function findSchedules(view: FileView): Schedule[] {
  const { module } = view;
  const found = [...scheduledIn(view), ...pausesOf(view)].flatMap(({ clock, tasks }) =>
    tasks.flatMap((task) => requestsIn(task).map((request) => schedule(clock, request, module))),
  );
  return found.sort((one, other) => one.node.range[0] - other.node.range[0]);
}

/** What timers and schedulers of a file run, where they can be told how often. */
export const scheduledIn = oncePer((view: FileView): readonly Scheduled[] =>
  view.candidates.calls.flatMap(
    (call) => timerAt(call, view.module) ?? scheduledAt(call, view) ?? [],
  ),
);

/** `setInterval(task, ms)`, and `setTimeout(task, ms)` in the task itself. */
function timerAt(call: Node, module: SourceModule): Scheduled | null {
  const isInterval = isTimer(call, 'setInterval', module);
  if (!isInterval && !isTimer(call, 'setTimeout', module)) return null;
  const timer = call as TSESTree.CallExpression;
  const delay = timer.arguments[1];
  const task = taskOf(timer, module) ?? importedTask(timer, module);
  if (!delay || !task) return null;
  const fn = 'kind' in task ? task : functionValue(task, module);
  if (!isInterval && !isWithin(timer, fn.node)) return null;
  const ms = quantityOf(valueOf(delay, module))?.value;
  if (ms === undefined) return null;
  return {
    clock: { node: delay, form: 'milliseconds', period: { leastMs: ms, mostMs: ms } },
    tasks: [fn],
  };
}

function importedTask(timer: TSESTree.CallExpression, module: SourceModule): FunctionValue | null {
  const [given] = timer.arguments;
  const value = given && !isFunction(given) ? valueOf(given, module) : null;
  return value?.kind === 'function' ? value : null;
}

const functionValue = (node: FunctionNode, module: SourceModule): FunctionValue => ({
  kind: 'function',
  node,
  module,
  frame: null,
});

/** The requests that a function sends, itself or through functions that it calls. */
function requestsIn({ node, module, frame }: FunctionValue): Request[] {
  const context = { module, frame };
  return callsThatSend(node, module).flatMap(
    (call) => requestAt(call, context) ?? wrappedRequestAt(call, context) ?? [],
  );
}

function schedule(clock: Clock, request: Request, module: SourceModule): Schedule {
  const { node } = clock;
  const written = writtenAt(node, module);
  return {
    ...clock,
    request,
    written: written ?? node,
    isOwn: node.type === 'Literal' || node.type === 'BinaryExpression' || written !== null,
    module,
    evidence: evidenceOf(request),
  };
}

/** The value of a constant of the file that is read nowhere else. */
function writtenAt(node: Node, { scopes }: SourceModule): Node | null {
  if (node.type !== 'Identifier') return null;
  const binding = scopes.bindingOf(node);
  const by = binding?.writes[0]?.by;
  const isSole = binding?.reads.length === 1 && binding.writes.length === 1;
  if (!isSole || by?.type !== 'VariableDeclarator' || by.id.type !== 'Identifier') return null;
  const init = by.init;
  return init?.type === 'Literal' || init?.type === 'BinaryExpression' ? init : null;
}
