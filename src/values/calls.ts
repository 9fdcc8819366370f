import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../ast/node.ts';
import { returnsOf } from '../ast/returns.ts';
import { isWithin } from '../ast/within.ts';
import { choice } from './choices.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { MAX_DEPTH } from './evaluation.ts';
import { callOfPlatform } from './platform.ts';
import { declaredAs } from './types.ts';
import type { Frame, FunctionValue, Place, Value } from './value.ts';

/** The arguments of a call, and from which index on a spread hides them. */
export function argumentsOf(
  evaluation: Evaluation,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  context: Context,
): { args: Value[]; openFrom: number } {
  const spread = node.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  const given = spread < 0 ? node.arguments : node.arguments.slice(0, spread);
  return {
    args: given.map((argument) => evaluation.valueOf(argument, context)),
    openFrom: spread < 0 ? Infinity : spread,
  };
}

/** The result of a call: of a platform function, of a small function whose text is at hand, else null. */
export function call(
  evaluation: Evaluation,
  callee: Value,
  args: readonly Value[],
  place: Place,
  caller: Frame | null,
): Value | null {
  const known = callOfPlatform(evaluation, callee, args, place);
  if (known) return known;
  return callee.kind === 'function' ? resultOf(evaluation, callee, args, place, caller) : null;
}

/** A function with more returns than this is not followed; further in, one with more than one. */
const MOST_RETURNS = 3;
const DEEPEST_CHOICE = 2;

/** What a function gives back at its few returns; null where it has more, or loops back. */
function resultOf(
  evaluation: Evaluation,
  fn: FunctionValue,
  args: readonly Value[],
  place: Place,
  caller: Frame | null,
): Value | null {
  const depth = Math.max(caller?.depth ?? 0, fn.frame?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH || fn.node.generator || hasRest(fn.node)) return null;
  const returned = returnsOf(fn.node);
  const most = depth > DEEPEST_CHOICE ? 1 : MOST_RETURNS;
  if (returned.length === 0 || returned.length > most) return null;
  const frame: Frame = { fn: fn.node, args, self: fn.frame?.self ?? null, depth, outer: fn.frame };
  const values = returned.map((node) => evaluation.valueOf(node, { module: fn.module, frame }));
  const [only] = values;
  const given =
    values.length === 1 && only ? computedAt(only, fn, place) : choice('returns', values, place);
  const value = declaredAs(evaluation, given, fn.node, { module: fn.module, frame: null });
  if (value.kind === 'unknown') return null;
  return fn.node.async && value.kind !== 'awaited'
    ? { ...place, kind: 'awaited', of: value }
    : value;
}

/** `seconds(90)`: a number that a function does nothing but work out of its arguments is written at the call. */
function computedAt(value: Value, { node: fn }: FunctionValue, place: Place): Value {
  const isNumber = value.kind === 'literal' && typeof value.value === 'number';
  if (!isNumber || fn.params.length === 0 || value.node.type === 'Literal') return value;
  const does = fn.body.type === 'BlockStatement' ? fn.body.body.length : 1;
  return does === 1 && isWithin(value.node, fn) ? { ...value, ...place } : value;
}

const hasRest = (fn: FunctionNode): boolean =>
  fn.params.some((parameter) => parameter.type === 'RestElement');
