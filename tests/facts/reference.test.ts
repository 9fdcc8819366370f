import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { Reference } from '../../src/facts/reference/reference.ts';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';

function referencesOf(code: string): readonly Reference[] {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '<input>',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null).reference;
}

const post = (key: string) =>
  `fetch('https://pay.dev/orders', { method: 'POST', headers: { 'X-Key': ${key} }, body: JSON.stringify({ id: ${key} }) })`;
const shown = (code: string) =>
  referencesOf(code).map(({ place, name, origin, retried }) => ({
    place,
    name,
    how: origin.sources.map(({ how }) => how).join('+'),
    retried: retried?.how ?? null,
  }));

test.each([
  ['crypto.randomUUID()', 'unique'],
  ['globalThis.crypto.randomUUID()', 'unique'],
  ['Date.now()', 'clock'],
  ['new Date().toISOString()', 'clock'],
  ['`a-${+new Date()}`', 'clock'],
  ['Math.random().toString(36)', 'random'],
  ['`${Date.now()}-${Math.random()}`', 'clock+random'],
])('what %s is made of', (code, how) => {
  expect(shown(`const o = { idempotencyKey: ${code} };`)).toEqual([
    { place: 'key', name: 'idempotencyKey', how, retried: null },
  ]);
});

test.each([
  'id',
  '"fixed"',
  'store.get(id) ?? crypto.randomUUID()',
  'createdAt.getTime()',
  'new Date(createdAt).getTime()',
  'Math.floor(Date.now() / 3600000)',
  'save(crypto.randomUUID())',
])('%s is not made there', (code) => {
  expect(shown(`const o = { idempotencyKey: ${code} };`)).toEqual([]);
});

test('headers and fields of a request', () => {
  expect(shown(`${post('crypto.randomUUID()')};`)).toEqual([
    { place: 'header', name: 'X-Key', how: 'unique', retried: null },
    { place: 'field', name: 'id', how: 'unique', retried: null },
  ]);
});

test.each([
  [
    `async function f() { for (let n = 0; n < 3; n++) { const r = await ${post('crypto.randomUUID()')}; if (r.ok) return r; } }`,
    'loop',
  ],
  [
    `async function f() { for (const ms of [100, 200]) { try { return await ${post('crypto.randomUUID()')}; } catch { await sleep(ms); } } }`,
    'loop',
  ],
  [
    `async function f(n) { try { return await ${post('crypto.randomUUID()')}; } catch (e) { if (n < 1) throw e; return f(n - 1); } }`,
    'recursion',
  ],
  [
    `import { withRetry } from '@own/net'; withRetry(() => ${post('crypto.randomUUID()')});`,
    'callback',
  ],
  [
    `import got from 'got'; import retry from 'async-retry'; const run = () => ${post('crypto.randomUUID()')}; retry(run);`,
    'callback',
  ],
  [
    `async function f(xs) { for (const x of xs) { try { await ${post('crypto.randomUUID()')}; } catch { continue; } } }`,
    null,
  ],
  [
    `async function f() { const key = crypto.randomUUID(); for (;;) { const r = await ${post('key')}; if (r.ok) return r; } }`,
    null,
  ],
  [
    `async function f() { while (queue.length > 0) { try { await ${post('crypto.randomUUID()')}; break; } catch {} } }`,
    null,
  ],
])('where it is made: %s', (code, how) => {
  const found = shown(code);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ retried }) => retried === how)).toBe(true);
});
