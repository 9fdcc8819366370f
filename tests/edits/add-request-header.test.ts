import { describe, expect, it } from 'vitest';
import { headerChange, headerKey } from '../../src/edits/add-header.ts';
import { addFreshHeader, addFreshHeaderToAll } from '../../src/edits/add-request-header.ts';
import { addKey } from '../../src/edits/add-key.ts';
import type { KeyPlace } from '../../src/edits/add-key.ts';
import { freshId } from '../../src/edits/fresh-id.ts';
import { isLoop } from '../../src/ast/node.ts';
import { nodesOf } from '../../src/ast/nodes.ts';
import { moduleOf } from '../../src/values/module.ts';
import type { OptionsPlace } from '../../src/values/options-place.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** The call of `f`, and its second argument as its options. */
function read(text: string) {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const call = module.calls.find(
    ({ callee }) => callee.type === 'Identifier' && callee.name === 'f',
  );
  if (call?.type !== 'CallExpression') throw new Error('No call.');
  const [, object] = call.arguments;
  const place: OptionsPlace =
    object?.type === 'ObjectExpression'
      ? { kind: 'object', object, isOwn: true, module }
      : { kind: 'argument', call, index: 1, module };
  return { module, call, place };
}

describe('headerChange', () => {
  const added = (text: string): string | null => {
    const change = headerChange(read(text).place, 'X-Id', 'id');
    return appliedTo(text, change && { safe: true, title: '', changes: [change] });
  };

  it.each([
    ['f(u)', `f(u, { headers: { 'X-Id': id } })`],
    ['f(u, { method })', `f(u, { method, headers: { 'X-Id': id } })`],
    ['f(u, { headers: {} })', `f(u, { headers: { 'X-Id': id } })`],
    ['f(u, { headers: { a } })', `f(u, { headers: { a, 'X-Id': id } })`],
    ['f(u, { headers: { ...a } })', `f(u, { headers: { ...a, 'X-Id': id } })`],
    ['f(u, { headers })', null],
    ['f(u, { headers: new Headers() })', null],
    [`f(u, { headers: { 'X-Id': 1 } })`, null],
    [`f(u, { headers: { 'x-id': undefined } })`, null],
    ['f(u, { headers: { [k]: 1 } })', null],
  ])('%s', (text, expected) => {
    expect(added(text)).toBe(expected);
  });

  it('leaves alone what it has added', () => {
    expect(added(added('f(u)') ?? '')).toBeNull();
  });

  it('writes names that are words as they are', () => {
    expect([headerKey('Authorization'), headerKey('X-Id')]).toEqual(['Authorization', `'X-Id'`]);
  });
});

describe('freshId', () => {
  it.each([
    ['f(u)', 'crypto.randomUUID()'],
    [`import { randomUUID } from 'node:crypto'; f(u)`, 'randomUUID()'],
    [`import { randomUUID as id } from 'crypto'; f(u)`, 'id()'],
    [`import * as c from 'node:crypto'; f(u)`, 'c.randomUUID()'],
    [`const c = require('crypto'); f(u)`, 'c.randomUUID()'],
    [`import type { randomUUID } from 'node:crypto'; f(u)`, 'crypto.randomUUID()'],
    [`import crypto from 'node:crypto'; f(u)`, 'crypto.randomUUID()'],
    [`import crypto from './crypto'; f(u)`, null],
    ['function g(crypto) { f(u); }', null],
  ])('%s', (text, expected) => {
    const { module, call } = read(text);
    expect(freshId(module, call)).toBe(expected);
  });
});

describe('addFreshHeader', () => {
  it('sends an id, safe only where the options are its own', () => {
    const { place, call } = read('f(u, {})');
    const edit = addFreshHeader(place, call, 'X-Id', true);
    expect(appliedTo('f(u, {})', edit)).toBe(`f(u, { headers: { 'X-Id': crypto.randomUUID() } })`);
    expect(edit?.safe).toBe(true);
    const shared = place.kind === 'object' ? { ...place, isOwn: false } : place;
    expect(addFreshHeader(shared, call, 'X-Id', true)?.safe).toBe(false);
    expect(addFreshHeader(place, call, 'X-Id', false)?.safe).toBe(false);
  });

  it('needs a place, and a way to make one', () => {
    const { call } = read('f(u)');
    expect(addFreshHeader(null, call, 'X-Id', true)).toBeNull();
    const taken = read('function g(crypto) { f(u); }');
    expect(addFreshHeader(taken.place, taken.call, 'X-Id', true)).toBeNull();
  });
});

describe('addFreshHeaderToAll', () => {
  const toAll = (text: string): string | null => {
    const { module, call } = read(text);
    return appliedTo(text, addFreshHeaderToAll(call, 'interceptors.request.use', 'X-Id', module));
  };

  it.each(['const api = f();', 'export const api = f();'])('%s', (text) => {
    expect(toAll(`${text}\napi.get();`)).toBe(
      `${text}\n\napi.interceptors.request.use((config) => {\n  config.headers['X-Id'] = crypto.randomUUID();\n  return config;\n});\napi.get();`,
    );
  });

  it.each(['export default f();', 'const { get } = f();', 'api = f();'])('nothing: %s', (text) => {
    expect(toAll(text)).toBeNull();
  });
});

describe('addKey', () => {
  const keyed = (text: string, key: KeyPlace = { header: 'Idempotency-Key' }): string | null => {
    const { module, call, place } = read(text);
    const loop = [...nodesOf(module.program, module.visitorKeys)].find((node) => isLoop(node));
    return appliedTo(text, addKey(place, call, loop ?? null, key, module));
  };

  it.each([
    [
      'await f(u);',
      `const idempotencyKey = crypto.randomUUID();\nawait f(u, { headers: { 'Idempotency-Key': idempotencyKey } });`,
    ],
    [
      'function g() {\n  return f(u, { method });\n}',
      `function g() {\n  const idempotencyKey = crypto.randomUUID();\n  return f(u, { method, headers: { 'Idempotency-Key': idempotencyKey } });\n}`,
    ],
    [
      'for (;;) {\n  await f(u);\n}',
      `const idempotencyKey = crypto.randomUUID();\nfor (;;) {\n  await f(u, { headers: { 'Idempotency-Key': idempotencyKey } });\n}`,
    ],
    [
      'const send = () => f(u);',
      `const send = () => f(u, { headers: { 'Idempotency-Key': crypto.randomUUID() } });`,
    ],
  ])('%s', (text, expected) => {
    expect(keyed(text)).toBe(expected);
  });

  it('takes another name where its own is taken', () => {
    expect(keyed('const idempotencyKey = 1;\nawait f(u);')).toMatch(
      /^const idempotencyKey = 1;\nconst (?!idempotencyKey )(\w+) = crypto\.randomUUID\(\);\nawait f\(u, \{ headers: \{ 'Idempotency-Key': \1 \} \}\);$/,
    );
  });

  it('gives it to an option', () => {
    expect(keyed('await f(u, {});', { option: 'idempotencyKey' })).toBe(
      'const idempotencyKey = crypto.randomUUID();\nawait f(u, { idempotencyKey: idempotencyKey });',
    );
  });

  it.each([
    `await f(u, { headers: { 'Idempotency-Key': key } });`,
    'await f(u, { headers });',
    'function g(crypto) { f(u); }',
  ])('nothing: %s', (text) => {
    expect(keyed(text)).toBeNull();
  });
});
