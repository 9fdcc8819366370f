import type { TSESTree } from '@typescript-eslint/utils';
import type { Identifier, Node } from './node.ts';
import { targetsOf } from './pattern.ts';

export type BindingKind =
  | 'const'
  | 'let'
  | 'var'
  | 'function'
  | 'class'
  | 'import'
  | 'param'
  | 'catch'
  | 'enum'
  | 'namespace'
  | 'type';

/** One identifier that introduces a name. */
export interface Declared {
  readonly identifier: Identifier;
  readonly kind: BindingKind;
  /** The block, function, loop, class, catch clause or program in which the name is visible. */
  readonly scope: Node;
  /** The node that gives it its first value: a declarator with an initializer, a `for-in/of`. */
  readonly by: Node | null;
}

const FUNCTION_LIKE: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
]);
const VAR_SCOPES: ReadonlySet<string> = new Set([
  ...FUNCTION_LIKE,
  'Program',
  'StaticBlock',
  'TSModuleBlock',
]);
const BLOCK_SCOPES: ReadonlySet<string> = new Set([
  ...VAR_SCOPES,
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
]);

const DECLARING: ReadonlySet<string> = new Set([
  ...FUNCTION_LIKE,
  'VariableDeclaration',
  'ClassDeclaration',
  'ClassExpression',
  'CatchClause',
  'ImportDeclaration',
  'TSImportEqualsDeclaration',
  'TSEnumDeclaration',
  'TSModuleDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
]);

/** Whether a node is of a type that introduces names. */
export const declares = (node: Node): boolean => DECLARING.has(node.type);

/** The names that a node itself (not what is inside it) introduces. */
export function declaredBy(node: Node): Declared[] {
  switch (node.type) {
    case 'VariableDeclaration':
      return variables(node);
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return [...named(node.id, 'function', blockScope(node)), ...parameters(node)];
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
      return functionExpression(node);
    case 'ClassDeclaration':
      return named(node.id, 'class', blockScope(node));
    case 'ClassExpression':
      return named(node.id, 'class', node);
    case 'CatchClause':
      return node.param ? bind(targetsOf(node.param), 'catch', node) : [];
    case 'ImportDeclaration': {
      const locals = node.specifiers.map((specifier) => specifier.local);
      return bind(locals, 'import', blockScope(node));
    }
    default:
      return declaredByTypeScript(node);
  }
}

function declaredByTypeScript(node: Node): Declared[] {
  switch (node.type) {
    case 'TSImportEqualsDeclaration':
      return named(node.id, 'import', blockScope(node));
    case 'TSEnumDeclaration':
      return named(node.id, 'enum', blockScope(node));
    case 'TSModuleDeclaration':
      return node.kind === 'global' ? [] : named(rootOf(node.id), 'namespace', blockScope(node));
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return named(node.id, 'type', blockScope(node));
    default:
      return [];
  }
}

function variables(node: TSESTree.VariableDeclaration): Declared[] {
  const kind = node.kind === 'var' || node.kind === 'let' ? node.kind : 'const';
  const scope = kind === 'var' ? varScope(node) : blockScope(node);
  const { parent } = node;
  const loop = parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement';
  const loopWriter = loop && parent.left === node ? parent : null;
  return node.declarations.flatMap((declarator) =>
    bind(targetsOf(declarator.id), kind, scope, declarator.init ? declarator : loopWriter),
  );
}

type FunctionLike =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

function parameters(node: FunctionLike): Declared[] {
  return bind(node.params.flatMap(targetsOf), 'param', node);
}

function functionExpression(node: FunctionLike): Declared[] {
  const params = parameters(node);
  const { id } = node;
  const shadowed = params.some((param) => param.identifier.name === id?.name);
  return shadowed ? params : [...named(id, 'function', node), ...params];
}

function named(id: Node | null | undefined, kind: BindingKind, scope: Node): Declared[] {
  return id?.type === 'Identifier' ? bind([id], kind, scope) : [];
}

function bind(
  identifiers: readonly Identifier[],
  kind: BindingKind,
  scope: Node,
  by: Node | null = null,
): Declared[] {
  return identifiers.map((identifier) => ({ identifier, kind, scope, by }));
}

function rootOf(name: Node): Node {
  let root = name;
  while (root.type === 'TSQualifiedName') root = root.left;
  return root;
}

function varScope(node: Node): Node {
  let scope = node.parent ?? node;
  while (!VAR_SCOPES.has(scope.type) && scope.parent) scope = scope.parent;
  return scope;
}

function blockScope(node: Node): Node {
  let scope = node.parent ?? node;
  while (!BLOCK_SCOPES.has(scope.type) && scope.parent) scope = scope.parent;
  // A function's parameters and the body's own names share the function as their scope.
  const isBody = scope.type === 'BlockStatement' && FUNCTION_LIKE.has(scope.parent?.type ?? '');
  return isBody && scope.parent ? scope.parent : scope;
}
