import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type Program = TSESTree.Program;
export type Expression = TSESTree.Expression;
export type Identifier = TSESTree.Identifier;
export type JSXIdentifier = TSESTree.JSXIdentifier;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** For each node type, the names of the fields that hold its children. */
export type VisitorKeys = Readonly<Record<string, readonly string[]>>;

/** Whether a value read from a tree is a node of it. */
export function isNode(x: unknown): x is Node {
  return typeof x === 'object' && x !== null && 'type' in x && typeof x.type === 'string';
}

/** A function that has a body: a declaration, an expression or an arrow. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'ParenthesizedExpression',
  'ChainExpression',
]);

/** The expression inside `as`, `satisfies`, `!`, `<T>x`, `f<T>`, parentheses and `?.` chains. */
export function unwrap(node: Expression): Expression;
export function unwrap(node: Node): Node;
export function unwrap(node: Node): Node {
  let inner = node;
  while (WRAPPERS.has(inner.type) && 'expression' in inner && isNode(inner.expression)) {
    inner = inner.expression;
  }
  return inner;
}

/** The other way: the outermost of these around an expression, or itself. */
export function wrapped(node: Node): Node {
  const inner = unwrap(node);
  let outer = node;
  while (outer.parent && unwrap(outer.parent) === inner) outer = outer.parent;
  return outer;
}

/** A literal, or what `typeof` and its kin give. */
export function isWrittenOut(node: Node): boolean {
  const { type } = unwrap(node);
  return type === 'Literal' || type === 'UnaryExpression';
}

/** The text of a string literal or of a template without `${}`; null for anything else. */
export function staticString(node: Node | null | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

/**
 * The static name of a property, method, class field, enum member, JSX attribute or member access:
 * `a` for `{ a: 1 }`, `{ ['a']: 1 }`, `x.a`, `x['a']`; `#a` for a private name; null where it is
 * computed from something else.
 */
export function keyName(node: Node): string | null {
  const key = keyOf(node);
  if (!key) return null;
  if (key.type === 'Identifier') return isComputed(node) ? null : key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'JSXIdentifier') return key.name;
  if (key.type === 'JSXNamespacedName') return `${key.namespace.name}:${key.name.name}`;
  return literalName(unwrap(key));
}

function isComputed(node: Node): boolean {
  return node.type !== 'TSEnumMember' && 'computed' in node && node.computed;
}

function keyOf(node: Node): Node | null {
  if (node.type === 'MemberExpression') return node.property;
  if (node.type === 'TSEnumMember') return node.id;
  if (node.type === 'JSXAttribute') return node.name;
  return 'key' in node && isNode(node.key) ? node.key : null;
}

function literalName(key: Node): string | null {
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  if (key.type === 'Literal' && 'bigint' in key) return key.bigint;
  return staticString(key);
}

/** The nodes around a node, from its parent to the program. */
export function* ancestorsOf(node: Node): Generator<Node, void, undefined> {
  for (let above = node.parent; above; above = above.parent) yield above;
}

/** The program that a node is of; null for a node that stands in none. */
export function programOf(node: Node): Program | null {
  let root = node;
  while (root.type !== 'Program' && root.parent) root = root.parent;
  return root.type === 'Program' ? root : null;
}

/** The innermost function around a node, itself not counted. */
export function enclosingFunction(node: Node): FunctionNode | null {
  for (const above of ancestorsOf(node)) if (isFunction(above)) return above;
  return null;
}

/** The innermost class around a node, itself not counted. */
export function enclosingClass(node: Node): ClassNode | null {
  for (const above of ancestorsOf(node)) if (isClass(above)) return above;
  return null;
}

/** `this.name`. */
export const isMemberOfThis = (node: Node | undefined): node is TSESTree.MemberExpression =>
  node?.type === 'MemberExpression' && node.object.type === 'ThisExpression';

/** A directive, `'use strict'`. In oxlint other statements have one, too, which is null. */
export const isDirective = (node: Node): boolean =>
  node.type === 'ExpressionStatement' && typeof node.directive === 'string';

/** The last name of what is called: `f` of `f()`, `m` of `a.m()`; empty where it has none that can be read. */
export function calledName(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';
}

export type LoopNode =
  | TSESTree.ForStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

export const isLoop = (node: Node): node is LoopNode => LOOPS.has(node.type);

const TESTING: ReadonlySet<string> = new Set([
  'IfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'SwitchStatement',
  'ForStatement',
]);

/** A statement that decides by an expression in it. */
export const isTesting = (node: Node): boolean => TESTING.has(node.type);

/** The statement of the file, or the member of a class, that a node is in. */
export function regionOf(node: Node): Node {
  let region = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'Program' || above.type === 'ClassBody') return region;
    region = above;
  }
  return region;
}
