import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import type { Program } from '../../src/ast/node.ts';
import type { Binding } from '../../src/ast/scope.ts';
import { scopesOf } from '../../src/ast/scope.ts';
import { parse } from './parse.ts';

/** A binding in one line: kind, declarations, reads, what writes, and what owns it. */
function summary(binding: Binding | null): string {
  if (!binding) return 'global';
  const { kind, declarations, reads, writes, scope } = binding;
  const by = writes.map((write) => write.by.type).join(',');
  return `${kind} d${declarations.length} r${reads.length} w[${by}] ${scope.type}`;
}

function top(text: string, name: string): string {
  return summary(parse(text).scopes.topLevel.get(name) ?? null);
}

describe('declarations', () => {
  it.each([
    ['const a = 1; a;', 'const d1 r1 w[VariableDeclarator] Program'],
    [
      'let a; a = 1; a += 2; a++;',
      'let d1 r2 w[AssignmentExpression,AssignmentExpression,UpdateExpression] Program',
    ],
    ['a = 1; { var a = 2 } var a;', 'var d2 r0 w[AssignmentExpression,VariableDeclarator] Program'],
    ['a(); function a() {}', 'function d1 r1 w[] Program'],
    ['class a {} new a()', 'class d1 r1 w[] Program'],
    ['import a from "s"; a()', 'import d1 r1 w[] Program'],
    ['import { b as a } from "s"; a()', 'import d1 r1 w[] Program'],
    ['import * as a from "s"; a.b()', 'import d1 r1 w[] Program'],
    ['import a = require("s"); a.a', 'import d1 r1 w[] Program'],
    ['enum a { b = 1 } a.b', 'enum d1 r1 w[] Program'],
    ['namespace a { export const b = 1 } a.b', 'namespace d1 r1 w[] Program'],
    ['interface a {} const a = 1', 'const d2 r0 w[VariableDeclarator] Program'],
    ['type a = string; let b: a;', 'type d1 r0 w[] Program'],
    ['declare const a: string; a', 'const d1 r1 w[] Program'],
    ['declare function a(b: string): void; a("")', 'function d1 r1 w[] Program'],
    ['const { b: [c, { a = 1 } = {}] } = x; a', 'const d1 r1 w[VariableDeclarator] Program'],
    ['const [, ...a] = x', 'const d1 r0 w[VariableDeclarator] Program'],
    [
      'let a; ({ a, b: a } = x); [a = 1] = y;',
      'let d1 r0 w[AssignmentExpression,AssignmentExpression,AssignmentExpression] Program',
    ],
    ['let a; for (a of xs); for (a in xs);', 'let d1 r0 w[ForOfStatement,ForInStatement] Program'],
    [
      'let a: number; (a as any) = 1; a!++',
      'let d1 r1 w[AssignmentExpression,UpdateExpression] Program',
    ],
    ['for (var a of xs) {}', 'var d1 r0 w[ForOfStatement] Program'],
  ])('%s', (text, expected) => {
    expect(top(text, 'a')).toBe(expected);
  });

  it.each([
    ['for (const a of xs) { a }', 'const d1 r1 w[ForOfStatement] ForOfStatement'],
    [
      'for (let a = 0; a < 1; a++) {}',
      'let d1 r2 w[VariableDeclarator,UpdateExpression] ForStatement',
    ],
    ['{ const a = 1 }', 'const d1 r0 w[VariableDeclarator] BlockStatement'],
    ['switch (x) { case 1: let a }', 'let d1 r0 w[] SwitchStatement'],
    ['try {} catch ({ b: a }) { a }', 'catch d1 r1 w[] CatchClause'],
    ['function f(a, b = a) { return a }', 'param d1 r2 w[] FunctionDeclaration'],
    ['function f({ b: { c: a } }) {}', 'param d1 r0 w[] FunctionDeclaration'],
    ['function f() { if (x) { var a } }', 'var d1 r0 w[] FunctionDeclaration'],
    ['(...a) => a', 'param d1 r1 w[] ArrowFunctionExpression'],
    ['x = function a() { a() }', 'function d1 r1 w[] FunctionExpression'],
    ['x = function a(a) { a }', 'global'],
    ['x = class a { b = a }', 'class d1 r1 w[] ClassExpression'],
    ['class C { constructor(private a: string) { a } }', 'param d1 r1 w[] FunctionExpression'],
    ['class C { static { var a = 1 } }', 'var d1 r0 w[VariableDeclarator] StaticBlock'],
    ['namespace N { const a = 1 }', 'const d1 r0 w[VariableDeclarator] TSModuleBlock'],
    ['function f(this: C, a) {}', 'param d1 r0 w[] FunctionDeclaration'],
  ])('inner: %s', (text, expected) => {
    const { scopes, identifier } = parse(text);
    expect(scopes.topLevel.has('a')).toBe(false);
    expect(summary(scopes.bindingOf(identifier('a')))).toBe(expected);
  });

  it('tells a parameter from the function expression of the same name', () => {
    const { scopes, identifier } = parse('x = function a(a) { return a }');
    expect(summary(scopes.bindingOf(identifier('a', 1)))).toMatch(/^param d1 r1/u);
  });
});

describe('references', () => {
  it.each([
    'x.a',
    '({ a: 1 })',
    '({ a() {} })',
    'class C { a = 1; get a() { return 1 } }',
    'a: for (;;) { break a }',
    'let x: a; let y: typeof a; x as a; f<a>()',
    'export { b as a } from "s"',
    'export { a } from "s"',
    'export type { a }',
    'import { a as b } from "s"',
    '<a />',
    '<div a={1} />',
    '<b.a />',
    'enum E { a }',
    'class C implements a {}',
    'interface I extends a {}',
    'function f(x: a): x is a { return true }',
    '{ const a = 2; a }',
    '(a) => a',
    '({ b: { a: x } } = y)',
  ])('does not read: %s', (text) => {
    expect(parse(`const a = 1; ${text}`).scopes.topLevel.get('a')?.reads).toHaveLength(0);
  });

  it.each([
    '({ a })',
    '({ [a]: 1 })',
    'x[a]',
    'export { a }',
    'export { a as b }',
    'export default a',
    'export = a',
    'a as B',
    'a satisfies B',
    'a!',
    'a?.b',
    '`${a}`',
    'class C extends a {}',
    'class C { [a] = 1 }',
    'class C { b = a }',
    'const { b = a } = {}',
    'const { [a]: b } = {}',
    'function f(b = a) {}',
    'a.b = 1',
    'enum E { b = a }',
    'import b = a.c',
    '@a class C {}',
    'a<string>()',
    '<div b={a} />',
  ])('reads: %s', (text) => {
    expect(parse(`const a = 1; ${text}`).scopes.topLevel.get('a')?.reads).toHaveLength(1);
  });

  it('reads components in JSX', () => {
    const { scopes } = parse('import { A, b } from "s"; <A><b.C /></A>');
    expect(scopes.topLevel.get('A')?.reads).toHaveLength(1);
    expect(scopes.topLevel.get('b')?.reads).toHaveLength(1);
  });

  it('finds what a type annotation names', () => {
    const { scopes, identifier } = parse('import type { A } from "s"; function f(x: A) {}');
    expect(scopes.bindingOf(identifier('A', 2))).toBe(scopes.topLevel.get('A'));
  });

  it('answers null for globals, property names and built-in names', () => {
    const { scopes, identifier } = parse('console.log({ log: 1 }); ({}).constructor');
    expect(scopes.bindingOf(identifier('console'))).toBeNull();
    expect(scopes.bindingOf(identifier('log'))).toBeNull();
    expect(scopes.lookup('constructor', identifier('console'))).toBeNull();
  });

  it('looks a name up as seen from a node', () => {
    const { scopes, identifier } = parse('const a = 1; function f() { const a = 2; here } there');
    expect(scopes.lookup('a', identifier('here'))?.scope.type).toBe('FunctionDeclaration');
    expect(scopes.lookup('a', identifier('there'))).toBe(scopes.topLevel.get('a'));
  });

  it('finds the innermost of many scopes', () => {
    const blocks = Array.from({ length: 30 }, (_, i) => `{ const a = ${i}; f(a) }`).join('\n');
    const { scopes, identifier } = parse(`const a = -1; ${blocks} a`);
    expect(scopes.topLevel.get('a')?.reads).toHaveLength(1);
    expect(scopes.bindingOf(identifier('a', 2))?.reads).toHaveLength(1);
  });
});

describe('other trees', () => {
  const read = (text: string): Program =>
    espree.parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      range: true,
    }) as unknown as Program;

  it('counts once where key and value are one object', () => {
    const scopes = scopesOf(
      read('import { a } from "s"; export { a }; f({ a }); const { b } = a;'),
    );
    expect(scopes.topLevel.get('a')?.reads).toHaveLength(3);
    expect(scopes.topLevel.get('b')?.declarations).toHaveLength(1);
  });

  it('stays fast in long chains and in deep nesting', () => {
    const chain = `let a = ''; x = ${Array.from({ length: 3000 }, () => 'a').join(' + ')};`;
    const many = 'x((e) => e);\n'.repeat(5000);
    const begin = performance.now();
    expect(scopesOf(read(chain)).topLevel.get('a')?.reads).toHaveLength(3000);
    scopesOf(read(many));
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});
