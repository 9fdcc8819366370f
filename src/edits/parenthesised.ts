import type { Node } from '../ast/node.ts';

/** Parents that hold a test as a whole, so that it needs no parentheses. */
const WHOLE: ReadonlySet<string> = new Set([
  'IfStatement',
  'ReturnStatement',
  'VariableDeclarator',
  'ArrowFunctionExpression',
]);

/** The text of a test that takes a node's place, in parentheses where what is around it asks for them. */
export const parenthesised = (test: string, { parent }: Node): string =>
  parent && WHOLE.has(parent.type) ? test : `(${test})`;

/** Nodes whose text holds together beside any operator. */
const HOLDS: ReadonlySet<string> = new Set([
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'ChainExpression',
  'TSNonNullExpression',
]);

/** The text of an operand, for another operator: its own parentheses are not in it. */
export function operandText(operand: Node, source: string): string {
  const text = source.slice(operand.range[0], operand.range[1]);
  return HOLDS.has(operand.type) ? text : `(${text})`;
}
