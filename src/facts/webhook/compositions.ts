import type { TSESTree } from '@typescript-eslint/utils';
import type { Outcome } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { promiseGiving } from '../../ast/hand-over.ts';
import { isFunction, keyName } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { Checked } from './checks.ts';
import { mentionsCheck } from './places.ts';

/** Asks a part of an expression the same: whether it proves a right signature when it comes out so. */
export type Again = (part: Node, as: Outcome, at?: readonly string[]) => boolean;

export function logicalProves(
  { operator, left, right }: TSESTree.LogicalExpression,
  outcome: Outcome,
  again: Again,
): boolean {
  const either = operator === (outcome === 'truthy' ? '&&' : '||');
  const [first, second] = [again(left, outcome), again(right, outcome)];
  return either ? first || second : first && second;
}

/** `ok === true`, `result !== 'valid'`, `order !== 0`. */
export function comparisonProves(
  node: TSESTree.BinaryExpression,
  outcome: Outcome,
  inside: Checked,
  again: Again,
): boolean {
  const { module } = inside.origins;
  for (const [side, other] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const value = valueOf(other, module);
    if (value.kind !== 'literal') continue;
    const equal = (node.operator === '===' || node.operator === '==') === (outcome === 'truthy');
    // `compare(a, b) === 0` and `indexOf(x) !== -1`: which number means right is not followed up.
    if (typeof value.value === 'number' || typeof value.value === 'string')
      return again(side, 'truthy') || again(side, 'falsy');
    return again(side, equal === Boolean(value.value) ? 'truthy' : 'falsy');
  }
  return false;
}

/** A name proves what all that was written to it proves; a write that can't have come out this way proves anything. */
export function nameProves(
  node: TSESTree.Identifier,
  outcome: Outcome,
  inside: Checked,
  again: Again,
  path: readonly string[],
): boolean {
  const { module } = inside.origins;
  const binding = module.scopes.bindingOf(node);
  if (!binding) return false;
  if (binding.kind === 'param' && binding.writes.length === 0) {
    const promise = promiseOf(binding);
    return promise !== null && mentionsCheck(promise, inside) && again(promise, outcome, path);
  }
  if (binding.writes.length === 0) return false;
  const own = binding.writes.map(({ by, target }) => {
    if (by.type === 'AssignmentExpression') return again(by.right, outcome, path);
    if (by.type !== 'VariableDeclarator' || !by.init) return false;
    const property = by.id === target ? [] : [keyName(target.parent) ?? target.name];
    return again(by.init, outcome, [...property, ...path]);
  });
  const mentions = binding.writes.some(({ by }) => mentionsCheck(by, inside));
  return mentions && own.every(Boolean);
}

/** What gives the parameter of a callback: `verify(…).then((ok) => …)`. */
function promiseOf({ declarations: [name] }: Binding): Node | null {
  const fn = name?.parent;
  return name && isFunction(fn) ? promiseGiving(name, fn) : null;
}

/** `return { valid: timingSafeEqual(a, b) }`, asked for `valid`. */
export function partProves(
  node: TSESTree.ObjectExpression,
  outcome: Outcome,
  inside: Checked,
  again: Again,
  path: readonly string[],
): boolean {
  if (path.length === 0) return outcome === 'falsy' || mentionsCheck(node, inside);
  const { module } = inside.origins;
  const found = attributeAt(valueOf(node, module), path);
  if (found.state === 'absent') return outcome === 'truthy';
  if (found.state !== 'known' || found.value.module !== module) return false;
  if (found.value.kind === 'literal') return Boolean(found.value.value) !== (outcome === 'truthy');
  return again(found.node.type === 'Property' ? found.node.value : found.value.node, outcome, []);
}

/** `Boolean(x)`, `signatures.some((s) => equal(s))`, `verify().then((ok) => ok)`. */
export function callProves(
  node: TSESTree.CallExpression,
  outcome: Outcome,
  inside: Checked,
  again: Again,
): boolean {
  const callback = node.arguments.find((argument) => isFunction(argument));
  if (callback && mentionsCheck(callback, inside))
    return isFunction(callback) && outcome === 'truthy';
  if (node.callee.type === 'MemberExpression' && mentionsCheck(node.callee.object, inside))
    return again(node.callee.object, outcome);
  return node.arguments.some(
    (argument) => mentionsCheck(argument, inside) && again(argument, outcome),
  );
}
