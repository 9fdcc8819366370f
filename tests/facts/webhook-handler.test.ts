import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';
import type { WebhookHandler } from '../../src/facts/webhook/handler.ts';

function handlersOf(code: string, filename = '/project/src/file.ts'): readonly WebhookHandler[] {
  const ast = parse(code, { range: true, loc: true });
  const context = { filename, sourceCode: { text: code, ast } } as unknown as FactsContext;
  return factsOf(context, null).webhookHandler;
}

const route = (body: string, before = '') =>
  `import express from 'express'; import { createHmac, timingSafeEqual } from 'crypto';
   const app = express();
   const sign = (raw) => createHmac('sha256', process.env.S).update(raw).digest();
   app.post('/webhooks/a', ${before} async (req, res) => { ${body} });`;

const GIVEN = `const given = Buffer.from(req.get('X-Signature'), 'hex');`;

test('framework, path and header reads', () => {
  const [handler] = handlersOf(route(`${GIVEN} await save(req.body);`));
  expect(handler?.framework).toBe('Express');
  expect(handler?.path).toBe('/webhooks/a');
  expect(handler?.headerReads.map(({ name }) => name)).toContain('X-Signature');
  expect(handler?.bodyReads.length).toBeGreaterThan(0);
});

test.each([
  ['/webhooks/shop/orders/create', true],
  ['/webhooks/orders/update', true],
  ['/webhooks/create', false],
  ['/webhooks/endpoints/create', false],
  ['/webhooks/:id/update', false],
])('what %s says by itself: %s', (path, isClear) => {
  const code = `import express from 'express'; const app = express(); app.post('${path}', async (req, res) => { await save(req.body); res.end(); });`;
  expect(handlersOf(code)).toHaveLength(isClear ? 1 : 0);
});

test.each([
  ['exports.shop = async (req, res) => { BODY }', true],
  ['export const shop = async (req, res) => { BODY }', true],
  ['export class Shop { async paid(req, res) { BODY } }', true],
  ['exports.shop = async (req, res, next) => { BODY next(); }', false],
  ['exports.checkSignature = async (req, res) => { BODY }', false],
])('the header of a signature says it, where no name does: %s', (code, is) => {
  const body =
    "if (!same(req.headers['x-signature'], req.rawBody)) return res.status(401).end(); await save(req.body); res.end();";
  expect(handlersOf(code.replace('BODY', body))).toHaveLength(is ? 1 : 0);
});

test('an event of which the fields have types', () => {
  const handlers = handlersOf(
    "export const handler = async (event: { body: string; headers: Record<string, string> }) => { if (!isSigned(event.body, event.headers['x-signature'])) return { statusCode: 401 }; await save(JSON.parse(event.body)); return { statusCode: 202 }; };",
  );
  expect(handlers.map(({ headerReads }) => headerReads.map(({ name }) => name))).toEqual([
    ['x-signature'],
  ]);
});

test('the name of a file is for routes that other routes of it do not stand out from', () => {
  const routes = (...paths: string[]) =>
    `import express from 'express'; const app = express(); ${paths.map((path) => `app.post('${path}', async (req, res) => { await save(req.body); res.end(); });`).join(' ')}`;
  const pathsOf = (code: string) =>
    handlersOf(code, '/project/src/webhook-server.js').map(({ path }) => path);
  expect(pathsOf(routes('/shop', '/bank'))).toEqual(['/shop', '/bank']);
  expect(pathsOf(routes('/webhooks/shop', '/waitlist', '/'))).toEqual(['/webhooks/shop', '/']);
});

test.each([
  ['never', `await save(req.body);`],
  [
    'always',
    `${GIVEN} if (!timingSafeEqual(given, sign(req.body))) return res.end(); await save(req.body);`,
  ],
  ['always', `${GIVEN} if (timingSafeEqual(given, sign(req.body))) await save(req.body);`],
  [
    'always',
    `${GIVEN} const ok = given.length === 32 && timingSafeEqual(given, sign(req.body)); if (!ok) throw new Error(); await save(req.body);`,
  ],
  [
    'always',
    `${GIVEN} let ok = false; try { ok = timingSafeEqual(given, sign(req.body)); } catch {} if (ok !== true) return; await save(req.body);`,
  ],
  ['always', `${GIVEN} timingSafeEqual(given, sign(req.body)) && (await save(req.body));`],
  [
    'always',
    `const h = sign(req.body); if (h.equals(req.headers['x-signature'])) { await save(req.body); }`,
  ],
  ['sometimes', `${GIVEN} timingSafeEqual(given, sign(req.body)); await save(req.body);`],
  [
    'sometimes',
    `${GIVEN} if (timingSafeEqual(given, sign(req.body))) return; await save(req.body);`,
  ],
  [
    'sometimes',
    `${GIVEN} if (process.env.S || !timingSafeEqual(given, sign(req.body))) log(1); await save(req.body);`,
  ],
  [
    'sometimes',
    `${GIVEN} if (given && !timingSafeEqual(given, sign(req.body))) return; await save(req.body);`,
  ],
  ['unknown', `await checks.verifyOrigin(req); await save(req.body);`],
])('%s: %s', (verified, body) => {
  expect(handlersOf(route(body)).map((handler) => handler.verified)).toEqual([verified]);
});

test.each([
  [
    'always',
    `(req, res, next) => { if (sign(req.body) !== req.get('x-signature')) return res.end(); next(); },`,
  ],
  [
    'sometimes',
    `(req, res, next) => { if (process.env.S && sign(req.body) !== req.get('x-signature')) return res.end(); next(); },`,
  ],
  ['unknown', `requireAuth,`],
  ['never', `express.json(),`],
])('middleware verifies %s: %s', (verified, before) => {
  const [handler] = handlersOf(route(`await save(req.body);`, before));
  expect(handler?.verified).toBe(verified);
});

test('a copy of all headers', () => {
  const [handler] = handlersOf(
    `exports.handler = async (event) => { const headers = Object.fromEntries(Object.entries(event.headers).map(([k, v]) => [k.toLowerCase(), v])); await save(event.body, headers['x-signature']); return { statusCode: 204 }; };`,
  );
  expect(handler?.headerReads.map(({ name }) => name)).toEqual(['x-signature']);
});

test.each([
  `fetch('/webhooks', { method: 'POST', body })`,
  `app.get('/webhook', (req, res) => res.json(req.body))`,
  `app.post('/orders', (req, res) => save(req.body))`,
  `app.post('/auth/callback', (req, res) => save(req.body))`,
  `client.post('/webhook', data, options)`,
])('no handler of webhooks: %s', (code) => {
  expect(handlersOf(code)).toEqual([]);
});

test.each([
  ['x-webhook-secret', ['always']],
  ['X-Hook-Token', ['always']],
  ['x-client-secret', []],
  ['x-hookshot-id', []],
])('a shared secret in a header says what comes in: %s', (header, wanted) => {
  const found = handlersOf(
    `import express from 'express'; const app = express();
     app.post('/alerts', (req, res) => { if (req.get('${header}') !== process.env.S) return res.end(); save(req.body.id); res.end(); });`,
  );
  expect(found.map(({ verified }) => verified)).toEqual(wanted);
});
