import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  enclosingClass,
  enclosingFunction,
  isClass,
  isFunction,
  isMemberOfThis,
  keyName,
  wrapped,
} from '../../ast/node.ts';
import { callsByName } from '../../ast/hand-over.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import type { Binding, Scopes } from '../../ast/scope.ts';
import { within } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { enumAround } from '../../values/enums.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isEnvironmentName } from '../environment/env-purpose.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf } from '../literal-place.ts';

/** Where a file reads what is kept in a variable, a field of a class, a member of an enum or of an object. */
export function readsOf({ holder, name }: LiteralPlace, view: FileView): readonly Node[] {
  const { scopes } = view.module;
  switch (holder.type) {
    case 'PropertyDefinition': {
      const owner = holder.parent.parent;
      const byThis = membersOfThis(owner, name, view);
      return holder.static
        ? [...byThis, ...membersOf(bindingOfClass(owner, scopes), name)]
        : byThis;
    }
    case 'TSEnumMember': {
      const owner = holder.parent.type === 'TSEnumBody' ? holder.parent.parent : holder.parent;
      return owner.type === 'TSEnumDeclaration' ? membersOf(scopes.bindingOf(owner.id), name) : [];
    }
    case 'Property':
      return membersOf(bindingGiven(wrapped(holder.parent), scopes), name);
    case 'VariableDeclarator':
      return readsOfName(holder.id, scopes);
    case 'AssignmentPattern':
      return readsOfName(holder.left, scopes);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return callsOfFunction(holder, scopes);
    case 'AssignmentExpression':
      return isMemberOfThis(holder.left)
        ? readsOfSetMember(holder.left, view)
        : readsOfName(holder.left, scopes);
    default:
      return [];
  }
}

/** `base()`, for a function that gives it back. */
function callsOfFunction(returning: Node, scopes: Scopes): readonly Node[] {
  const fn = isFunction(returning) ? returning : enclosingFunction(returning);
  return fn ? callsByName(fn, scopes) : [];
}

const membersOfThis = (
  owner: Node,
  name: string | null,
  { candidates }: FileView,
): TSESTree.MemberExpression[] =>
  within(candidates.members, owner, (member) => member).filter(
    (member) => isMemberOfThis(member) && keyName(member) === name,
  );

/** Where a class reads a member that it sets at one place only. */
function readsOfSetMember(left: TSESTree.MemberExpression, view: FileView): readonly Node[] {
  const owner = enclosingClass(left);
  const others = owner
    ? membersOfThis(owner, keyName(left), view).filter((each) => each !== left)
    : [];
  return others.some(isSet) ? [] : others;
}

const isSet = (member: Node): boolean =>
  member.parent?.type === 'AssignmentExpression' && member.parent.left === member;

const readsOfName = (name: Node, scopes: Scopes): readonly Node[] =>
  name.type === 'Identifier' ? (scopes.bindingOf(name)?.reads ?? []) : [];

function bindingOfClass(owner: Node, scopes: Scopes): Binding | null {
  const isNamed = owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression';
  return isNamed && owner.id ? scopes.bindingOf(owner.id) : bindingGiven(owner, scopes);
}

/** `owner.name`, wherever the owner is read, and `owner[key]`, which may be it. */
const membersOf = (owner: Binding | null, name: string | null): Node[] =>
  name === null
    ? []
    : allMembersOf(owner).filter((member) => keyName(member) === name || isPicking(member));

const allMembersOf = (owner: Binding | null): TSESTree.MemberExpression[] =>
  (owner?.reads ?? []).flatMap((read) =>
    read.parent.type === 'MemberExpression' && read.parent.object === read ? [read.parent] : [],
  );

/** `owner[key]` */
const isPicking = (member: TSESTree.MemberExpression): boolean =>
  member.computed && keyName(member) === null;

/**
 * `HOSTS.test`, `Host.Test`, where nothing reads another entry of the table: what it holds for others
 * is not used. Other files may read those of one that is exported, and what is named for an
 * environment is for that alone.
 */
export function isOnlyEntryRead({ holder, name }: LiteralPlace, { module }: FileView): boolean {
  const table = name === null ? null : tableOf(holder, module);
  const reads = table?.reads ?? [];
  const isExported = module.exports.names.some((each) => {
    const found = module.exports.get(each);
    return found && 'local' in found && table?.declarations.some((name) => name === found.local);
  });
  return (
    reads.length > 0 &&
    reads.every(({ parent }) => parent.type === 'MemberExpression' && keyName(parent) === name) &&
    !(isExported && reads.some(isNamedForEnvironment))
  );
}

function tableOf(holder: Node, { scopes }: SourceModule): Binding | null {
  if (holder.type === 'Property') return bindingGiven(wrapped(holder.parent), scopes);
  const declared = holder.type === 'TSEnumMember' ? enumAround(holder) : null;
  return declared && scopes.bindingOf(declared.id);
}

/** Written in a function, a class or a variable whose name says which environment it is for. */
const isNamedForEnvironment = (read: Node): boolean =>
  [...ancestorsOf(read)].some((above) => {
    const name = above.type === 'VariableDeclarator' ? nameOf(above.id) : declaredNameOf(above);
    return wordsOf(name ?? '').some(isEnvironmentName);
  });

function declaredNameOf(node: Node): string | null {
  if (node.type === 'MethodDefinition' || node.type === 'Property') return keyName(node);
  return isFunction(node) || isClass(node) ? (node.id?.name ?? null) : null;
}

/** `HOSTS[stage]`, and no read of the entry by its name: which one it is, is decided at run time. */
export function isPickedByKey({ holder, name }: LiteralPlace, { module }: FileView): boolean {
  if (holder.type !== 'Property' || name === null) return false;
  const members = allMembersOf(bindingGiven(wrapped(holder.parent), module.scopes));
  return members.some(isPicking) && !members.some((member) => keyName(member) === name);
}
