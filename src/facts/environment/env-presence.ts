import type { TSESTree } from '@typescript-eslint/utils';
import { literalLast } from '../../ast/comparison.ts';
import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { member, valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { soleValueOf } from '../../values/written-for.ts';

/** What a test asks to be there, and whether it is where the test comes out true. */
export interface Presence {
  /** What is looked at: the value itself, or the object that is searched for a name. */
  readonly node: Node;
  readonly asked: Value;
  readonly isThere: boolean;
}

/** `x`, `!x`, `x !== undefined`, `typeof x === 'string'`, `'X' in process.env`. */
export function presenceIn(test: TSESTree.Expression, module: SourceModule): Presence {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const { isThere, ...presence } = presenceIn(inner.argument, module);
    return { ...presence, isThere: !isThere };
  }
  const behind = conditionBehind(inner, module);
  if (behind) return presenceIn(behind, module);
  const plain = { node: inner, asked: valueOf(inner, module), isThere: true };
  if (inner.type !== 'BinaryExpression') return plain;
  return (inner.operator === 'in' ? memberIn(inner, module) : comparedIn(inner, module)) ?? plain;
}

/** `isMissing`, `isMissing()`: the condition that a name or a function of this file stands for. */
function conditionBehind(node: Node, module: SourceModule): TSESTree.Expression | null {
  const stood = node.type === 'Identifier' ? onlyValue(node, module) : returnedBy(node, module);
  const condition = stood && unwrap(stood);
  return condition?.type === 'BinaryExpression' ||
    (condition?.type === 'UnaryExpression' && condition.operator === '!')
    ? condition
    : null;
}

function onlyValue(name: TSESTree.Identifier, { scopes }: SourceModule): Node | null {
  const binding = scopes.bindingOf(name);
  return binding && soleValueOf(binding);
}

function returnedBy(call: Node, module: SourceModule): Node | null {
  if (call.type !== 'CallExpression' || call.arguments.length > 0) return null;
  const fn = valueOf(call.callee, module);
  if (fn.kind !== 'function' || fn.module !== module) return null;
  const [value, ...others] = returnsOf(fn.node);
  return value && others.length === 0 ? value : null;
}

function memberIn(
  { left, right }: TSESTree.BinaryExpression,
  module: SourceModule,
): Presence | null {
  const name = valueOf(left, module);
  return isString(name)
    ? { node: right, asked: member(valueOf(right, module), name.value), isThere: true }
    : null;
}

function comparedIn(node: TSESTree.BinaryExpression, module: SourceModule): Presence | null {
  if (!/^[!=]==?$/.test(node.operator)) return null;
  const { left, operator, right } = literalLast(node);
  const isSame = !operator.startsWith('!');
  const other = valueOf(right, module);
  if (other.kind !== 'literal') return null;
  if (left.type === 'UnaryExpression' && left.operator === 'typeof')
    return other.value === 'string' || other.value === 'undefined'
      ? {
          node: left.argument,
          asked: valueOf(left.argument, module),
          isThere: isSame === (other.value === 'string'),
        }
      : null;
  return (other.value ?? '') === ''
    ? { node: left, asked: valueOf(left, module), isThere: !isSame }
    : null;
}
