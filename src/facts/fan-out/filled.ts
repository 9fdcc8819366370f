import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isLoop, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { soleValueOf } from '../../values/written-for.ts';
import type { Bound } from './bound.ts';
import { bounded, UNKNOWN_BOUND } from './bound.ts';

/**
 * How many items a list gets that begins with what is written and is filled by `push` alone: each
 * outside of loops adds what it is given, one in a loop that counts to a number adds a few. Null where
 * nothing bounds it.
 */
export function boundOfFilled(list: TSESTree.Identifier, module: SourceModule): Bound | null {
  const binding = module.scopes.bindingOf(list);
  const made = binding ? soleValueOf(binding) : null;
  if (!binding || made?.type !== 'ArrayExpression') return null;
  if (made.elements.some((each) => each?.type === 'SpreadElement')) return null;
  let count = made.elements.length;
  let isFew = false;
  for (const read of binding.reads) {
    const call = callOn(read);
    if (!call) continue;
    if (keyName(call.callee) !== 'push' || enclosingFunction(call) !== enclosingFunction(made))
      return null;
    const loop = [...ancestorsOf(call)].find((above) => isLoop(above) && !isAround(above, made));
    if (loop && !isCounted(loop, module)) return null;
    isFew ||= loop !== undefined;
    count += call.arguments.length;
  }
  return isFew ? UNKNOWN_BOUND : bounded(count);
}

const isAround = (outer: Node, inner: Node): boolean =>
  outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];

const FILLING: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'fill']);

/** The call of a method that puts something into a list. */
function callOn(read: Node): TSESTree.CallExpression | null {
  const member = read.parent;
  if (member?.type !== 'MemberExpression' || member.object !== read) return null;
  const call = member.parent;
  const isFilling = call.type === 'CallExpression' && call.callee === member;
  return isFilling && FILLING.has(keyName(member) ?? '') ? call : null;
}

/** `for (let n = 0; n < 6; n++)`, or by steps of the length divided by a number: `n += Math.ceil(list.length / workers)`. */
function isCounted(loop: Node, module: SourceModule): boolean {
  if (loop.type !== 'ForStatement') return false;
  const { test, update } = loop;
  if (test?.type === 'BinaryExpression' && /^<=?$/.test(test.operator)) {
    const end = valueOf(test.right, module);
    if (end.kind === 'literal' && typeof end.value === 'number') return true;
  }
  return update?.type === 'AssignmentExpression' && isShare(update.right, module);
}

/** `Math.ceil(list.length / workers)`. */
function isShare(step: Node, module: SourceModule): boolean {
  const binding = step.type === 'Identifier' ? module.scopes.bindingOf(step) : null;
  let inner = unwrap((binding && soleValueOf(binding)) ?? step);
  if (inner.type === 'CallExpression' && inner.arguments[0]) inner = unwrap(inner.arguments[0]);
  return (
    inner.type === 'BinaryExpression' &&
    inner.operator === '/' &&
    keyName(unwrap(inner.left)) === 'length'
  );
}
