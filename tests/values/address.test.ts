import { describe, expect, it } from 'vitest';
import { addressOf, joinAddresses } from '../../src/values/address.ts';
import { attributeAt, attributeOf } from '../../src/values/objects.ts';
import { quantityOf } from '../../src/values/quantity.ts';
import { optionsPlace } from '../../src/values/options-place.ts';
import { lastValue, moduleFrom } from './value-of.ts';

const valueOfText = (text: string) => lastValue(moduleFrom(text));

describe('addressOf', () => {
  it.each([
    ['"HTTPS://API.x.io:8080/a/b?c#d"', 'https', 'api.x.io', '/a/b', '', true],
    ['"https://me:pw@x.io/a"', 'https', 'x.io', '/a', '', true],
    ['`https://${u}:${p}@x.io/a`', 'https', 'x.io', '/a', '', true],
    ['`https://${x}.y.io/a`', 'https', null, '/a', '', true],
    ['`https://${process.env.HOST}:80/a`', 'https', null, '/a', 'HOST', true],
    ['`https://x.io/a/${id}/b?c=${d}`', 'https', 'x.io', '/a/${?}/b', '', true],
    ['`${process.env.BASE}/a/${process.env.ID}`', null, null, '/a/${env:ID}', 'BASE', true],
    ['`${base}/a`', null, null, '/a', '', false],
    ['"/a?b"', null, null, '/a', '', false],
    ['"https://[::1]:80/a"', 'https', '[::1]', '/a', '', true],
    ['"https://x.io"', 'https', 'x.io', null, '', true],
    ['"https://x.io" + path', 'https', 'x.io', '${?}', '', true],
    ['`https://api.x.io${path}/b?c`', 'https', 'api.x.io', '${?}/b', '', true],
    ['`https://x.io${process.env.PREFIX}/a`', 'https', 'x.io', '${env:PREFIX}/a', '', true],
    ['`https://api-${x}/a`', 'https', null, '/a', '', true],
    ['`https://api.${x}/a`', 'https', null, '/a', '', true],
    ['`https://api.x${region}.io/a`', 'https', null, '/a', '', true],
    ['(process.env.A ?? "https://x.io") + "/a"', null, null, '/a', 'A', true],
  ])('%s', (text, scheme, host, path, variables, isAbsolute) => {
    const address = addressOf(valueOfText(text));
    expect(address).toMatchObject({ scheme, host, path, isAbsolute });
    expect(address.variables.join()).toBe(variables);
  });
});

describe('joinAddresses', () => {
  it.each([
    ['"https://x.io/"', '"/a"', 'https://x.io/a'],
    ['"https://x.io"', '"a"', 'https://x.io/a'],
    ['"https://x.io/v1"', '"?a=1"', 'https://x.io/v1?a=1'],
    ['"https://x.io"', '"https://y.io/a"', 'https://y.io/a'],
    ['process.env.B', '`a/${b}`', '${env:B}/a/${?}'],
    ['"https://x.io"', 'undefined', 'https://x.io'],
  ])('%s and %s', (base, path, pattern) => {
    expect(addressOf(joinAddresses(valueOfText(base), valueOfText(path))).pattern).toBe(pattern);
  });
});

describe('attributeOf', () => {
  it.each([
    ['({ a: 1 })', 'known'],
    ['({ A: 1 })', 'known'],
    ['({ b: 1 })', 'absent'],
    ['({ ...x })', 'unknown'],
    ['({ a: 1, ...x })', 'unknown'],
    ['({ ...x, a: 1 })', 'known'],
    ['({ [x]: 1 })', 'unknown'],
    ['({ ...(x && { b: 1 }) })', 'absent'],
    ['({ ...(x && { a: 1 }) })', 'unknown'],
    ['x ? { b: 1 } : {}', 'absent'],
    ['x ? { a: 1 } : {}', 'unknown'],
    ['const o = {}; function f(p) {} f(o); o', 'absent'],
    ['const o = {}; const f = (p) => fetch("/x", { ...p, n: p.b }); f(o); o', 'absent'],
    [
      'const o = {}; const g = (p) => fetch("/x", p), f = (p) => { if (p) g(p); }; f(o); o',
      'absent',
    ],
    ['const o = {}; function f(p = {}) { return p.b > 1; } f(o); o', 'absent'],
    ['const o = {}; const f = (p) => { p.a = 2; }; f(o); o', 'unknown'],
    ['const o = {}; const f = (p) => { delete p.b; }; f(o); o', 'unknown'],
    ['const o = {}; const f = (p) => { p.b.c = 2; }; f(o); o', 'unknown'],
    ['const o = {}; const f = (p) => { const q = p; q.a = 2; }; f(o); o', 'unknown'],
    ['const o = {}; const f = (p) => { kept = p; }; f(o); o', 'unknown'],
    ['const o = {}; const f = (p) => { Object.assign(p, { a: 2 }); }; f(o); o', 'unknown'],
    ['const o = {}; const f = ({ b }) => { b.c = 2; }; f(o); o', 'unknown'],
    ['const o = {}; function f(p) { f(p); } f(o); o', 'unknown'],
    ['const o = { a: 1 }; delete o.a; o', 'unknown'],
    ['const s = { a: 1 }; x ? { ...s, b: 1 } : s', 'known'],
    ['let o = { b: 1 }; o = { ...o, c: 1 }; o', 'absent'],
    ['let o = { b: 1 }; o = { ...o, a: 1 }; o', 'unknown'],
    ['let o = { a: 1 }; o = { ...o, c: 1 }; o', 'unknown'],
    ['let o = { b: 1 }; o = { ...o, ...x }; o', 'unknown'],
    ['let o = { b: 1 }, p = { ...o }; o = { ...p, c: 1 }; p = { ...o, a: 1 }; o', 'unknown'],
    ['function f(x) { if (x) return { b: 1 }; return { c: 1 } } f()', 'absent'],
    ['function f(x) { if (x) return { a: 1 }; return { c: 1 } } f()', 'unknown'],
    ['function f(x) { if (x) return { b: 1 }; return y } f()', 'unknown'],
    ['const { a, ...rest } = { a: 1, b: 2 }; rest', 'absent'],
    ['const { b, ...rest } = { a: 1, b: 2 }; rest', 'known'],
    ['const { a, ...rest } = x; ({ a: 1, ...rest })', 'known'],
    ['const { b, ...rest } = x; ({ a: 1, ...rest })', 'unknown'],
    ['null', 'absent'],
    ['x', 'unknown'],
  ])('%s', (text, state) => {
    expect(attributeOf(valueOfText(text), 'a').state).toBe(state);
  });

  it('follows a path', () => {
    const value = valueOfText('({ timeout: { request: 5 } })');
    expect(attributeAt(value, ['timeout', 'request']).state).toBe('known');
    expect(attributeAt(value, ['timeout', 'connect']).state).toBe('absent');
  });
});

describe('quantityOf', () => {
  it.each([
    ['5 * 1000', 5000],
    ['const { a = 7 } = x; a', 7],
    ['"5"', undefined],
    ['x', undefined],
    ['x ? 1 : 2', undefined],
  ])('%s', (text, value) => {
    expect(quantityOf(valueOfText(text))?.value).toBe(value);
  });
});

describe('optionsPlace', () => {
  it.each([
    ['f(1, { a: 1 })', 'object'],
    ['const o = {}; f(1, o)', 'object'],
    ['f(1)', 'argument'],
    ['f(1, x)', undefined],
    ['f(...x)', undefined],
  ])('%s', (text, kind) => {
    const module = moduleFrom(text);
    const value = lastValue(module);
    const call = value.node;
    if (value.kind !== 'call' || call.type !== 'CallExpression') throw new Error('no call');
    expect(optionsPlace(call, value, 1, module)?.kind).toBe(kind);
  });
});
