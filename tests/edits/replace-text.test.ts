import { describe, expect, it } from 'vitest';
import { removeScope } from '../../src/edits/remove-scope.ts';
import { replaceLevel } from '../../src/edits/replace-level.ts';
import { replaceLiteral } from '../../src/edits/replace-literal.ts';
import { replacePageSize } from '../../src/edits/replace-page-size.ts';
import type { Node } from '../../src/ast/node.ts';
import { nodesOf } from '../../src/ast/nodes.ts';
import { moduleOf } from '../../src/values/module.ts';
import { factsIn } from '../facts/facts-in.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** What the name `a` is set to. */
function read(text: string) {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const declarator = [...nodesOf(module.program, module.visitorKeys)].find(
    (node) => node.type === 'VariableDeclarator',
  );
  const node: Node | null | undefined = declarator?.init;
  if (!node) throw new Error('No value.');
  return { module, node };
}

describe('removeScope', () => {
  /** The text without its first broad scope. */
  const removed = (text: string): string | null => {
    const scope = factsIn(text)
      .oauthScopes.flatMap(({ scopes }) => scopes)
      .find(({ isBroad }) => isBroad);
    if (!scope) throw new Error('No broad scope.');
    return appliedTo(text, removeScope(scope, text, true));
  };

  it.each([
    [`({ client_id, scope: 'all a.read' });`, `({ client_id, scope: 'a.read' });`],
    [`({ client_id, scope: 'a.read all' });`, `({ client_id, scope: 'a.read' });`],
    [`({ client_id, scope: 'a.read all b.read' });`, `({ client_id, scope: 'a.read b.read' });`],
    [`({ client_id, scope: 'a.read, all' });`, `({ client_id, scope: 'a.read' });`],
    [`({ client_id, scope: ['all', 'a.read'] });`, `({ client_id, scope: ['a.read'] });`],
    [`({ client_id, scope: ['a.read', 'all'] });`, `({ client_id, scope: ['a.read'] });`],
    [`f('/a?client_id=x&scope=a.read%20all&b=1');`, `f('/a?client_id=x&scope=a.read&b=1');`],
    [`f('/a?client_id=x&scope=all+a.read');`, `f('/a?client_id=x&scope=a.read');`],
  ])('%s', (text, expected) => {
    expect(removed(text)).toBe(expected);
  });

  it.each([
    `({ client_id, scope: 'all' });`,
    `({ client_id, scope: ['all'] });`,
    `f('/a?client_id=x&scope=all&b=1');`,
  ])('nothing: %s', (text) => {
    expect(removed(text)).toBeNull();
  });
});

describe('replaceLevel', () => {
  it.each([
    [`const a = 'debug';`, `const a = 'info';`],
    ['const a = "trace";', 'const a = "info";'],
    ['const a = `debug`;', 'const a = `info`;'],
    ['const a = level;', null],
    ['const a = 10;', null],
    ['const a = `${level}`;', null],
  ])('%s', (text, expected) => {
    const { module, node } = read(text);
    expect(appliedTo(text, replaceLevel(node, module))).toBe(expected);
  });

  it('knows a data file by its nodes', () => {
    expect(replaceLevel(read(`const a = 'debug';`).node, null)).toBeNull();
  });
});

describe('replaceLiteral', () => {
  it.each([
    [`const a = 'x';`, 'y', `const a = 'y';`],
    ['const a = "x";', "it's", `const a = "it's";`],
    [`const a = 'x';`, "it's", null],
    [`const a = 'x';`, String.raw`a\b`, null],
    ['const a = `x`;', 'y', null],
    ['const a = 1;', 'y', null],
  ])('%s %s', (text, by, expected) => {
    const { node } = read(text);
    expect(appliedTo(text, replaceLiteral(node, by, 'Replace', text))).toBe(expected);
  });
});

describe('replacePageSize', () => {
  const sized = (text: string, value = 500): string | null => {
    const { node } = read(text);
    return appliedTo(text, replacePageSize({ name: 'limit', value, node }, 100, text, true));
  };

  it.each([
    ['const a = 500;', 'const a = 100;'],
    [`const a = '500';`, `const a = '100';`],
    [`const a = '/orders?limit=500';`, `const a = '/orders?limit=100';`],
    [
      'const a = `/orders/${500}?limit=500&page=${p}`;',
      'const a = `/orders/${500}?limit=100&page=${p}`;',
    ],
  ])('%s', (text, expected) => {
    expect(sized(text)).toBe(expected);
  });

  it.each([
    `const a = '/orders?limit=5000';`,
    `const a = '/orders?size=500';`,
    `const a = '/orders?limit=500&limit=500';`,
    'const a = most;',
  ])('nothing: %s', (text) => {
    expect(sized(text)).toBeNull();
  });
});
