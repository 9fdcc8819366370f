import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { ancestorsOf, keyName } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import type { Entry, ObjectValue, Place, Value } from './value.ts';

/** An enum as an object of its members; those without an initializer count on from the one before. */
export function enumOf(
  evaluation: Evaluation,
  node: TSESTree.TSEnumDeclaration,
  context: Context,
  place: Place,
): ObjectValue {
  const { module } = context;
  let written: Node | null = null;
  let offset = -1;
  const entries = node.body.members.map((member): Entry => {
    offset = member.initializer ? 0 : offset + 1;
    written = member.initializer ?? written;
    const [from, steps] = [written, offset];
    const value = () =>
      counted(from && evaluation.valueOf(from, context), steps, { node: member, module });
    return { kind: 'property', name: keyName(member) ?? '', node: member, value };
  });
  return { ...place, kind: 'object', entries, open: false };
}

function counted(from: Value | null, steps: number, place: Place): Value {
  if (!from) return { ...place, kind: 'literal', value: steps };
  if (steps === 0) return from;
  if (from.kind !== 'literal' || typeof from.value !== 'number')
    return { ...place, kind: 'unknown' };
  return { ...place, kind: 'literal', value: from.value + steps };
}

/** The enum in whose initializers a name stands that no scope declares: it may be a member. */
export function enumAround(node: Node): TSESTree.TSEnumDeclaration | null {
  for (const above of ancestorsOf(node)) {
    if (above.type === 'TSEnumDeclaration') return above;
    if (above.type.endsWith('Statement') || above.type === 'VariableDeclaration') return null;
  }
  return null;
}
