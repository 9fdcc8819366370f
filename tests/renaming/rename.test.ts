import { expect, it } from 'vitest';
import { renamed } from './rename.ts';

const CASES = [
  ['const token = 1; f(token);', 'const v1 = 1; f(v1);'],
  ["import { chunk } from 'lodash'; chunk(a);", "import { chunk as v1 } from 'lodash'; v1(a);"],
  ['const a = 1; export { a };', 'const v1 = 1; export { v1 as a };'],
  [
    'const { a, b: c = 1 } = d; e({ a, c });',
    'const { a: v1, b: v2 = 1 } = d; e({ a: v1, c: v2 });',
  ],
  ['export function pay(card) { return card; }', 'export function pay(v1) { return v1; }'],
  ['class A { m() { return A; } } new A();', 'class V1 { m() { return V1; } } new V1();'],
  ['enum A { B = 1 } f(A.B);', 'enum V1 { B = 1 } f(V1.B);'],
  [
    'class A { constructor(private b, c) {} } const v1 = A;',
    'class V1 { constructor(private b, v3) {} } const v2 = V1;',
  ],
  ['process.env.KEY;', 'process.env.KEY;'],
] as const;

it.each(CASES)('%s', (code, output) => {
  expect(renamed(code, '/project/src/file.ts')).toBe(output);
});

it('leaves what is no program', () => {
  expect(renamed('const {', '/project/src/file.ts')).toBeNull();
});
