import { describe, expect, it } from 'vitest';
import { attributeOf, namesOf } from '../../src/values/objects.ts';
import { environmentOf, patternOf } from '../../src/values/address.ts';
import { alternatives } from '../../src/values/value.ts';
import { lastValue, moduleFrom } from './value-of.ts';

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');
const nested = (count: number, open: string, close: string) =>
  `${open.repeat(count)}1${close.repeat(count)}`;

/** Code that is meant to overflow the stack, the memory or the time. */
const HOSTILE: readonly (readonly [name: string, code: string])[] = [
  ['nested calls', nested(200, 'f(', ')')],
  ['nested arrays', nested(200, '[', ']')],
  ['nested objects', `(${nested(200, '{a:', '}')})`],
  ['nested ternaries', `${'a ? 1 : '.repeat(150)}2`],
  ['nested members', `a${'.b'.repeat(300)}`],
  ['a wide sum', `a${' + "x" + b'.repeat(300)}`],
  ['a wide choice', `a${' || b'.repeat(300)}`],
  ['a big object', `({ ${lines(2_000, (n) => `a${n}: ${n},`)} })`],
  ['a chain of consts', `const a0 = 1;\n${lines(5_000, (n) => `const a${n} = a${n - 1};`)}\na5000`],
  [
    'helpers of several returns',
    `${lines(6, (n) => `const g${n} = (x) => { if (x) return g${n - 1}(x) + g${n - 1}(1); if (y) return g${n - 1}(2) + g${n - 1}(3); return g${n - 1}(4) };`)}\n[${'g6(z),'.repeat(200)}]`,
  ],
  ['a cycle of consts', `${lines(2_000, (n) => `const a${n} = a${(n % 2_000) + 1} + a1;`)}\na1`],
  [
    'unknown keys',
    `const a0 = [a60];\n${lines(60, (n) => `const a${n} = a${n - 1}[a${n - 1}];`)}\na60`,
  ],
  [
    'choices of choices',
    `const a0 = x ? 1 : 2;\n${lines(60, (n) => `const a${n} = x ? a${n - 1} : a${n - 1};`)}\na60`,
  ],
  [
    'texts of choices',
    `const a0 = x;\n${lines(60, (n) => 'const a' + n + ' = `${x ? a' + (n - 1) + ' : a' + (n - 1) + '}-`;')}\na60`,
  ],
  [
    'doubled texts',
    `const a0 = "xy";\n${lines(60, (n) => `const a${n} = a${n - 1} + a${n - 1};`)}\na60`,
  ],
  [
    'doubled concat',
    `const a0 = "xy";\n${lines(60, (n) => `const a${n} = a${n - 1}.concat(a${n - 1});`)}\na60`,
  ],
  [
    'doubled arrays',
    `const a0 = [1, 2];\n${lines(60, (n) => `const a${n} = [...a${n - 1}, ...a${n - 1}];`)}\na60`,
  ],
  [
    'doubled calls',
    `const a0 = x;\n${lines(60, (n) => `const a${n} = f(a${n - 1}, a${n - 1});`)}\na60`,
  ],
  [
    'doubled spreads',
    `const a0 = {};\n${lines(60, (n) => `const a${n} = { ...a${n - 1}, ...a${n - 1} };`)}\na60`,
  ],
  [
    'a chain of spreads',
    `const a0 = {};\n${lines(3_000, (n) => `const a${n} = { ...a${n - 1}, b${n}: 1 };`)}\na3000`,
  ],
  [
    'a chain of classes',
    `class A0 {}\n${lines(2_000, (n) => `class A${n} extends A${n - 1} {}`)}\nnew A2000().x`,
  ],
  [
    'functions that double',
    `function f0(a) { return a }\n${lines(40, (n) => `function f${n}(a) { return f${n - 1}(a) + f${n - 1}(a) }`)}\nf40(x)`,
  ],
  [
    'functions in a ring',
    'const f = (a) => ({ ...g(a), ...g(a) }), g = (a) => ({ ...f(a), ...f(a) }); f({})',
  ],
  [
    'doubling in a function',
    `function f(a0) { ${lines(60, (n) => `const a${n} = [a${n - 1}, a${n - 1}];`)} return a60 } f(x)`,
  ],
  [
    'wide functions',
    `const f0 = (a) => a;\n${lines(5, (n) => `const f${n} = (a) => [${`f${n - 1}(a),`.repeat(60)}];`)}\nf5(x)`,
  ],
];

describe('hostile code ends', () => {
  it.each(HOSTILE)('%s', { timeout: 20_000 }, (_, code) => {
    const value = lastValue(moduleFrom(code));
    expect([...alternatives(value)].length).toBeLessThan(65);
    expect(attributeOf(value, 'none').state).not.toBe('known');
    expect(namesOf(value).length + environmentOf(value).length).toBeLessThan(5_000);
    expect(patternOf(value).length).toBeLessThan(1_000_000);
  });
});
