import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';

function comparesOf(code: string): string[] {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '/project/src/file.ts',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null).signatureCompare.map(
    ({ subject, form, fault }) => `${subject} ${form} ${fault ?? 'fine'}`,
  );
}

const IMPORT = `import { createHmac, createHash, timingSafeEqual } from 'crypto';\n`;

test.each([
  [
    'stream of a hmac',
    `const h = createHmac('sha1', k); h.update(x); const a = h.digest('hex'); a === y;`,
    ['signature operator leaks'],
  ],
  [
    'several updates',
    `createHmac('a', k).update(x).update(y).update(z).digest('hex') == sent;`,
    ['signature operator leaks'],
  ],
  [
    'a template around it',
    "const e = `sha256=${createHmac('sha256', k).update(b).digest('hex')}`; if (e !== s) throw 1;",
    ['signature operator leaks'],
  ],
  [
    'bytes to text',
    `Buffer.from(createHmac('a', k).update(b).digest()).toString('base64') === s;`,
    ['signature operator leaks'],
  ],
  [
    'a field that another method writes',
    `class A { e = ''; of(b) { this.e = createHmac('a', k).update(b).digest('hex'); return this; } ok(s) { return this.e === s; } }`,
    ['signature operator leaks'],
  ],
  [
    'a field of the same name in another class',
    `class A { of(b) { this.e = createHmac('a', k).update(b).digest('hex'); } } class B { ok(s) { return this.e === s; } }`,
    [],
  ],
  [
    'a class field',
    `class A { #e = createHmac('a', k).update(b).digest('hex'); ok(s) { return this.#e === s; } }`,
    ['signature operator leaks'],
  ],
  [
    'let, written later',
    `let e; e = createHmac('a', k).update(b).digest('hex'); s === e;`,
    ['signature operator leaks'],
  ],
  [
    'both sides are computed',
    `const h = (x) => createHmac('a', k).update(x).digest('hex'); h(a) === h(b);`,
    [],
  ],
  [
    'a hash of the body against an etag',
    `createHash('md5').update(b).digest('hex') === req.headers.etag;`,
    [],
  ],
  [
    'a hash that a secret went into',
    `createHash('md5').update(b + process.env.HOOK_SECRET).digest('hex') === req.body.sign;`,
    ['signature operator leaks'],
  ],
  [
    'both hashed',
    `const s = (x) => createHash('a').update(x).digest('hex'); s(req.headers['x-key']) === s(process.env.API_KEY);`,
    [],
  ],
  ['a length', `createHmac('a', k).update(b).digest('hex').length === sig.length;`, []],
  [
    'lengths first',
    `const f = (a, b) => a.length === b.length && timingSafeEqual(a, b);`,
    ['signature timed fine'],
  ],
  [
    'the length of a list, and of nothing else',
    `export const f = (token, wanted) => { const parts = token.split('.'); if (parts.length !== 2) return false; return timingSafeEqual(Buffer.from(parts[1]), wanted); };`,
    ['signature timed throws'],
  ],
  [
    'the length that a signature has',
    `export const f = (sent, wanted) => { if (sent.length !== 64) return false; return timingSafeEqual(Buffer.from(sent, 'hex'), wanted); };`,
    ['signature timed fine'],
  ],
  ['no lengths', `export const f = (a, b) => timingSafeEqual(a, b);`, ['signature timed throws']],
  [
    'a basic password',
    `const [, pass] = atob(req.headers.authorization.slice(6)).split(':'); pass === process.env.HOOK_PASSWORD;`,
    ['secret operator leaks'],
  ],
  [
    'a verify token',
    `req.query['hub.verify_token'] === process.env.VERIFY_TOKEN;`,
    ['secret operator leaks'],
  ],
  [
    'a secret in the query, of a framework without a request',
    `export default defineEventHandler((event) => { const { secret } = getQuery(event); if (secret !== useRuntimeConfig().hookSecret) throw createError({ statusCode: 401 }); });`,
    ['secret operator leaks'],
  ],
  ['a public key', `req.query.key === process.env.NEXT_PUBLIC_KEY;`, []],
  [
    'a response of ours',
    `const res = await fetch(u); res.headers.get('x-signature') === known;`,
    [],
  ],
  [
    'a name of a header',
    `const name = 'x-signature'; export const f = (headers, known) => headers[name] === known;`,
    ['signature operator leaks'],
  ],
])('%s', (_name, code, expected) => {
  expect(comparesOf(IMPORT + code)).toEqual(expected);
});
