import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { isStrongSecret } from './sensitive-name.ts';

/** The field by which the type of a parameter or variable, as this file writes it, shows that it holds a secret. */
export function secretDeclaredFor(node: Node, { module }: FileView): string | null {
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  for (const { typeAnnotation } of binding?.declarations ?? []) {
    const type = typeAnnotation?.typeAnnotation;
    const members = type ? membersOf(type, module) : [];
    const names = members.map((member) =>
      member.type === 'TSPropertySignature' ? (keyName(member) ?? '') : '',
    );
    const found = names.find(isStrongSecret);
    if (found !== undefined) return found;
  }
  return null;
}

function membersOf(type: TSESTree.TypeNode, module: SourceModule): readonly TSESTree.TypeElement[] {
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return [];
  const { name } = type.typeName;
  for (const statement of module.program.body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'TSInterfaceDeclaration' && declaration.id.name === name)
      return declaration.body.body;
    if (declaration?.type === 'TSTypeAliasDeclaration' && declaration.id.name === name)
      return declaration.typeAnnotation.type === 'TSTypeLiteral'
        ? declaration.typeAnnotation.members
        : [];
  }
  return [];
}
