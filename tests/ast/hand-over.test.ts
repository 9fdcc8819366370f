import { describe, expect, it } from 'vitest';
import { callersGiven, parameterFor, promiseGiving } from '../../src/ast/hand-over.ts';
import { enclosingFunction } from '../../src/ast/node.ts';
import { parse } from './parse.ts';

describe('parameterFor', () => {
  it.each([
    ['function f(a, b) {} f(1, x);', 'b'],
    ['const f = (a) => a; f(x);', 'a'],
    ['const f = ({ a }) => a; f(x);', null],
    ['f(x);', null],
    ['f.g(x);', null],
  ])('%s', (code, expected) => {
    const { identifier, scopes } = parse(code);
    expect(parameterFor(identifier('x'), scopes)?.name ?? null).toBe(expected);
  });
});

describe('callersGiven', () => {
  it.each([
    ['const f = () => x; f(1); g(f(2), f);', ['f(1)', 'f(2)']],
    ['function f() { return x; } f();', ['f()']],
    ['function f() { return [x]; } f();', []],
    ['(() => x)();', []],
    ['use(x);', []],
  ])('%s', (code, expected) => {
    const { text, identifier, scopes } = parse(code);
    const calls = callersGiven(identifier('x'), scopes);
    expect(calls.map(({ range }) => text.slice(...range))).toEqual(expected);
  });
});

describe('promiseGiving', () => {
  it.each([
    ['check(a).then((x) => x);', 'check(a)'],
    ['check(a).then(function (x) { return x; }, fail);', 'check(a)'],
    ['check(a).then(done, (x) => x);', null],
    ['check(a).then((y, x) => x);', null],
    ['check(a).catch((x) => x);', null],
    ['const f = (x) => x;', null],
  ])('%s', (code, expected) => {
    const { text, identifier } = parse(code);
    const parameter = identifier('x');
    const fn = enclosingFunction(parameter);
    const promise = fn && promiseGiving(parameter, fn);
    expect(promise && text.slice(...promise.range)).toBe(expected);
  });
});
