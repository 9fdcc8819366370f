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
