import { expect, it } from 'vitest';
import { insertResponseCheck } from '../../src/edits/insert-response-check.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** The first call of `request` in a text gets its check; `bodies` are the calls of `json`. */
function checked(text: string, statusMembers = ['ok', 'status']): string | null {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const called = (name: string) =>
    module.calls.filter(({ callee }) =>
      callee.type === 'MemberExpression'
        ? callee.property.type === 'Identifier' && callee.property.name === name
        : callee.type === 'Identifier' && callee.name === name,
    );
  const [request] = called('request');
  if (!request) throw new Error('No request.');
  return appliedTo(
    text,
    insertResponseCheck({ request, bodies: called('json'), statusMembers, module }),
  );
}

const OK = 'if (!res.ok) throw new Error(`Request failed with status ${res.status}`);';
const GIVEN = OK.replaceAll('res.', 'response.');

it.each([
  [
    'behind the declaration',
    'async function f() {\n  const res = await request();\n  return res.json();\n}',
    `async function f() {\n  const res = await request();\n  ${OK}\n  return res.json();\n}`,
  ],
  [
    'without semicolons',
    'async function f() {\n  const res = await request()\n  return res.json()\n}',
    `async function f() {\n  const res = await request();\n  ${OK}\n  return res.json()\n}`,
  ],
  [
    'behind a type',
    'async function f() { const res = (await request()) as Response; use(res.json()); }',
    `async function f() { const res = (await request()) as Response;\n${OK} use(res.json()); }`,
  ],
  [
    'a statement gets a name',
    'async function f() {\n  await request();\n}',
    `async function f() {\n  const response = await request();\n  ${GIVEN}\n}`,
  ],
  ['at the top of a module', 'const res = await request();', `const res = await request();\n${OK}`],
  [
    'in a case',
    'async function f() { switch (a) { case 1: await request(); } }',
    `async function f() { switch (a) { case 1: const response = await request();\n${GIVEN} } }`,
  ],
  [
    'a callback becomes a block',
    'request().then((res) => res.json());',
    `request().then((res) => { ${OK} return res.json(); });`,
  ],
  [
    'a callback without parentheses',
    'request().then(res => res.json());',
    `request().then(res => { ${OK} return res.json(); });`,
  ],
])('%s', (_name, text, expected) => {
  expect(checked(text)).toBe(expected);
});

it.each([
  ['a name that is taken', 'async function f(response) { await request(); use(response); }'],
  ['no block', 'async function f() { if (a) await request(); }'],
  ['several declarations', 'async function f() { const res = await request(), a = 1; }'],
  ['a pattern', 'async function f() { const { body } = await request(); }'],
  ['in one expression', 'async function f() { return (await request()).json(); }'],
  ['a callback of two parameters', 'request().then((res, i) => res.json());'],
  ['a callback that takes it apart', 'request().then(({ json }) => json());'],
  ['a body in parentheses', 'request().then((res) => (res.json()));'],
  ['a body that is read twice', 'request().then((res) => [res.json(), res.json()]);'],
  ['another response', 'request().then((res) => other.json());'],
])('nothing: %s', (_name, text) => {
  expect(checked(text)).toBeNull();
});

it.each([
  [
    ['ok', 'statusCode'],
    'if (!res.ok) throw new Error(`Request failed with status ${res.statusCode}`);',
  ],
  [
    ['status'],
    'if (res.status >= 400) throw new Error(`Request failed with status ${res.status}`);',
  ],
  [
    ['statusCode'],
    'if (res.statusCode >= 400) throw new Error(`Request failed with status ${res.statusCode}`);',
  ],
])('asks %s', (members, check) => {
  expect(checked('const res = await request();', members)).toBe(
    `const res = await request();\n${check}`,
  );
});
