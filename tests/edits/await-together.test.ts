import { expect, it } from 'vitest';
import { awaitTogether } from '../../src/edits/await-together.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** Without an export, `await (…)` would be a call. */
const MODULE = '\nexport {};';

/** All declarations of a text, awaited together. */
function together(text: string): string | null {
  const module = moduleOf({ ...parse(text + MODULE), file: null }, null);
  const statements = module.program.body.filter((each) => each.type === 'VariableDeclaration');
  return appliedTo(text, awaitTogether(statements, module));
}

it.each([
  [
    'const a = await f();\nconst b = await g();',
    'const [a, b] = await Promise.all([\n  f(),\n  g(),\n]);',
  ],
  [
    '  const { a } = await f()\n  const [b] = await g()\n  const c = await h(1, 2)',
    '  const [{ a }, [b], c] = await Promise.all([\n    f(),\n    g(),\n    h(1, 2),\n  ])',
  ],
  [
    'const a = await (await f()).json(); const b = await g();',
    'const [a, b] = await Promise.all([\n  (await f()).json(),\n  g(),\n]);',
  ],
])('%s', (text, expected) => {
  expect(together(text)).toBe(expected);
});

it.each([
  ['one alone', 'const a = await f();'],
  ['a name that changes', 'let a = await f();\nconst b = await g();'],
  ['a type', 'const a: A = await f();\nconst b = await g();'],
  ['two in one declaration', 'const a = await f(), c = 1;\nconst b = await g();'],
  ['no promise', 'const a = await f();\nconst b = g();'],
  ['more than the promise', 'const a = (await f()).data;\nconst b = await g();'],
  ['a comment between', 'const a = await f(); // why\nconst b = await g();'],
  ['a statement between', 'const a = await f();\nuse();\nconst b = await g();'],
  ['a comment in a name', 'const { a /* why */ } = await f();\nconst b = await g();'],
  ['what it has written', 'const [a, b] = await Promise.all([\n  f(),\n  g(),\n]);'],
])('nothing: %s', (_name, text) => {
  expect(together(text)).toBeNull();
});

it('needs statements', () => {
  const module = moduleOf({ ...parse('f();'), file: null }, null);
  expect(awaitTogether(null, module)).toBeNull();
});
