import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import type { Binding } from '../../ast/scope.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import { argumentsIn, valueIn } from '../../values/evaluate.ts';
import type { Context } from '../../values/evaluation.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Frame, FunctionValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { behindKeeper } from '../kept-function.ts';
import type { FunctionSearch } from '../through-functions.ts';
import { throughFunctions } from '../through-functions.ts';
import { isGivenBack } from './given-back.ts';
import { isPassedBy } from './known-branch.ts';
import type { Request } from './request.ts';
import { requestAt } from './request.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Wrappers are followed this deep: a service calls a client class, which calls a library. */
const DEEPEST = 4;

/**
 * The request that calling a function of this project sends, with the arguments put in: its URL,
 * method and body are those of the call. Null where the function sends none, or several.
 */
export function wrappedRequestAt(node: Call, context: Context): Request | null {
  if (node.type !== 'CallExpression') return null;
  return requestThrough(node, context, 0);
}

function requestThrough(node: Call, context: Context, depth: number): Request | null {
  const fn = functionOf(valueIn(node.callee, context));
  if (!fn || depth >= DEEPEST || (context.frame && context.frame.fn === fn.node)) return null;
  const sending = callsThatSend(fn.node, fn.module);
  if (sending.length === 0) return null;
  const { args, openFrom } = argumentsIn(node, context);
  if (openFrom < Infinity) return null;
  const frame: Frame = {
    fn: fn.node,
    args,
    self: fn.frame?.self ?? selfOf(node, context),
    depth: depth + 1,
    outer: fn.frame,
  };
  const inner: Context = { module: fn.module, frame };
  const [only, ...others] = mainSendings(sending, fn, inner);
  if (!only || others.length > 0) return null;
  return requestAt(only, inner) ?? requestThrough(only, inner, depth + 1);
}

/**
 * The calls in a function that send what it is there to send: where several do, those that it comes
 * to with these arguments, and of those the ones that are given something that the function was
 * given. A token or a first knock at the door is got without.
 */
function mainSendings(
  sending: readonly Call[],
  { node, module }: FunctionValue,
  inner: Context,
): readonly Call[] {
  if (sending.length < 2) return sending;
  const reached = sending.filter((call) => !isPassedBy(call, node, inner));
  if (reached.length < 2) return reached;
  return reached.filter((call) =>
    node.params
      .flatMap((parameter) => targetsOf(parameter))
      .some((target) => isReadIn(module.scopes.bindingOf(target), call.arguments, module)),
  );
}

/** A name is read in some nodes, by itself or in what makes another name that is. */
function isReadIn(
  binding: Binding | null,
  nodes: readonly Node[],
  module: SourceModule,
  depth = 2,
): boolean {
  return (binding?.reads ?? []).some((read) => {
    if (nodes.some((node) => isWithin(read, node))) return true;
    const made = [...ancestorsOf(read)].find(({ type }) => type === 'VariableDeclarator');
    return (
      depth > 0 &&
      made?.type === 'VariableDeclarator' &&
      targetsOf(made.id).some((name) =>
        isReadIn(module.scopes.bindingOf(name), nodes, module, depth - 1),
      )
    );
  });
}

function selfOf(node: Call, context: Context): Value | null {
  const callee = node.callee;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return null;
  const self = valueIn(callee.object, context);
  return self.kind === 'call' || self.kind === 'typed' ? self : null;
}

function functionOf(callee: Value): FunctionValue | null {
  const [only, ...others] = [...alternatives(behindKeeper(callee))].filter(
    (option) => option.kind === 'function',
  );
  return only?.kind === 'function' && others.length === 0 ? only : null;
}

/**
 * The calls in a function, callbacks in it included, that send a request, themselves or through
 * wrappers; without those in a function that it only gives back.
 */
export const callsThatSend: FunctionSearch<readonly Call[]> = throughFunctions(
  DEEPEST,
  [],
  (fn, module) => {
    const context: Context = { module, frame: null };
    return nodesWithin(module.calls, fn).filter((call) => {
      if (requestAt(call, context) === null) {
        const inner = call.type === 'CallExpression' && functionOf(valueIn(call.callee, context));
        if (!inner || callsThatSend(inner.node, inner.module).length === 0) return false;
      }
      return !isGivenBack(call, fn, module);
    });
  },
);
