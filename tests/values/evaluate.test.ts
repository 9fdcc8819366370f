import { describe, expect, it } from 'vitest';
import { worth } from './value-of.ts';

const table = (name: string, cases: readonly (readonly [code: string, value: string])[]) =>
  describe(name, () => {
    it.each(cases)('%s', (code, value) => {
      expect(worth(code)).toBe(value);
    });
  });

table('names', [
  ['const a = 1; a', '1'],
  ['let a; a = "x"; a', '"x"'],
  ['let a = 1; a = 2; a', '(1 writes 2)'],
  ['let a: string; a', '?'],
  ['let a = 1; a++; a', '(1 writes ?)'],
  ['const a = b, b = a; a', '?'],
  ['const a = { b: () => a.b }; a.b', 'function'],
  ['var a = 30 * 1000; a', '30000'],
  ['const a = -((1 + 2) ** 2); a', '-9'],
  ['undefined', 'undefined'],
  ['fetch', 'fetch'],
  ['Number.POSITIVE_INFINITY', 'Infinity'],
  ['globalThis.Number.MAX_SAFE_INTEGER', '9007199254740991'],
  ['Number.isFinite', 'Number.isFinite'],
  ['globalThis.process.exit', 'process.exit'],
]);

table('exports that are read in their own module', [
  ['exports.a = 1; exports.a', '1'],
  ['module.exports.a = () => 1; module.exports.a()', '1'],
  ['module.exports = { a: 1 }; module.exports.a', '1'],
  ['exports.a = exports.a || 1; exports.a', '(exports.a || 1)'],
  ['exports.b', 'exports.b'],
]);

table('members whose types are written', [
  ['class A { b = 1 } const a: A = x.get("a"); a.b', '1'],
  ['class A { b = 1 } const a: A = { b: 2 }; a.b', '2'],
  ['class A { b = 1 } const a: string = x.get("a"); a.b', 'x.get("a").b'],
  ['class A { b = 1 } function a(): A { return x.get("a") } a().b', '1'],
  ['class A { b = 1 } x.get(A).b', '1'],
  ['class A { b = 1 } x.get(A).c', 'x.get(class).c'],
  ['class A { b = 1 } x.get(A, 1).b', 'x.get(class, 1).b'],
  ['class A { b = 1 } let p; function f({ a }: { a: A }) { p = a; } p.b', '1'],
  ['class A { b = 1 } interface O { a: A } declare const o: O; o.a.b', '1'],
  ['class A { b = 1 } type O = { o: O; a: A }; declare const o: O; o.o.o.a.b', '1'],
  ['class A { b = 1 } interface O { a: string } declare const o: O; o.a', 'a {a}.a'],
  ['class A { b = 1 } interface O { [key: string]: A } declare const o: O; o.a', 'a {}.a'],
]);

table('parts that are written to', [
  ['const a = { b: { c: 1 } }; a.b["d"] = 2; a.b', '{c, d}'],
  ['const a = { b: {} as Record<string, string> }; Object.assign(a.b, { c: 1 }); a.b.c', '1'],
  ['const a = { b: [] }; a.b.push(1); a.b', '[...]'],
  ['const a = { b: {} }, c = { b: {} }; c.b.d = 1; a.b', '{}'],
  ['class A { a = { b: {} }; set() { this.a.b.c = 1; } } new A().a.b.c', '1'],
]);

table('writes of other kinds', [
  ['const o = { a: 1 }; Object.defineProperty(o, "b", { value: 2 }); o', '{a, b}'],
  ['const o = { a: 1 }; Reflect.set(o, "a", 2); o.a', '?'],
  ['const o = { a: 1 }; Reflect.set(o, key, 2); o', '{a, computed}'],
  ['const o = { a: 1 }; [o.b] = x; o', '{a, b}'],
  ['const o = { a: 1 }; ({ x: o.b } = y); o', '{a, b}'],
  ['const o = { a: {} }; const { a } = o; a.b = 2; o.a.b', '2'],
  ['const o = { a: {} }; const { a: p } = o; p["b"] = 2; o.a.b', '2'],
  ['const o = { a: {} }, p = o.a; p.b = 2; o.a.b', '2'],
  ['const f = () => ({ a: {} }); const o = f(); const { a } = o; a.b = 2; o.a.b', '2'],
  ['const o = { a: {}, c: {} }; const { c } = o; c.b = 2; o.a', '{}'],
]);

table('objects that come out of a call or a choice, and are written to', [
  ['const f = () => ({ a: 1 }); const o = f(); o.b = 2; o', '{a, b}'],
  ['const f = () => ({ a: 1 }); const o = f(), p = f(); o.b = 2; p', '{a}'],
  ['const o = Object.assign({}, { a: 1 }); o["b"] = 2; o', '{spread, spread, b}'],
  ['const o = x ? { a: 1 } : { a: 2 }; o.b = 3; o.b', '3'],
  ['const o = x ? { a: 1 } : y; o.b = 3; o', '({a} ?: y)'],
  ['let o; o = { a: 1 }; o.b = 2; o', '{a, b}'],
  ['const o = { a: 1 }, p = o; p.b = 2; o', '{a, b}'],
  ['const o = { a: 1 }, p = o, q = p, r = q; r.b = 2; o', '{a}'],
  ['const f = () => ({ a: { b: 1 } }); const o = f(); o.a.c = 2; o.a.b + o.a.c', '3'],
  ['const f = () => ({ a: "k" }); const o = f(); o.a = o.a || x; o.a', '("k" writes x)'],
  ['function f(o) { o.b = 2; return o; } f({ a: 1 })', '{a, b}'],
  ['function f(o) { o.a.b = 2; return o; } f({ a: {} }).a.b', '2'],
  ['function f(o) { Object.assign(o, { b: 2 }); return o; } f({ a: 1 }).b', '2'],
]);

table('fields that are written to', [
  ['class A { a = {}; set() { this.a.b = 1; } } new A().a.b', '1'],
  [
    'class A { #a = {}; set() { Object.assign(this.#a, { b: 1 }); } get() { return this.#a; } } new A().get().b',
    '1',
  ],
  ['class A { constructor() { this.a = { b: 1 }; } set() { this.a.c = 2; } } new A().a.c', '2'],
  ['class A { a = {}; } class B { a = {}; set() { this.a.b = 1; } } new A().a.b', 'undefined'],
]);

table('expressions', [
  ['const h = "x"; `https://${h}/a`', '"https://x/a"'],
  ['`${process.env.A}/b`', '`${$A}/b`'],
  ['"a" + 1 + null', '"a1null"'],
  ['1 + 2 + "a"', '"3a"'],
  ['("a" as const) satisfies string', '"a"'],
  ['<string>"a"!', '"a"'],
  ['null ?? "a"', '"a"'],
  ['({}) || 1', '{}'],
  ['a ? 1 : 2', '(1 ?: 2)'],
  ['!0', 'true'],
  ['void 0', 'undefined'],
  ['typeof x', '(x)'],
  ['(1, 2)', '2'],
  ['[1, , ...[2, 3]]', '[1, undefined, 2, 3]'],
  ['const s = new Set([1, 2]); [0, ...s]', '[0, 1, 2]'],
  ['["a", "b"][1]', '"b"'],
  ['[...x, "a"][0]', '[a, ...].0'.replace('a', '"a"')],
  ['["a", process.env.B].join("/")', '`a/${$B}`'],
  ['["a", "b"].length', '2'],
  ['/x/', '?'],
  ['const k = "a"; ({ a: 1 })[k]', '1'],
  ['({ a: { b: 1 } })?.a?.b', '1'],
]);

table('platform', [
  ['Math.min(1, 2) + Math.max(3, 4)', '5'],
  ['Number("5") * 2', '10'],
  ['parseInt("12px", 10)', '12'],
  ['Object.freeze({ a: 1 }).a', '1'],
  ['encodeURI(`https://x/${process.env.A}`)', '`https://x/${$A}`'],
  [
    'import { format } from "node:util"; format("%s/a?b=%s", "https://x", process.env.B)',
    '`https://x/a?b=${$B}`',
  ],
  ['require("util").format("%d%", 5)', '"5%"'],
  ['Object.assign({}, { a: 1 }, { a: 2 }).a', '2'],
  ['const a = {}; Object.assign(a, { b: 1 }); a.b', '1'],
  ['new URL("/v2/a", "https://h.io/v1/")', '"https://h.io/v2/a"'],
  ['new URL("a", "https://h.io/v1/")', '"https://h.io/v1/a"'],
  ['new URL("a", "https://h.io/v1")', '"https://h.io/a"'],
  ['new URL("a", process.env.BASE)', '`${$BASE}/a`'],
  ['new URL(`/a/${x}`, "https://h.io/v1").href', '`https://h.io/a/${x}`'],
  ['"A".toLowerCase()', '"a"'],
  ['process.env.A.trim()', '$A'],
]);

table('the environment', [
  ['process.env.A', '$A'],
  ['process.env["A"]', '$A'],
  ['const { A } = process.env; A', '$A'],
  ['const { A: b = "x" } = process.env; b', '($A default "x")'],
  ['const { env } = process; env.A', '$A'],
  ['import { env } from "node:process"; env.A', '$A'],
  ['import.meta.env.A', '$A'],
  ['Deno.env.get("A")', '$A'],
  ['Bun.env.A', '$A'],
  ['process.env.A ?? "x"', '($A ?? "x")'],
]);

table('objects', [
  ['const o = { a: 1, ...{ b: 2 } }; o.b', '2'],
  ['const o = { a: 1 }; o.a = 2; o.a', '2'],
  ['const o = { a: 1 }; delete o.a; o.a', '{a, a}.a'],
  ['const o = { a: 1, b: 2 }; delete o.a; o.b', '2'],
  ['const k = "X-A"; ({ [k]: 1 })["X-A"]', '1'],
  ['({ get a() { return "x" } }).a', '"x"'],
  ['({ a() { return "x" } }).a()', '"x"'],
  ['const o = { u: "x", get() { return this.u } }; o.get()', '"x"'],
  ['const { a: { b = 1 } } = { a: {} }; b', '1'],
  ['const { a = 1 } = { a: 2 }; a', '2'],
  ['const k = "a"; const { [k]: v } = { a: 3 }; v', '3'],
  ['const { a, ...rest } = { a: 1, b: 2 }; rest.b', '2'],
  ['const { a, ...rest } = { a: 1, b: 2 }; rest.a', 'undefined'],
  ['const [, b] = [1, 2]; b', '2'],
]);

table('functions', [
  ['const f = (a) => `x/${a}`; f("b")', '"x/b"'],
  ['function f(a = "d") { return a } f()', '"d"'],
  ['function f({ a = 1, b }) { return a + b } f({ b: 2 })', '3'],
  ['const f = (a) => (b) => a + b; f("x")("y")', '"xy"'],
  ['const f = (a) => { const c = a + "!"; const g = () => c; return g() }; f("x")', '"x!"'],
  ['const make = (base) => ({ url: (p) => base + p }); make("h").url("/a")', '"h/a"'],
  ['const f = async () => ({ a: 1 }); const v = await f(); v.a', '1'],
  ['const f = (a) => g(a), g = (a) => f(a); f(1)', 'function(1)'],
  ['const f = (...a) => a[0]; f(1)', 'function(1)'],
  ['fetch.bind(globalThis)', 'fetch'],
  ['let u = "https://x.io"; if (p) u += "?p=" + p; u', '`https://x.io${?}`'],
  ['let u = `https://x.io/${id}`; u = u + "/a"; u = `${u}?b=1`; u', '`https://x.io/${id}${?}`'],
  [
    'let u = "https://x.io"; if (p) u = "https://y.io" + p; u',
    '("https://x.io" writes `https://y.io${p}`)',
  ],
  [
    'let u = "https://x.io"; if (p) u = `https://y.io/?from=${u}`; u',
    '("https://x.io" writes `https://y.io/?from=${("https://x.io" writes ?)}`)',
  ],
  ['let n = 0; n += 1; n', '(0 writes ?)'],
  ['let s = ""; s += x; s', '("" writes ?)'],
  ['const f = (a) => a; f.bind(null)(2)', '2'],
  ['fetch.bind(null, "https://x.io")', 'fetch.bind(null, "https://x.io")'],
  ['function f(x) { if (x) return 1; return 2 } f(1)', '(1 returns 2)'],
  [
    'function f(x) { switch (x) { case 1: return "a"; case 2: return x; default: return null } } f(2)',
    '("a" returns 2 returns null)',
  ],
  [
    'async function f(x) { if (x) return { a: 1 }; return { a: 2 } } const v = await f(); v.a',
    '(1 returns 2)',
  ],
  [
    'function f(x) { if (x) return 1; if (y) return 2; if (z) return 3; return 4 } f(1)',
    'function(1)',
  ],
  ['const f = (x) => { if (x) return 1; return 2 }, g = (x) => f(x); g(1)', '(1 returns 2)'],
  [
    'const f = (x) => { if (x) return 1; return 2 }, g = (x) => f(x), h = (x) => g(x); h(1)',
    'function(1)',
  ],
  ['function f(): 1; function f(a: 2): 2; function f(a = 1) { return a } f(2)', '2'],
  ['const top = { n: 1 }; const f = () => top.n; f()', '1'],
]);

table('tables', [
  ['const T = { a: 1, b: 2 }; T[k]', '(1 key 2)'],
  ['const T = { a: { u: 1 }, b: { u: 2 } }; T[k].u', '(1 key 2)'],
  ['({ a: 1, b: 2 })[k]', '(1 key 2)'],
  ['const T = { a: 1, b: 2 }; T[k] = 3; T[k]', '?'],
  ['const T = { a: 1, ...x }; T[k]', '?'],
  ['const T = { a: 1, [x]: 2 }; T[k]', '?'],
  ['const T = { a: 1 }; T[k]', '?'],
  ['const T = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }; T[k]', '?'],
  ['const T = ["x", "y"]; T[k]', '?'],
]);

table('constructor functions', [
  ['function A() { this.a = 1 } A.prototype.b = function () {}; new A().a', '1'],
  ['function A() {} A.prototype.b = function () { return 2 }; new A().b()', '2'],
  ['const A = function (x) { this.a = x }; A.prototype = { b() {} }; new A("y").a', '"y"'],
  [
    'function A(x) { var self = this; self.a = x } A.prototype.b = function () { var me = this; return me.a }; new A(3).b()',
    '3',
  ],
  [
    'function A() { this.a = 1 } Object.assign(A.prototype, { b() { return this.a } }); new A().b()',
    '1',
  ],
  [
    'function A() { this.a = 1 } A.prototype.b = function () { return [1].map(() => this.a) }; A.prototype.c = function () { this.a = 2 }; new A().a',
    '(1 writes 2)',
  ],
  [
    'function A() {} A.prototype.b = function () { return this.c() }; A.prototype.c = function () { return this.b() }; new A().b()',
    'function()',
  ],
  ['function A() {} A.prototype.b = 1; new A().c', 'new function().c'],
  ['function A() { this.a = 1 } new A().a', 'new function().a'],
  [
    'function A() { this.a = 1 } function B() {} B.prototype.c = function () { return this.a }; new B().c()',
    'new function().a',
  ],
]);

table('methods of objects', [
  ['const o = { a: 1, b() { return this.a } }; o.b()', '1'],
  ['const o = { b() { return this.a } }; o.b()', '{b}.a'],
]);

table('classes', [
  ['class A { constructor() { const self = this; self.u = "x"; } } new A().u', '"x"'],
  [
    'class A { constructor(other) { let self = this; self = other; self.u = "x"; } } new A().u',
    'new class().u',
  ],
  ['class A { a = 1 } new A().a', '1'],
  ['class A { #a = 1; get a() { return this.#a } } new A().a', '1'],
  ['class A { a; constructor(x) { this.a = x } } new A("y").a', '"y"'],
  ['class A { a: T; constructor() { this.a = 1 } } new A().a', '1'],
  ['class A { a: T; b() { this.a = 1 } c() { this.a = 2 } } new A().a', '(1 writes 2)'],
  ['import type { T } from "p"; class A { a: T; constructor() { this.a = x() } } new A().a', 'x()'],
  ['class A { constructor(private a = 2) {} b() { return this.a } } new A(3).b()', '3'],
  ['class A { constructor(x) { this.a = x } } class B extends A {} new B(1).a', 'parameter 0'],
  [
    'class A { constructor(x) { this.a = x } } class B extends A { constructor(y) { super(y) } } new B(1).a',
    '1',
  ],
  ['class A { static a = 1; a = 2 } A.a', '1'],
  ['class A { static a = 1; a = 2 } new A().a', '2'],
  ['class A { static b; static { this.b = 3 } } A.b', '3'],
  ['class A { static b() { return this.c } static c = 4 } A.b()', '4'],
  ['class A { static b } A.b = 5; A.b', '5'],
  ['class A extends B { } class B extends A { } new A().x', 'new class().x'],
  ['import { P } from "p"; class A extends P {} new A().get', 'a <p>.P.get'],
]);

table('types', [
  ['enum E { A = "x", B = "y" } E.B', '"y"'],
  ['enum E { A, B = 5, C } E.C', '6'],
  ['enum E { A = "x", B = A + "/y" } E.B', '"x/y"'],
  ['namespace N { export enum E { A = 1 } export const b = 2 } N.E.A + N.b', '3'],
  ['import type { Api } from "p"; declare const a: Api; a.get', 'a <p>.Api.get'],
  ['import type { Api } from "p"; type Mine = Readonly<Api>; let a: Mine | null; a', 'a <p>.Api'],
  ['import { api } from "p"; let a: typeof api; a', 'a <p>.api'],
  ['type A = B; type B = A; let a: A; a', '?'],
  ['class A { a = 1 } declare const x: A; x.a', '1'],
]);

describe('imports', () => {
  const files = {
    '/project/a.ts':
      'export const a = 1; const b = 2; export { b as c }; export default { d: 3 }; export * from "./b";',
    '/project/b.ts':
      'export * from "./a"; export const deep = "x" satisfies string; export * as ns from "./a";',
    '/project/c.cjs': 'exports.a = 1; module.exports.b = 2;',
    '/project/d.cjs': 'class D { a = 1 } module.exports = D;',
    '/project/e.cjs': 'const make = () => ({ a: 9 }); module.exports = make();',
    '/project/f.json': '{ "base": "https://h.io", "n": { "m": 1 } }',
    '/project/g.ts': 'import { h } from "./h"; export const g = h; export const k = 1;',
    '/project/h.ts': 'import { g, k } from "./g"; export const h = g; export const l = k;',
  };
  it.each([
    ['import { a } from "./a"; a', '1'],
    ['import { c } from "./a.js"; c', '2'],
    ['import x from "./a"; x.d', '3'],
    ['import * as x from "./a"; x.deep', '"x"'],
    ['import { ns } from "./b"; ns.a', '1'],
    ['import { none } from "./a"; none', '?'],
    ['const x = require("./c.cjs"); x.a + x.b', '3'],
    ['const { b } = require("./c.cjs"); b', '2'],
    ['const D = require("./d.cjs"); new D().a', '1'],
    ['import D = require("./d.cjs"); new D().a', '1'],
    ['import D from "./d.cjs"; new D().a', '1'],
    ['const x = require("./e.cjs"); x.a', '9'],
    ['import f from "./f.json"; f.base', '"https://h.io"'],
    ['import { base } from "./f.json"; base', '"https://h.io"'],
    ['const f = require("./f.json"); f.n.m', '1'],
    ['import { g } from "./g"; g', '?'],
    ['import { l } from "./h"; l', '1'],
    ['import x, { y } from "p"; x.z', '<p>.default.z'],
    ['const p = require("p"); p.a', '<p>.a'],
    ['const { a } = await import("./a"); a', '1'],
  ])('%s', (code, value) => {
    expect(worth(code, files)).toBe(value);
  });
});
