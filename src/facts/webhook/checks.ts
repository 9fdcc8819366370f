import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import type { FunctionSearch } from '../through-functions.ts';
import { throughFunctions } from '../through-functions.ts';
import { asksForDifferences, gathersDifferences } from './differences.ts';
import { helperInputs } from './inputs.ts';
import { functionOf } from './site.ts';
import { FROM_BODY, FROM_DIGEST, FROM_HEADER, FROM_SECRET } from './origin-bits.ts';
import { Origins } from './origins.ts';
import { isTakenForAnswer } from './promised.ts';
import { isForwarding, isPlatform, nameOfCallee, takesRequest } from './unread-calls.ts';
import { isOfVerifier, saysVerify, verifierOf } from './verifiers.ts';
import { isSignatureHeader } from './words.ts';

/** A place that verifies. */
export type Check =
  /** Throws or rejects when the signature is wrong. */
  | { readonly node: Node; readonly does: 'throw' }
  /** Is truthy, or has this property, when the signature is right. */
  | { readonly node: Node; readonly does: 'answer'; readonly property: string | null }
  /** Equal, when the signature is right. */
  | { readonly node: TSESTree.BinaryExpression; readonly does: 'compare' }
  /** A function of the project that verifies inside. */
  | { readonly node: Node; readonly does: 'help'; readonly helper: Checked }
  /** May verify: its text can't be read. */
  | { readonly node: Node; readonly does: 'unknown' }
  /** Gives a promise of the answer, which is taken for the answer: always true. */
  | { readonly node: Node; readonly does: 'promise' };

/** A function with the checks in it. */
export interface Checked {
  readonly origins: Origins;
  readonly checks: ReadonlyMap<Node, Check>;
}

/** Helpers that call helpers are followed this deep. */
const DEEPEST = 3;

export function checked(origins: Origins): Checked {
  const checks = new Map<Node, Check>();
  const { fn, module } = origins;
  walk(fn, module.visitorKeys, (node) => {
    const check = checkAt(node, origins);
    if (check) checks.set(node, check);
  });
  return { origins, checks };
}

/** What a function of the project verifies; null where it verifies nothing. */
const helperChecks: FunctionSearch<Checked | null> = throughFunctions(
  DEEPEST,
  null,
  (node, module) => {
    const inner = checked(new Origins(helperInputs(node, module)));
    return inner.checks.size > 0 ? inner : null;
  },
);

function checkAt(node: Node, origins: Origins): Check | null {
  if (node.type === 'BinaryExpression') {
    if (isVerifyingComparison(node, origins)) return { node, does: 'compare' };
    return asksOfSignature(node, origins) ? { node, does: 'unknown' } : null;
  }
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return gathersDifferences(node.argument, origins)
      ? { node, does: 'answer', property: null }
      : null;
  if (node.type === 'NewExpression' || node.type === 'CallExpression')
    return checkOfCall(node, origins);
  return null;
}

const EQUALITY: ReadonlySet<string> = new Set(['===', '!==', '==', '!=']);

function isVerifyingComparison(node: TSESTree.BinaryExpression, origins: Origins): boolean {
  if (!EQUALITY.has(node.operator)) return false;
  if (asksForDifferences(node.left, node.right, origins)) return true;
  if (isFixed(node.left, origins) || isFixed(node.right, origins)) return false;
  const [left, right] = [origins.of(node.left), origins.of(node.right)];
  if (((left | right) & FROM_DIGEST) !== 0) return !isLength(node.left) && !isLength(node.right);
  const sent = FROM_HEADER | FROM_BODY;
  return (
    ((left & FROM_SECRET) !== 0 && (right & sent) !== 0) ||
    ((right & FROM_SECRET) !== 0 && (left & sent) !== 0)
  );
}

/** The signature's header is held against something whose text can't be read. */
function asksOfSignature({ left, right, operator }: TSESTree.BinaryExpression, origins: Origins) {
  if (!EQUALITY.has(operator) || isFixed(left, origins) || isFixed(right, origins)) return false;
  return [left, right].some((side) => {
    origins.of(side);
    return isSignatureHeader(origins.headers.get(unwrap(side)) ?? '');
  });
}

const isLength = (node: Node): boolean =>
  unwrap(node).type === 'MemberExpression' &&
  /^(?:byteL|l)ength$/.test(keyName(unwrap(node)) ?? '');

function isFixed(node: Node, { module }: Origins): boolean {
  const inner = unwrap(node);
  if (inner.type === 'UnaryExpression') return true;
  return valueOf(inner, module).kind === 'literal';
}

/** Methods that compare what they are called on, or their arguments. */
const COMPARING: ReadonlySet<string> = new Set([
  'equals',
  'compare',
  'includes',
  'indexOf',
  'localeCompare',
  'has',
  'startsWith',
  'endsWith',
]);

function checkOfCall(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  origins: Origins,
): Check | null {
  const callee = valueOf(node.callee, origins.module);
  const use = verifierOf(callee);
  if (use?.does === 'digest') return null;
  if (use?.does === 'answer')
    return use.promised && isTakenForAnswer(node, origins.module)
      ? { node, does: 'promise' }
      : { node, does: 'answer', property: use.property };
  if (use?.does === 'equate') return checkByEquality(node, origins);
  if (use) return { node, does: 'throw' };
  if (node.type === 'NewExpression') return null;
  if (comparesDigest(node, origins)) return { node, does: 'answer', property: null };
  return checkByFunction(node, callee, origins);
}

/** `isEqual(digest, signature)` answers, `assert.equal(digest, signature)` throws. */
function checkByEquality(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  origins: Origins,
): Check | null {
  if (!node.arguments.some((part) => origins.has(part, FROM_DIGEST))) return null;
  return node.parent.type === 'ExpressionStatement'
    ? { node, does: 'throw' }
    : { node, does: 'answer', property: null };
}

function comparesDigest(node: TSESTree.CallExpression, origins: Origins): boolean {
  if (node.callee.type !== 'MemberExpression' || !COMPARING.has(keyName(node.callee) ?? ''))
    return false;
  return [node.callee.object, ...node.arguments].some((part) => origins.has(part, FROM_DIGEST));
}

/** It is told who asks: `shop.change(req.headers.authorization, id)`. */
const isTold = ({ arguments: given }: TSESTree.CallExpression, origins: Origins): boolean =>
  given.some((argument) => {
    origins.of(argument.type === 'SpreadElement' ? argument.argument : argument);
    return /^authorization$/i.test(origins.headers.get(unwrap(argument)) ?? '');
  });

function checkByFunction(
  node: TSESTree.CallExpression,
  callee: Value,
  origins: Origins,
): Check | null {
  const fn = functionOf(callee);
  if (fn) {
    if (fn.node === origins.fn) return null;
    const helper = helperChecks(fn.node, fn.module);
    if (helper && fn.node.async && isTakenForAnswer(node, origins.module))
      return { node, does: 'promise' };
    if (helper) return { node, does: 'help', helper };
    return isTold(node, origins) ? { node, does: 'unknown' } : null;
  }
  if (isOfVerifier(callee) || (isPlatform(callee) && !isForwarding(node, origins))) return null;
  return saysVerify(nameOfCallee(node, callee)) || takesRequest(node, callee, origins)
    ? { node, does: 'unknown' }
    : null;
}
