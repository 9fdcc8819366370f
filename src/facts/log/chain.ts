import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** What an expression reads, back to the name it starts from: `error.response.data`. */
export interface Chain {
  /** The name it starts from, in this module; null where it is a part of a destructured parameter. */
  readonly root: TSESTree.Identifier | null;
  readonly binding: Binding | null;
  /** Members from the root on. */
  readonly names: readonly string[];
  /** The function whose parameter the root is. */
  readonly fn: FunctionNode | null;
  /** The parameter, where it is destructured. */
  readonly pattern: TSESTree.ObjectPattern | null;
}

const DEEPEST = 6;

/** Follows members, constants and destructuring back to a name or a parameter; null for anything else. */
export function chainOf(expression: Node, module: SourceModule, depth = DEEPEST): Chain | null {
  const node = unwrap(expression);
  if (depth === 0) return null;
  if (node.type === 'AwaitExpression') return chainOf(node.argument, module, depth - 1);
  if (node.type === 'MemberExpression') {
    const name = keyName(node);
    const on = name === null ? null : chainOf(node.object, module, depth);
    return on && name !== null ? { ...on, names: [...on.names, name] } : null;
  }
  if (node.type === 'CallExpression') return ofBody(node, module, depth);
  if (node.type === 'ConditionalExpression' || node.type === 'LogicalExpression')
    return ofChoice(node, module, depth);
  if (node.type !== 'Identifier') return null;
  const binding = module.scopes.bindingOf(node);
  const [declaration] = binding?.declarations ?? [];
  const own: Chain = { root: node, binding, names: [], fn: null, pattern: null };
  if (!binding || !declaration) return own;
  return binding.kind === 'param'
    ? ofParameter(own, declaration)
    : (ofConstant(binding, declaration, module, depth) ?? own);
}

/** `await response.json()`: the body is a member like others, called `json()`. */
function ofBody(
  { callee, arguments: given }: TSESTree.CallExpression,
  module: SourceModule,
  depth: number,
): Chain | null {
  const method = callee.type === 'MemberExpression' ? keyName(callee) : null;
  if (callee.type !== 'MemberExpression' || given.length > 0) return null;
  if (method !== 'json' && method !== 'text') return null;
  const on = chainOf(callee.object, module, depth - 1);
  return on && { ...on, names: [...on.names, `${method}()`] };
}

/** `error instanceof Error ? error.message : 'Unknown error'`: what is read where no text stands in for it. */
function ofChoice(
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
  module: SourceModule,
  depth: number,
): Chain | null {
  const sides =
    node.type === 'ConditionalExpression'
      ? [node.consequent, node.alternate]
      : [node.left, node.right];
  const [read, ...others] = sides.map(unwrap).filter((side) => !isStandIn(side));
  return read &&
    others.length === 0 &&
    (node.type !== 'LogicalExpression' || node.operator !== '&&')
    ? chainOf(read, module, depth - 1)
    : null;
}

/** A text of the code's own, or nothing; `String(error)` and `error.toString()`, which say no more than the message. */
const isStandIn = (node: Node): boolean =>
  node.type === 'Literal' ||
  node.type === 'TemplateLiteral' ||
  (node.type === 'Identifier' && node.name === 'undefined') ||
  (node.type === 'CallExpression' &&
    (node.callee.type === 'Identifier'
      ? node.callee.name === 'String'
      : keyName(node.callee) === 'toString'));

function ofConstant(
  binding: Binding,
  declaration: TSESTree.Identifier,
  module: SourceModule,
  depth: number,
): Chain | null {
  const [write] = binding.writes;
  if (binding.writes.length !== 1 || write?.by.type !== 'VariableDeclarator' || !write.by.init)
    return null;
  const { id, init } = write.by;
  const names = pathIn(id, declaration);
  const from = names && chainOf(init, module, depth - 1);
  return from && names && { ...from, names: [...from.names, ...names] };
}

function ofParameter(own: Chain, declaration: TSESTree.Identifier): Chain {
  let pattern: Node = declaration;
  while (pattern.parent && !isFunction(pattern.parent)) pattern = pattern.parent;
  const fn = isFunction(pattern.parent) ? pattern.parent : null;
  const plain = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  if (plain.type !== 'ObjectPattern') return { ...own, fn };
  const names = pathIn(plain, declaration);
  return names ? { root: null, binding: own.binding, names, fn, pattern: plain } : { ...own, fn };
}

/** The members that lead to a name in a pattern; null where they can't be told. */
export function pathIn(pattern: Node, target: Node): string[] | null {
  if (pattern === target) return [];
  if (pattern.type === 'AssignmentPattern') return pathIn(pattern.left, target);
  if (pattern.type !== 'ObjectPattern') return null;
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') continue;
    const inner = pathIn(property.value, target);
    const name = keyName(property);
    if (inner && name !== null) return [name, ...inner];
  }
  return null;
}
