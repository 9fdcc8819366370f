import { describe, expect, it } from 'vitest';
import { childrenOf, walk } from '../../src/ast/walk.ts';
import { nodesOf, parse } from './parse.ts';

const TEXT = '@d class C { a = `x${b}y${c}z` }\nconst { e = 1, ...f } = g?.h(<I j={k}>l</I>) as M;';

describe('walk', () => {
  it('goes parents first and in source order', () => {
    const { program, visitorKeys } = parse(TEXT);
    const names = nodesOf(program, visitorKeys).flatMap((node) =>
      node.type === 'Identifier' ? [node.name] : [],
    );
    expect([...new Set(names)].join('')).toBe('dCabcefghkM');
    const starts = nodesOf(program, visitorKeys).map((node) => node.range[0]);
    expect(starts.slice(4)).toEqual([...starts.slice(4)].sort((a, b) => a - b));
  });

  it('reaches the same nodes without visitor keys', () => {
    const { program, visitorKeys } = parse(TEXT);
    const types = (keys?: typeof visitorKeys): string[] =>
      nodesOf(program, keys).map((n) => n.type);
    expect(types()).toEqual(types(visitorKeys));
  });

  it('does not go into what is skipped', () => {
    const { program, visitorKeys } = parse('function f() { inside } outside');
    const names: string[] = [];
    walk(program, visitorKeys, (node) => {
      if (node.type === 'Identifier') names.push(node.name);
      return node.type === 'FunctionDeclaration' ? 'skip' : undefined;
    });
    expect(names).toEqual(['outside']);
  });

  it('gives every node its parent', () => {
    const { program, visitorKeys } = parse(TEXT);
    for (const node of nodesOf(program, visitorKeys)) {
      for (const child of childrenOf(node, visitorKeys)) expect(child.parent).toBe(node);
    }
  });
});
