import * as tsParser from '@typescript-eslint/parser';
import { isFunction } from '../../src/ast/node.ts';
import type { Node, Program, VisitorKeys } from '../../src/ast/node.ts';
import { scopesOf } from '../../src/ast/scope.ts';
import type { Scopes } from '../../src/ast/scope.ts';
import { walk } from '../../src/ast/walk.ts';

export interface Source {
  readonly code: string;
  readonly nodes: readonly Node[];
  readonly scopes: Scopes;
}

/** A text that takes the place of a range of the code; an empty range is where it is put in. */
export interface Change {
  readonly range: readonly [number, number];
  readonly text: string;
}

export type Rewrite = (source: Source) => Change[];

/** The parts of a program; null for what is none. */
export function sourceOf(code: string, filePath: string): Source | null {
  try {
    const parserOptions = { range: true, loc: true, filePath, ecmaFeatures: { jsx: true } };
    const { ast, visitorKeys } = tsParser.parseForESLint(code, parserOptions);
    const keys = visitorKeys as VisitorKeys;
    const nodes: Node[] = [];
    walk(ast as Program, keys, (node) => {
      nodes.push(node);
    });
    return { code, nodes, scopes: scopesOf(ast as Program, keys) };
  } catch {
    return null;
  }
}

export const textOf = ({ range }: Node, code: string): string => code.slice(...range);

export const before = ({ range: [start] }: Node, text: string): Change => ({
  range: [start, start],
  text,
});

/** Parts of a statement that may not come to pass, or come to pass again. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  'AssignmentPattern',
  'CatchClause',
  'ChainExpression',
  'ConditionalExpression',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'LogicalExpression',
  'SwitchCase',
  'WhileStatement',
]);

/** The statement of a block that an expression is always evaluated in, before which it can get a name. */
export function statementOf(expression: Node): Node | null {
  let node = expression;
  for (; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'BlockStatement' || parent.type === 'Program')
      return /^(?:Import|Export|TS|Class)/.test(node.type) ? null : node;
    if (isFunction(node) || UNCERTAIN.has(parent.type)) return null;
    if (parent.type === 'ClassBody') return null;
    if (parent.type === 'IfStatement' && parent.test !== node) return null;
  }
  return null;
}
