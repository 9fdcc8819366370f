import type { TSESTree } from '@typescript-eslint/utils';
import type { Identifier, JSXIdentifier, Node } from './node.ts';

/**
 * Whether an identifier that neither declares a name nor is assigned to reads a variable: property
 * keys, labels, the outer names of imports and exports and names of types do not.
 */
export function readsVariable(node: Identifier | JSXIdentifier): boolean {
  return node.type === 'JSXIdentifier' ? jsxReadsVariable(node) : identifierReadsVariable(node);
}

function identifierReadsVariable(node: Identifier): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      return parent.value === node || parent.computed;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractMethodDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty':
      return parent.key !== node || parent.computed;
    case 'ExportSpecifier':
      return parent.local === node && exportsOwnValue(parent);
    case 'TSQualifiedName':
      return parent.left === node;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportSpecifier':
    case 'ImportAttribute':
    case 'ExportAllDeclaration':
    case 'TSModuleDeclaration':
    case 'TSNamespaceExportDeclaration':
      return false;
    case 'TSEnumMember':
    case 'FunctionExpression':
      return parent.id !== node;
    default:
      return true;
  }
}

function exportsOwnValue(specifier: TSESTree.ExportSpecifier): boolean {
  const { parent } = specifier;
  if (specifier.exportKind === 'type') return false;
  return parent.type === 'ExportNamedDeclaration' && !parent.source && parent.exportKind !== 'type';
}

function jsxReadsVariable(node: JSXIdentifier): boolean {
  const { parent } = node;
  if (parent.type === 'JSXMemberExpression') return parent.object === node && opens(parent);
  return parent.type === 'JSXOpeningElement' && !/^[a-z]/u.test(node.name);
}

function opens(member: Node): boolean {
  let outer = member;
  while (outer.parent?.type === 'JSXMemberExpression') outer = outer.parent;
  return outer.parent?.type === 'JSXOpeningElement';
}

const VALUE_NODES: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSModuleBlock',
  'TSParameterProperty',
  'TSImportEqualsDeclaration',
  'TSExternalModuleReference',
  'TSExportAssignment',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
  'TSQualifiedName',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
  'TSAbstractAccessorProperty',
]);

/** Whether a node stands in a type alone, so that nothing in it is read when the program runs. */
export function isTypeOnly(node: Node): boolean {
  return node.type.startsWith('TS') && !VALUE_NODES.has(node.type);
}

/** Whether an identifier names a type, as `AxiosInstance` in `api: AxiosInstance` does. */
export function namesType(node: Identifier | JSXIdentifier): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'TSTypeReference':
    case 'TSTypeQuery':
    case 'TSClassImplements':
    case 'TSInterfaceHeritage':
      return true;
    case 'TSQualifiedName':
      return parent.left === node;
    default:
      return false;
  }
}
