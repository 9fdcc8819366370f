import type { TSESTree } from '@typescript-eslint/utils';
import { targetsOf } from '../ast/pattern.ts';
import type { Identifier } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import type { Entry, Place, Value } from './value.ts';

/** `namespace Api { export const host = … }` as an object of what it exports. */
export function tsNamespaceOf(
  evaluation: Evaluation,
  node: TSESTree.TSModuleDeclaration,
  context: Context,
  place: Place,
): Value {
  const { body } = node;
  if (body?.type !== 'TSModuleBlock') return { ...place, kind: 'unknown' };
  const entries = body.body.flatMap(declaredNames).map((name): Entry => ({
    kind: 'property',
    name: name.name,
    node: name,
    value: () => evaluation.valueOf(name, context),
  }));
  return { ...place, kind: 'object', entries, open: true };
}

function declaredNames(statement: TSESTree.ProgramStatement): Identifier[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => targetsOf(id));
  }
  const id = declaration && 'id' in declaration ? declaration.id : null;
  return id?.type === 'Identifier' ? [id] : [];
}
