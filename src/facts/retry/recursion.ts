import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import type { Binding } from '../../ast/scope.ts';
import { isWithin, nodesWithin, within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { behindKeeper } from '../kept-function.ts';
import { NOT_KNOWN } from '../rehearsal/rehearsal.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { argumentFor } from '../rehearsal/scope.ts';
import { codeRetry } from './code.ts';
import { goesThroughData } from './over-data.ts';
import { mayBeSent } from './requests.ts';
import type { Retry } from './shape.ts';

/** Functions that call themselves again after a request failed. */
export function findRecursions(view: FileView): Retry[] {
  const seen = new Set<FunctionNode>();
  const calledIn = oncePer((helper: FunctionNode) => functionsCalledIn(helper, view));
  return view.candidates.calls.flatMap((call) => {
    const fn = call.type === 'CallExpression' ? calledAround(call, view, calledIn) : null;
    if (!fn || seen.has(fn)) return [];
    seen.add(fn);
    const sent = within(view.facts.apiCall, fn, ({ node }) => node);
    if (goesThroughData(fn, sent, view.module)) return [];
    const given = givenFromOutside(fn, view);
    const scene: Scene = (run, scope) => {
      for (const [binding, value] of given)
        scope.variables.set(binding, argumentFor(binding, value, scope));
      if (fn.body.type !== 'BlockStatement') return run.evaluate(fn.body, scope);
      run.execute(fn.body, scope);
      return NOT_KNOWN;
    };
    return codeRetry(view, { root: fn, head: call.callee, form: 'recursion', scene }) ?? [];
  });
}

/** The numbers that its first call gives a function, where all calls from outside of it give the same: `attempt(0)`. */
function givenFromOutside(fn: FunctionNode, view: FileView): ReadonlyMap<Binding, Value> {
  const { module } = view;
  const outside = (callsByFunction(view).get(fn) ?? []).filter((call) => !isWithin(call, fn));
  const given = new Map<Binding, Value>();
  for (const [index, parameter] of fn.params.entries()) {
    const binding = parameter.type === 'Identifier' ? module.scopes.bindingOf(parameter) : null;
    const values = outside.map(({ arguments: each }) => valueAt(each, index, module));
    const [first] = values;
    const isSame = values.every((value) => value?.value === first?.value);
    if (binding && first && isSame) given.set(binding, first);
  }
  return given;
}

function valueAt(
  given: TSESTree.CallExpression['arguments'],
  index: number,
  module: SourceModule,
): Literal | null {
  const argument = given.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')
    ? undefined
    : given[index];
  const value = argument && valueOf(argument, module);
  return value?.kind === 'literal' && typeof value.value === 'number' ? value : null;
}

const callsByFunction = oncePer(({ candidates, module }: FileView) => {
  const calls = new Map<FunctionNode, TSESTree.CallExpression[]>();
  for (const call of candidates.calls) {
    const callee = call.type === 'CallExpression' ? valueOf(call.callee, module) : null;
    if (call.type !== 'CallExpression' || callee?.kind !== 'function') continue;
    calls.set(callee.node, [...(calls.get(callee.node) ?? []), call]);
  }
  return calls;
});

type Literal = Extract<Value, { kind: 'literal' }>;

/** The function around a call that the call calls, itself or by way of another, where anything in it may be a request. */
function calledAround(
  call: TSESTree.CallExpression,
  view: FileView,
  calledIn: (helper: FunctionNode) => readonly FunctionNode[],
): FunctionNode | null {
  const around = [...ancestorsOf(call)].filter((node) => isFunction(node));
  const outermost = around.at(-1);
  const found = outermost ? again(call, around, view, calledIn) : null;
  // That anything may be sent is dear to find out, and few functions call themselves.
  return found && outermost && nodesWithin(mayBeSent(view), outermost).length > 0 ? found : null;
}

/** The one of the functions around a call that it calls, itself or by way of another. */
function again(
  call: TSESTree.CallExpression,
  around: readonly FunctionNode[],
  view: FileView,
  calledIn: (helper: FunctionNode) => readonly FunctionNode[],
): FunctionNode | null {
  const callee = behindKeeper(valueOf(call.callee, view.module));
  if (callee.kind !== 'function') return runLater(call, callee, around, view);
  if (around.includes(callee.node)) return callee.node;
  // `return waitAndTry(url, left)` in `load`, where `waitAndTry` calls `load`.
  const called = callee.module === view.module ? calledIn(callee.node) : [];
  const found = called.find((fn) => around.includes(fn)) ?? null;
  // One of them sends, and says when: the other is where that one goes on after some of the errors.
  const isAside = found !== null && !sendsItself(found, view) && sendsItself(callee.node, view);
  return isAside ? null : found;
}

/** It sends a request or runs what it was handed, by no function of the file. */
const sendsItself = (fn: FunctionNode, view: FileView): boolean =>
  nodesWithin(mayBeSent(view), fn).some(
    ({ callee }) => behindKeeper(valueOf(callee, view.module)).kind !== 'function',
  );

/** `setTimeout(attempt, 1000)`, `wait(1000).then(attempt)` in `attempt`. */
function runLater(
  { callee, arguments: [first] }: TSESTree.CallExpression,
  called: Value,
  around: readonly FunctionNode[],
  { module }: FileView,
): FunctionNode | null {
  const runs =
    globalName(called) === 'setTimeout' ||
    (callee.type === 'MemberExpression' && keyName(callee) === 'then');
  const task = runs && first?.type === 'Identifier' ? valueOf(first, module) : null;
  return task?.kind === 'function' && around.includes(task.node) ? task.node : null;
}

/** The functions that one calls, each once. */
function functionsCalledIn(helper: FunctionNode, { module, candidates }: FileView): FunctionNode[] {
  const called = nodesWithin(candidates.calls, helper).flatMap(({ callee }) => {
    const value = behindKeeper(valueOf(callee, module));
    return value.kind === 'function' ? [value.node] : [];
  });
  return [...new Set(called)];
}
