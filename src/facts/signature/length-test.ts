import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { FROM_HASH, FROM_MAC } from './bits.ts';
import type { Comparison } from './comparison.ts';
import { calledName } from './containers.ts';
import { callsOf } from './parameters.ts';
import { sourcesOf } from './sources.ts';
import { firstValueOf } from '../../values/written-for.ts';

/** Whether a comparison that throws where the lengths differ may get sides of different lengths, uncaught. */
export function mayThrow(comparison: Comparison, module: SourceModule): boolean {
  const { node, left, right } = comparison;
  if (isFixedLength(left, module) && isFixedLength(right, module)) return false;
  if (mentionsLength(left) || mentionsLength(right)) return false;
  return !isGuarded(node, module, 0);
}

/** A hash has one length, and so has what was copied or padded to one. */
function isFixedLength(wrapped: Node, module: SourceModule, depth = 0): boolean {
  const node = unwrap(wrapped);
  if (depth > 5) return false;
  if (node.type === 'AwaitExpression') return isFixedLength(node.argument, module, depth + 1);
  if (node.type === 'CallExpression') {
    if (/^(?:alloc|allocUnsafe|pad\w*|timingSafe\w*|hash\w*|sha\d+)$/.test(calledName(node)))
      return true;
    const [first] = node.arguments;
    const copies = /^(?:from|encode)$/.test(calledName(node)) && first !== undefined;
    if (copies && first.type !== 'SpreadElement' && isFixedLength(first, module, depth + 1))
      return true;
  }
  if (node.type === 'Identifier') {
    const writes = module.scopes.bindingOf(node)?.writes ?? [];
    const inits = writes.map(({ by, target }) =>
      by.type === 'VariableDeclarator' && by.id === target ? by.init : null,
    );
    if (inits.length > 0)
      return inits.every((init) => init !== null && isFixedLength(init, module, depth + 1));
  }
  return (sourcesOf(module).of(node) & (FROM_MAC | FROM_HASH)) !== 0;
}

/** `given.subarray(0, wanted.length)`. */
function mentionsLength(side: Node): boolean {
  let found = false;
  walk(side, undefined, (node) => {
    if (node.type === 'MemberExpression' && /^(?:byteL|l)ength$/.test(keyName(node) ?? ''))
      found = true;
  });
  return found;
}

/** In a `try` that has a `catch`, behind a test of lengths; or every call of the function is. */
function isGuarded(node: Node, module: SourceModule, depth: number): boolean {
  if (isCaught(node)) return true;
  for (let place: Node = node; ;) {
    const fn = enclosingFunction(place);
    if (!fn) return false;
    if (isTested(place, fn, module)) return true;
    if (isMethodOfOther(fn)) return true;
    if (fn.parent.type !== 'CallExpression') return depth < 2 && isCalledGuarded(fn, module, depth);
    place = fn;
  }
}

/** `schema.methods.verify = function () {…}`: nobody can tell from where it is called, and in what. */
const isMethodOfOther = ({ parent }: FunctionNode): boolean =>
  parent.type === 'AssignmentExpression' &&
  parent.left.type === 'MemberExpression' &&
  unwrap(parent.left.object).type === 'MemberExpression' &&
  !/^(?:prototype|exports)$/.test(keyName(unwrap(parent.left.object)) ?? '');

function isCalledGuarded(fn: FunctionNode, module: SourceModule, depth: number): boolean {
  const calls = callsOf(fn, module);
  return calls.length > 0 && calls.every((call) => isGuarded(call, module, depth + 1));
}

function isCaught(node: Node): boolean {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'TryStatement' && above.block === inner && above.handler) return true;
    // `verify().catch(…)` is not looked for: a callback runs where its caller does.
    if (isFunction(above) && above.parent.type !== 'CallExpression') return false;
    inner = above;
  }
  return false;
}

const testsByFunction = new WeakMap<FunctionNode, Node[]>();

/** Tests of a function that look at a length, or at the form of a text. */
function testsOf(fn: FunctionNode, module: SourceModule): Node[] {
  const known = testsByFunction.get(fn);
  if (known) return known;
  const tests: Node[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    if (node.type === 'BinaryExpression' && looksAtLength(node, module)) tests.push(node);
    if (node.type === 'CallExpression' && /^(?:test|match|exec)$/.test(calledName(node)))
      tests.push(node);
    if (
      node.type === 'CallExpression' &&
      /length/i.test(calledName(node)) &&
      calledName(node) !== 'byteLength'
    )
      tests.push(node);
    return undefined;
  });
  testsByFunction.set(fn, tests);
  return tests;
}

function looksAtLength(node: TSESTree.BinaryExpression, module: SourceModule): boolean {
  const sides = [node.left, node.right];
  if (sides.some(isSmallCount)) return false;
  return sides.some((side) => {
    const inner = unwrap(side);
    if (inner.type === 'CallExpression') return calledName(inner) === 'byteLength';
    if (inner.type === 'MemberExpression') return /^(?:byteL|l)ength$/.test(keyName(inner) ?? '');
    if (inner.type !== 'Identifier') return false;
    const binding = module.scopes.bindingOf(inner);
    const init = binding && firstValueOf(binding);
    return init?.type === 'MemberExpression' && /^(?:byteL|l)ength$/.test(keyName(init) ?? '');
  });
}

/** `parts.length !== 2`, `header.length > 0`: no signature is so short. */
const isSmallCount = (side: Node): boolean =>
  side.type === 'Literal' && typeof side.value === 'number' && side.value < SHORTEST;

const SHORTEST = 16;

function isTested(place: Node, fn: FunctionNode, module: SourceModule): boolean {
  const tests = testsOf(fn, module);
  return tests.length > 0 && controlFlowOf(fn, module.visitorKeys).everyPathTo(place, tests);
}
