import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import type { Scopes } from '../../ast/scope.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { parameterGiven } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { nameOf } from '../literal-place.ts';
import { leavesWhereEmpty, leavesWhereThere } from './refusal.ts';

/**
 * A look at all that an object holds, or at some by their names, leaves where one is empty:
 * `Object.values(config).every(Boolean)`, `REQUIRED.filter((name) => !config[name])`.
 */
export function isRefusedAmongAll(property: Node, module: SourceModule): boolean {
  const object = property.type === 'Property' ? property.parent : null;
  if (object?.type !== 'ObjectExpression') return false;
  const holder = wrapped(object);
  const binding = bindingGiven(holder, module.scopes);
  const name = keyName(property);
  return [holder, ...(binding?.reads ?? [])].some((read) =>
    placesOf(read, module).some((place) => isRefusedAt(place.read, name, place.module)),
  );
}

/** It is put among others that are all asked for there: `for (const each of [key, url]) if (!each) throw …`. */
export function isRefusedInList(read: Node, module: SourceModule): boolean {
  const { parent } = read;
  if (parent?.type === 'Property' && parent.value === read)
    return isRefusedAmongAll(parent, module);
  const round = parent?.type === 'ArrayExpression' ? roundOver(wrapped(parent)) : null;
  return round !== null && ends(round, readsOf(round.each, module), module);
}

/** Where an object is looked at: there, or in the function that it is handed to: `validate(config)`. */
function placesOf(
  read: Node,
  module: SourceModule,
): { readonly read: Node; readonly module: SourceModule }[] {
  const { parent } = read;
  const given =
    parent?.type === 'CallExpression' && parent.callee !== read
      ? parameterGiven(parent, read, module)
      : null;
  const inside = given ? (given.module.scopes.bindingOf(given.parameter)?.reads ?? []) : [];
  return [
    { read, module },
    ...(given ? inside.map((each) => ({ read: each, module: given.module })) : []),
  ];
}

/** Each of what an object holds, or of some by their names, is asked for at one of its reads. */
function isRefusedAt(read: Node, name: string | null, module: SourceModule): boolean {
  const list = read.parent;
  if (list?.type === 'MemberExpression' && list.object === read && name !== null) {
    const named = roundNaming(list, name, module);
    return named !== null && ends(named.round, [list], module);
  }
  if (list?.type !== 'CallExpression' || list.arguments[0] !== read) return false;
  const listed = list.callee.type === 'MemberExpression' ? keyName(list.callee) : null;
  if (listed !== 'entries' && listed !== 'values') return false;
  const round = roundOver(list);
  if (!round) return false;
  const value =
    listed === 'values'
      ? round.each
      : round.each?.type === 'ArrayPattern'
        ? round.each.elements[1]
        : null;
  return ends(round, readsOf(value ?? null, module), module);
}

const readsOf = (each: Node | null, { scopes }: SourceModule): readonly Node[] =>
  each?.type === 'Identifier' ? (scopes.bindingOf(each)?.reads ?? []) : [];

/**
 * A list with the variable's name is gone through before a read, and each is asked for:
 * `for (const name of REQUIRED) if (!process.env[name]) throw …`.
 */
export function asksForAll(
  member: Node,
  variable: string,
  read: Node,
  module: SourceModule,
): boolean {
  if (member.type !== 'MemberExpression' || !member.computed || nameOf(member.object) !== 'env')
    return false;
  const named = roundNaming(member, variable, module);
  if (!named || named.list.range[1] > read.range[0]) return false;
  const fn = enclosingFunction(named.list);
  return (fn === null || isWithin(read, fn)) && ends(named.round, [member], module);
}

/** The list that holds a name, where `object[each]` is asked for of each name in it. */
function roundNaming(
  { computed, property }: TSESTree.MemberExpression,
  name: string,
  module: SourceModule,
): { readonly list: Node; readonly round: Round } | null {
  const each = unwrap(property);
  const list = computed && each.type === 'Identifier' ? listOf(each, module.scopes) : null;
  const round = list && roundOver(list);
  if (!round) return null;
  const names = valueOf(list, module);
  const holdsName =
    names.kind === 'array' &&
    names.elements.some((one) => one.kind === 'literal' && one.value === name);
  return holdsName ? { list, round } : null;
}

/** What is gone through, where the name is that of each: `REQUIRED` of `REQUIRED.filter((name) => …)`. */
function listOf(name: TSESTree.Identifier, scopes: Scopes): Node | null {
  const declared = scopes.bindingOf(name)?.declarations[0];
  const holder = declared?.parent;
  if (holder?.type === 'VariableDeclarator') {
    const loop = holder.parent.parent;
    return loop.type === 'ForOfStatement' ? loop.right : null;
  }
  const call = holder && isFunction(holder) ? holder.parent : null;
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression'
    ? call.callee.object
    : null;
}

/** A list that is gone through. */
interface Round {
  /** What each is called; null where a function is named. */
  readonly each: Node | null;
  /** The call that goes through it, `list.some(…)`; null for a loop. */
  readonly call: TSESTree.CallExpression | null;
}

function roundOver(list: Node): Round | null {
  const { parent } = list;
  if (parent?.type === 'ForOfStatement' && parent.right === list)
    return parent.left.type === 'VariableDeclaration'
      ? { each: parent.left.declarations[0].id, call: null }
      : null;
  const call = parent?.type === 'MemberExpression' && parent.object === list ? parent.parent : null;
  if (call?.type !== 'CallExpression' || call.callee !== parent) return null;
  const [fn] = call.arguments;
  return { each: fn && isFunction(fn) ? (fn.params[0] ?? null) : null, call };
}

/** The round, or what is made of what it found, ends the program where one is empty. */
function ends({ call }: Round, reads: readonly Node[], module: SourceModule): boolean {
  switch (call && keyName(call.callee)) {
    case null:
    case 'forEach':
      return reads.some((read) => leavesWhereEmpty(read, module));
    case 'every':
      return call !== null && leavesWhereEmpty(call, module);
    case 'some':
      return call !== null && leavesWhereThere(call, module.scopes);
    case 'includes':
      return call !== null && isOfNothing(call, module) && leavesWhereThere(call, module.scopes);
    case 'filter':
      return call !== null && isAskedForSome(call, module);
    default:
      return false;
  }
}

/** `values.includes('')`, `values.includes(undefined)`. */
function isOfNothing(
  { arguments: [asked] }: TSESTree.CallExpression,
  module: SourceModule,
): boolean {
  const value = asked && valueOf(asked, module);
  return value?.kind === 'literal' && (value.value ?? '') === '';
}

/** `const missing = names.filter(…).map(…); if (missing.length > 0) throw …`. */
function isAskedForSome(filter: Node, { scopes }: SourceModule): boolean {
  let found = filter;
  for (let { parent } = found; parent; { parent } = found) {
    const isChained = parent.type === 'MemberExpression' && parent.object === found;
    const isCalled = parent.type === 'CallExpression' && parent.callee === found;
    if (!isCalled && !(isChained && parent.parent?.type === 'CallExpression')) break;
    found = parent;
  }
  const kept = bindingGiven(found, scopes)?.reads ?? [found];
  return kept.some((read) => leavesWhereThere(read, scopes));
}
