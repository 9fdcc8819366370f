import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/ast/node.ts';
import {
  ancestorsOf,
  enclosingClass,
  enclosingFunction,
  isNode,
  keyName,
  staticString,
  unwrap,
} from '../../src/ast/node.ts';
import { nodesOf, parse } from './parse.ts';

function first(text: string, type: `${Node['type']}`): Node {
  const { program, visitorKeys } = parse(text);
  const found = nodesOf(program, visitorKeys).find((node) => node.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

describe('keyName', () => {
  it.each([
    ['({ a: 1 })', 'Property', 'a'],
    ['({ "a-b": 1 })', 'Property', 'a-b'],
    ['({ 1: 1 })', 'Property', '1'],
    ['({ ["a"]: 1 })', 'Property', 'a'],
    ['({ [`a`]: 1 })', 'Property', 'a'],
    ['({ [a]: 1 })', 'Property', null],
    ['({ [`${a}`]: 1 })', 'Property', null],
    ['x.a', 'MemberExpression', 'a'],
    ['x["a"]', 'MemberExpression', 'a'],
    ['x[a]', 'MemberExpression', null],
    ['x[0]', 'MemberExpression', '0'],
    ['class C { a() {} }', 'MethodDefinition', 'a'],
    ['class C { a = 1 }', 'PropertyDefinition', 'a'],
    ['class C { #a = 1 }', 'PropertyDefinition', '#a'],
    ['enum E { a }', 'TSEnumMember', 'a'],
    ['enum E { "a" }', 'TSEnumMember', 'a'],
    ['<x a="1" />', 'JSXAttribute', 'a'],
    ['interface I { a: 1 }', 'TSPropertySignature', 'a'],
    ['f()', 'CallExpression', null],
  ] as const)('%s %s', (text, type, expected) => {
    expect(keyName(first(text, type))).toBe(expected);
  });
});

it('unwraps assertions and chains', () => {
  const { program } = parse('((x as A)!.b satisfies B)?.c');
  const statement = program.body[0];
  if (statement?.type !== 'ExpressionStatement') throw new Error('unexpected');
  expect(unwrap(statement.expression).type).toBe('MemberExpression');
  expect(unwrap(first('x as A', 'TSAsExpression')).type).toBe('Identifier');
});

it('finds what is around a node', () => {
  const { identifier } = parse('class C { m() { return () => x } }');
  const x = identifier('x');
  expect(enclosingFunction(x)?.type).toBe('ArrowFunctionExpression');
  expect(enclosingClass(x)?.id?.name).toBe('C');
  expect([...ancestorsOf(x)].at(-1)?.type).toBe('Program');
  expect(enclosingFunction(identifier('C'))).toBeNull();
});

it('knows nodes and static strings', () => {
  expect(isNode({ type: 'Identifier' })).toBe(true);
  expect(isNode(null)).toBe(false);
  expect(isNode({ type: 1 })).toBe(false);
  expect(staticString(first('x(`a`)', 'TemplateLiteral'))).toBe('a');
  expect(staticString(first('x(1)', 'Literal'))).toBeNull();
});
