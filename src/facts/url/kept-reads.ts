import type { Node } from '../../ast/node.ts';
import { keyName, wrapped } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import type { Binding, Scopes } from '../../ast/scope.ts';
import { within } from '../../ast/within.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';

/** Where a file reads what is kept in a variable, a field of a class, a member of an enum or of an object. */
export function readsOf({ holder, name }: LiteralPlace, view: FileView): readonly Node[] {
  const { scopes } = view.module;
  switch (holder.type) {
    case 'PropertyDefinition': {
      const owner = holder.parent.parent;
      const byThis = within(view.candidates.members, owner, (member) => member).filter(
        (member) => member.object.type === 'ThisExpression' && keyName(member) === name,
      );
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
    case 'AssignmentExpression':
      return readsOfName(holder.left, scopes);
    default:
      return [];
  }
}

const readsOfName = (name: Node, scopes: Scopes): readonly Node[] =>
  name.type === 'Identifier' ? (scopes.bindingOf(name)?.reads ?? []) : [];

function bindingOfClass(owner: Node, scopes: Scopes): Binding | null {
  const isNamed = owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression';
  return isNamed && owner.id ? scopes.bindingOf(owner.id) : bindingGiven(owner, scopes);
}

/** `owner.name`, wherever the owner is read. */
const membersOf = (owner: Binding | null, name: string | null): Node[] =>
  (owner?.reads ?? []).flatMap((read) => {
    const { parent } = read;
    const isMember = parent.type === 'MemberExpression' && parent.object === read;
    return isMember && name !== null && keyName(parent) === name ? [parent] : [];
  });
