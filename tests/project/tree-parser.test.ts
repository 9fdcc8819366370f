import * as tsParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import { parserOf } from '../../src/project/modules.ts';
import { treeParserOf } from '../../src/project/tree-parser.ts';

const parser = parserOf({ languageOptions: { parser: tsParser } });
const treeParser = treeParserOf(tsParser);

/** A tree without what is not in trees, by JSON. */
function plain(program: object | undefined): unknown {
  return JSON.parse(
    JSON.stringify(program, (key, value: unknown) => {
      if (key === 'tokens' || key === 'comments' || key === 'parent') return undefined;
      return typeof value === 'bigint' ? String(value) : value;
    }),
  ) as unknown;
}

describe('treeParserOf', () => {
  it.each([
    ['a.ts', 'export const a = <T,>(b: T): T => b as T; /* c */ declare module "d";'],
    ['a.tsx', 'export default () => <b c={1n}>{/* d */}</b>;'],
    ['a.js', 'import a from "b"; const c = <d />; export { a as default, c };'],
    ['a.mjs', 'await a;'],
    ['a.cjs', 'module.exports = { a: 1 }; // b'],
    ['a.cts', '@b class A { accessor c = 1; constructor(private d: string) {} }'],
  ])('makes the tree that the parser makes: %s', (file, text) => {
    const whole = parser.parse(text, `/p/${file}`);
    const tree = parser.parse(text, `/p/${file}`, treeParser);
    expect(plain(tree?.program)).toEqual(plain(whole?.program));
    expect(whole?.program.tokens?.length).toBeGreaterThan(0);
    expect(tree?.program.tokens ?? []).toEqual([]);
  });

  it('is null where the text does not parse', () => {
    expect(parser.parse('const = ', '/p/a.ts', treeParser)).toBeNull();
  });

  it.each([
    ['another parser', espree],
    ['a version that is not loaded', { meta: { name: 'typescript-eslint/parser', version: '0' } }],
    ['a parser that says nothing of itself', { parse: () => null }],
    ['a parser whose name is another', { meta: { name: 'other', version: '1' } }],
  ])('is null for %s', (_, other) => {
    expect(treeParserOf(other)).toBeNull();
  });
});
