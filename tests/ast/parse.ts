import * as tsParser from '@typescript-eslint/parser';
import type { Identifier, Node, Program, VisitorKeys } from '../../src/ast/node.ts';
import { scopesOf } from '../../src/ast/scope.ts';
import type { Scopes } from '../../src/ast/scope.ts';
import { walk } from '../../src/ast/walk.ts';

export interface Parsed {
  readonly text: string;
  readonly program: Program;
  readonly visitorKeys: VisitorKeys;
  readonly scopes: Scopes;
  /** The nth identifier (from 0, in source order) of a name. */
  identifier(name: string, nth?: number): Identifier;
}

/** Parses TypeScript with JSX and works out its scopes. */
export function parse(text: string): Parsed {
  const { ast, visitorKeys } = tsParser.parseForESLint(text, {
    range: true,
    loc: true,
    ecmaFeatures: { jsx: true },
    filePath: '/project/file.tsx',
  });
  const program: Program = ast;
  const keys = visitorKeys as VisitorKeys;
  const scopes = scopesOf(program, keys);
  const identifier = (name: string, nth = 0): Identifier => {
    const found = nodesOf(program, keys).filter(
      (node) => node.type === 'Identifier' && node.name === name,
    )[nth];
    if (found?.type !== 'Identifier') throw new Error(`no identifier ${name} (${String(nth)})`);
    return found;
  };
  return { text, program, visitorKeys: keys, scopes, identifier };
}

export function nodesOf(root: Node, visitorKeys?: VisitorKeys): Node[] {
  const nodes: Node[] = [];
  walk(root, visitorKeys, (node) => {
    nodes.push(node);
  });
  return nodes;
}
