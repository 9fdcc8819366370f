import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isLogLike, makesError } from './log-like.ts';

/** Aliases of a status are followed this deep. */
const DEEPEST = 3;

const PASSES_ON: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BinaryExpression',
  'ChainExpression',
  'ObjectExpression',
  'Property',
  'SpreadElement',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TemplateLiteral',
  'UnaryExpression',
]);

/**
 * The nodes at which code looks at a status that is read at `node`: where it decides something or is
 * handed to somebody who may decide. A status that is only logged, or put into an error, is not looked at.
 */
export function looksAt(node: Node, module: SourceModule, depth = 0): readonly Node[] {
  const [child, parent] = outermost(node);
  switch (parent?.type) {
    case undefined:
    case 'ExpressionStatement':
    case 'ThrowStatement':
      return [];
    case 'IfStatement':
      return onlyLogs(parent) ? [] : [node];
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && depth < DEEPEST
        ? looksAtName(parent.id, module, depth)
        : [node];
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== child && (isLogLike(parent) || makesError(parent)) ? [] : [node];
    default:
      return [node];
  }
}

/** Whether a status stands in the test of an `if`. */
export const isInTest = (status: Node): boolean => outermost(status)[1]?.type === 'IfStatement';

/** `if (!response.ok) console.error(response.status);`: and it goes on. */
function onlyLogs({ consequent, alternate }: TSESTree.IfStatement): boolean {
  const statements = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  return (
    !alternate &&
    statements.length > 0 &&
    statements.every((statement) => isNaming(statement) || isLine(statement)) &&
    statements.some(isLine)
  );
}

function isLine(statement: Node): boolean {
  const said = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : null;
  return said?.type === 'CallExpression' && isLogLike(said);
}

/** `const text = `answered ${response.status}`;`, `const body = await response.text();` */
const isNaming = (statement: Node): boolean =>
  statement.type === 'VariableDeclaration' &&
  statement.declarations.every(({ init }) => init !== null && isTold(unwrap(init)));

const isTold = (init: Node): boolean =>
  init.type === 'AwaitExpression'
    ? isTold(unwrap(init.argument))
    : init.type === 'CallExpression'
      ? /^(?:text|json|toString)$/.test(calledName(init.callee))
      : ['Literal', 'TemplateLiteral', 'BinaryExpression', 'MemberExpression'].includes(init.type);

function outermost(node: Node): [Node, Node | undefined] {
  let child = node;
  let { parent } = node;
  while (parent && PASSES_ON.has(parent.type)) {
    child = parent;
    parent = parent.parent;
  }
  return [child, parent];
}

function looksAtName(name: Node, module: SourceModule, depth: number): readonly Node[] {
  const binding = name.type === 'Identifier' ? module.scopes.bindingOf(name) : null;
  return (binding?.reads ?? []).flatMap((read) => looksAt(read, module, depth + 1));
}
