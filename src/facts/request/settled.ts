import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import { isWithin } from '../../ast/within.ts';
import { returnsOf } from '../../ast/returns.ts';
import { soleValueOf } from '../../values/written-for.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';

type Call = TSESTree.CallExpression;

/** From a promise to where it is settled it is handed on this often. */
const DEEPEST = 12;

/**
 * The `Promise.allSettled` that the promise of a call is given to, by itself or by a task that waits
 * for it: its failure becomes an entry of the result, and is thrown nowhere. Null where it is given
 * to none.
 */
export function settledBy(promise: Node, module: SourceModule, depth = 0): Call | null {
  if (depth > DEEPEST) return null;
  const node = wrapped(promise);
  const call = callOf(node);
  if (call?.arguments[0] === node && isAllSettled(call, module)) return call;
  for (const next of handedOnTo(node, module)) {
    const settled = settledBy(next, module, depth + 1);
    if (settled) return settled;
  }
  return null;
}

/** `Promise.allSettled` in a part of the program makes the failure of a call an entry of a list. */
export function isSettledIn(part: Node, call: Node, module: SourceModule): boolean {
  const settled = settledBy(call, module);
  return settled !== null && isWithin(settled, part);
}

const callOf = ({ parent }: Node): Call | null =>
  parent?.type === 'CallExpression' ? parent : null;

const isAllSettled = (node: Node, module: SourceModule): node is Call =>
  node.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  keyName(node.callee) === 'allSettled' &&
  globalName(valueOf(node.callee, module)) === 'Promise.allSettled';

/** What holds a promise, or fails as it does. */
function handedOnTo(node: Node, { scopes }: SourceModule): readonly Node[] {
  const { parent } = node;
  switch (parent?.type) {
    case 'ArrayExpression':
    case 'SpreadElement':
      return [parent];
    case 'ConditionalExpression':
      return parent.test === node ? [] : [parent];
    case 'MemberExpression':
      return parent.object === node ? linkOf(parent) : [];
    case 'ArrowFunctionExpression':
      return parent.body === node ? runOf(parent) : [];
    case 'AwaitExpression':
    case 'ReturnStatement':
      return runOf(enclosingFunction(node));
    case 'VariableDeclarator':
      return bindingGiven(node, scopes)?.reads ?? [];
    case 'CallExpression':
      return parent.arguments[0] === node ? pushedOn(parent, scopes) : [];
    default:
      return [];
  }
}

/** Methods that hand failures on: of a promise, and of a list of promises. */
const LINKS: ReadonlySet<string> = new Set(['then', 'finally', 'concat', 'filter', 'flat']);

function linkOf(member: TSESTree.MemberExpression): Node[] {
  const call = callOf(wrapped(member));
  const isLink = call !== null && LINKS.has(keyName(member) ?? '') && call.arguments.length < 2;
  return isLink ? [call] : [];
}

/** The list that a function fills by a promise for each entry, or the call of one that is called where it stands. */
function runOf(fn: Node | null): Node[] {
  const call = fn && callOf(wrapped(fn));
  if (!call) return [];
  const callee = unwrap(call.callee);
  if (callee === fn) return [call];
  const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
  return name === 'map' || name === 'flatMap' || name === 'from' ? [call] : [];
}

/** `tasks.push(send(order))` */
function pushedOn({ callee }: Call, scopes: SourceModule['scopes']): readonly Node[] {
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'push') return [];
  const list = unwrap(callee.object);
  const reads = (list.type === 'Identifier' && scopes.bindingOf(list)?.reads) || [];
  return reads.filter((read) => read !== list);
}

/** The `Promise.allSettled` whose entries an expression lists: `results`, `results.filter(…)`, `await Promise.allSettled(…)`. */
export function settledIn(list: Node, module: SourceModule, depth = 0): Call | null {
  const node = unwrap(list);
  if (depth > DEEPEST) return null;
  if (isAllSettled(node, module)) return node;
  const before = listBehind(node, module);
  return before && settledIn(before, module, depth + 1);
}

function listBehind(node: Node, module: SourceModule): Node | null {
  if (node.type === 'AwaitExpression') return node.argument;
  if (node.type === 'Identifier') {
    const binding = module.scopes.bindingOf(node);
    return binding && soleValueOf(binding);
  }
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
  if (callee?.type === 'MemberExpression' && keyName(callee) === 'filter') return callee.object;
  return callee && givenBackBy(callee, module);
}

/** What a function of the file gives back in every case. */
function givenBackBy(callee: Node, module: SourceModule): Node | null {
  const called = valueOf(callee, module);
  if (called.kind !== 'function' || called.module !== module) return null;
  const [only, ...others] = returnsOf(called.node);
  return only && others.length === 0 ? only : null;
}

/** The `Promise.allSettled` of whose entries a name, or the pattern it stands in, is one; null for any other name. */
export function settledAs(entry: Node, module: SourceModule): Call | null {
  const list = listTaken(entry) ?? listGoneOver(entry);
  return list && settledIn(list, module);
}

/** `const [first, second] = list` */
function listTaken({ parent }: Node): Node | null {
  const taken = parent?.type === 'ArrayPattern' ? parent.parent : null;
  return taken?.type === 'VariableDeclarator' && taken.id === parent ? taken.init : null;
}

/** `for (const entry of list)`, `list.forEach((entry) => …)`. */
function listGoneOver(entry: Node): Node | null {
  const { parent } = entry;
  if (parent?.type === 'VariableDeclarator') {
    const loop = parent.parent.parent;
    return loop.type === 'ForOfStatement' && loop.left === parent.parent ? loop.right : null;
  }
  if (!isFunction(parent) || parent.params[0] !== entry) return null;
  const call = callOf(parent);
  const callee = call && call.arguments[0] === parent ? unwrap(call.callee) : null;
  return callee?.type === 'MemberExpression' && EACH.has(keyName(callee) ?? '')
    ? callee.object
    : null;
}

const EACH: ReadonlySet<string> = new Set(['forEach', 'map', 'filter', 'flatMap', 'some', 'find']);
