import { describe, expect, it } from 'vitest';
import { wrapInLimit } from '../../src/edits/wrap-in-limit.ts';
import { factsOf } from '../../src/facts/facts-of.ts';
import { parse } from '../ast/parse.ts';

/** The text after the edit of the only fan-out; null where there is none. */
function wrapped(code: string): string | null {
  const { text, program, visitorKeys } = parse(code);
  const file = { filename: '<input>', sourceCode: { text, ast: program, visitorKeys } };
  const [fan] = factsOf(file as Parameters<typeof factsOf>[0], null).fanOut;
  const edit = fan && wrapInLimit(fan.task, fan.node, 5, fan.limiter, fan.module);
  if (!edit) return null;
  expect(edit.safe).toBe(false);
  return [...edit.changes]
    .sort((one, other) => other.range[0] - one.range[0])
    .reduce(
      (all, { range, text: put }) => all.slice(0, range[0]) + put + all.slice(range[1]),
      text,
    );
}

const send = "const send = (x) => fetch('https://api.example.com/a', { body: x });";

describe('wrapInLimit', () => {
  it('wraps what an arrow function does', () => {
    expect(
      wrapped(
        `${send}\nexport async function f(xs) {\n  return Promise.all(xs.map((x) => send(x)));\n}`,
      ),
    ).toBe(
      `import pLimit from 'p-limit';\n${send}\nexport async function f(xs) {\n  const limit = pLimit(5);\n  return Promise.all(xs.map((x) => limit(() => send(x))));\n}`,
    );
  });
  it('keeps async, and a body in braces', () => {
    expect(
      wrapped(
        `${send}\nexport async function f(xs) {\n  await Promise.all(xs.map(async (x) => { await send(x); }));\n}`,
      ),
    ).toBe(
      `import pLimit from 'p-limit';\n${send}\nexport async function f(xs) {\n  const limit = pLimit(5);\n  await Promise.all(xs.map((x) => limit(async () => { await send(x); })));\n}`,
    );
  });
  it('imports behind the imports that are there', () => {
    expect(
      wrapped(
        `import { a } from './a.js';\n${send}\nexport async function f(xs) {\n  await Promise.all(xs.map((x) => send(x + a)));\n}`,
      ),
    ).toBe(
      `import { a } from './a.js';\nimport pLimit from 'p-limit';\n${send}\nexport async function f(xs) {\n  const limit = pLimit(5);\n  await Promise.all(xs.map((x) => limit(() => send(x + a))));\n}`,
    );
  });
  it('requires where the file does', () => {
    expect(
      wrapped(
        `'use strict';\n${send}\nexports.f = async (xs) => {\n  await Promise.all(xs.map((x) => send(x)));\n};`,
      ),
    ).toBe(
      `'use strict';\nconst { default: pLimit } = require('p-limit');\n${send}\nexports.f = async (xs) => {\n  const limit = pLimit(5);\n  await Promise.all(xs.map((x) => limit(() => send(x))));\n};`,
    );
  });
  it.each([
    ['a function that is named', 'async function f(xs) { await Promise.all(xs.map(send)); }'],
    [
      'a name that is taken',
      'async function f(xs, limit) {\n  await Promise.all(xs.map((x) => send(x)));\n}',
    ],
    [
      'a function with a `this` of its own',
      'async function f(xs) {\n  await Promise.all(xs.map(function (x) { return send(x); }));\n}',
    ],
    [
      'other text on its line',
      'async function f(xs) { await Promise.all(xs.map((x) => send(x))); }',
    ],
  ])('leaves alone: %s', (_, code) => {
    expect(wrapped(`${send}\nexport ${code}`)).toBeNull();
  });
});
