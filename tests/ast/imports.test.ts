import { describe, expect, it } from 'vitest';
import { exportsOf } from '../../src/ast/exports.ts';
import { importOf, moduleNamed } from '../../src/ast/imports.ts';
import { parse } from './parse.ts';

describe('importOf', () => {
  it.each([
    ['import a from "s"', 'default'],
    ['import { a } from "s"', 'a'],
    ['import { b as a } from "s"', 'b'],
    ['import { "b-c" as a } from "s"', 'b-c'],
    ['import * as a from "s"', '*'],
    ['import a = require("s")', '*cjs'],
    ['const a = require("s")', '*cjs'],
    ['const a = require(`s`) as X', '*cjs'],
    ['const { a } = require("s")', 'a'],
    ['const { b: a } = require("s")', 'b'],
    ['const { b: a = 1 } = require("s")', 'b'],
    ['const a = require("s").b', 'b'],
    ['const a = require("s").default', 'default'],
    ['const a = await import("s")', '*'],
    ['const { default: a } = await import("s")', 'default'],
    ['const a = (await import("s")).b', 'b'],
  ])('%s', (text, imported) => {
    const binding = parse(text).scopes.topLevel.get('a');
    expect(binding && importOf(binding)).toEqual({ source: 's', imported, typeOnly: false });
  });

  it.each(['import type { a } from "s"', 'import { type a } from "s"'])('%s', (text) => {
    const binding = parse(text).scopes.topLevel.get('a');
    expect(binding && importOf(binding)?.typeOnly).toBe(true);
  });

  it.each([
    'const a = 1',
    'let a = require("s"); a = 1',
    'const { b: { a } } = require("s")',
    'const { ...a } = require("s")',
    'const a = require(s)',
    'const a = import("s")',
    'const a = require("s").b.c',
    'const [a] = require("s")',
    'const { [b]: a } = require("s")',
    'import a = B.C',
  ])('none: %s', (text) => {
    const binding = parse(text).scopes.topLevel.get('a');
    expect(binding && importOf(binding)).toBeNull();
  });
});

function exported(text: string, name: string): string {
  const { program, scopes, text: source } = parse(text);
  const found = exportsOf(program, scopes).get(name);
  if (!found) return 'none';
  return 'local' in found
    ? source.slice(...found.local.range)
    : `${found.imported} of ${found.from}`;
}

describe('exportsOf', () => {
  it.each([
    ['export const a = 1', 'a', 'a'],
    ['export const { b: [a] } = x', 'a', 'a'],
    ['export function a() {}', 'a', 'function a() {}'],
    ['export class a {}', 'a', 'class a {}'],
    ['export enum a { b }', 'a', 'a'],
    ['const b = 1; export { b as a }', 'a', 'b'],
    ['const b = 1; export { b as default }', 'default', 'b'],
    ['import { b } from "s"; export { b as a }', 'a', 'b of s'],
    ['import b from "s"; export default b', 'default', 'default of s'],
    ['export { b as a } from "s"', 'a', 'b of s'],
    ['export { default } from "s"', 'default', 'default of s'],
    ['export * as a from "s"', 'a', '* of s'],
    ['export const a = 1', 'b', 'none'],
    ['interface b {} export type { b as a }', 'a', 'b'],
    ['export { type b as a } from "s"', 'a', 'b of s'],
    ['export type a = 1', 'a', 'a'],
    ['export interface a {}', 'a', 'a'],
    ['export type a = 1; export class a {}', 'a', 'class a {}'],
    ['export default f()', 'default', 'f()'],
    ['export default { a: 1 } as const', 'default', '{ a: 1 } as const'],
    ['export default function () {}', 'default', 'function () {}'],
    ['export default class {}', 'default', 'class {}'],
    ['export = x', 'default', 'x'],
    ['module.exports = f()', '*cjs', 'f()'],
    ['module.exports = f()', 'default', 'f()'],
    ['module.exports = { a, b: 2 }', 'a', 'a'],
    ['module.exports = { a, b: 2 }', 'b', '2'],
    ['const o = { b: 2 }; module.exports = o', 'b', '2'],
    ['module.exports = require("./s")', '*cjs', '*cjs of ./s'],
    ['module.exports = { a: require("./s").b }', 'a', 'b of ./s'],
    ['exports.a = 1', 'a', '1'],
    ['module.exports.a = 1', 'a', '1'],
    ['exports = module.exports = f()', '*cjs', 'f()'],
    ['exports.a = exports.b = f()', 'a', 'f()'],
    ['exports.a = f(); module.exports = { a: exports.a }', 'a', 'f()'],
    ['module.exports.a = f(); module.exports = { b: module.exports.a }', 'b', 'f()'],
    ['exports.a = require("./s").b; module.exports = { a: exports.a }', 'a', 'b of ./s'],
    ['module.exports = { a: exports.a }', 'a', 'exports.a'],
    ['module["exports"].a = () => 1', 'a', '() => 1'],
    ['const exports = {}; exports.a = 1', 'a', 'none'],
    ['module.exports = { get a() { return 1 }, ["b" + c]: 1 }', 'a', 'none'],
  ])('%s: %s', (text, name, expected) => {
    expect(exported(text, name)).toBe(expected);
  });

  it('lists its names and stars', () => {
    const { program, scopes } = parse(
      'export * from "./a"; export const b = 1; export default 2; export type C = 1',
    );
    const { names, stars } = exportsOf(program, scopes);
    expect({ names, stars }).toEqual({ names: ['b', 'default'], stars: ['./a'] });
  });

  it('takes spread modules for stars', () => {
    const { program, scopes } = parse('module.exports = { ...require("./a"), b: 1 }');
    expect(exportsOf(program, scopes).stars).toEqual(['./a']);
  });
});

describe('moduleNamed', () => {
  it.each([
    ['axios', 'axios'],
    ['./http.js', './http.js'],
    ['node:https', 'node:https'],
    ['npm:axios@1.7', 'axios'],
    ['npm:/axios', 'axios'],
    ['npm:@slack/web-api@7/dist', '@slack/web-api/dist'],
    ['https://esm.example/stripe@12.1.0?target=deno', 'stripe'],
    ['https://esm.example/@slack/web-api@7', '@slack/web-api'],
    ['https://cdn.example/npm/axios@1/+esm', 'axios'],
    ['https://deno.example/std@0.192.0/http/server.ts', 'https://deno.example/std/http/server.ts'],
    ['https://x.example/stripe.js', 'https://x.example/stripe.js'],
    ['jsr:@std/http@1', 'jsr:@std/http'],
    ['jsr:@std/http@^1.0.2/server', 'jsr:@std/http/server'],
    ['https://deno.example/x/shop@v16.1.0/mod.ts', 'https://deno.example/x/shop/mod.ts'],
  ])('%s is %s', (source, name) => {
    expect(moduleNamed(source)).toBe(name);
  });
});
