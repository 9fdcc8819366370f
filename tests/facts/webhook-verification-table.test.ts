import rule from '../../rules/require-webhook-signature.ts';
import { testRule } from '../rule-tester.ts';

/** A framework: how a handler is written around what verifies and what uses the payload. */
interface Framework {
  readonly name: string;
  readonly filename?: string;
  readonly head: string;
  /** Expressions of the raw body and of the signature header. */
  readonly raw: string;
  readonly signature: string;
  readonly refuse: string;
  readonly answer: string;
  readonly open: (mark: readonly [string, string]) => string;
  readonly close: string;
}

const FRAMEWORKS: readonly Framework[] = [
  {
    name: 'Express',
    head: `import express from 'express';\nconst app = express();`,
    raw: 'req.body',
    signature: `req.get('x-signature')`,
    refuse: 'return res.sendStatus(401);',
    answer: 'res.sendStatus(204);',
    open: ([a, b]) => `${a}app.post${b}('/webhooks/orders', express.raw(), async (req, res) => {`,
    close: '});',
  },
  {
    name: 'Fastify',
    head: `import fastify from 'fastify';\nconst app = fastify();`,
    raw: 'request.rawBody',
    signature: `request.headers['x-signature']`,
    refuse: 'return reply.code(401).send();',
    answer: 'return reply.code(204).send();',
    open: ([a, b]) => `${a}app.post${b}('/webhooks/orders', async (request, reply) => {`,
    close: '});',
  },
  {
    name: 'Koa',
    head: `import Router from '@koa/router';\nconst router = new Router();`,
    raw: 'ctx.request.rawBody',
    signature: `ctx.get('x-signature')`,
    refuse: 'return ctx.throw(401);',
    answer: 'ctx.status = 204;',
    open: ([a, b]) => `${a}router.post${b}('/webhooks/orders', async (ctx) => {`,
    close: '});',
  },
  {
    name: 'Hono',
    head: `import { Hono } from 'hono';\nconst app = new Hono();`,
    raw: 'await c.req.text()',
    signature: `c.req.header('x-signature')`,
    refuse: 'return c.body(null, 401);',
    answer: 'return c.body(null, 204);',
    open: ([a, b]) => `${a}app.post${b}('/webhooks/orders', async (c) => {`,
    close: '});',
  },
  {
    name: 'Next',
    filename: 'app/api/webhooks/orders/route.ts',
    head: '',
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'return new Response(null, { status: 401 });',
    answer: 'return new Response(null, { status: 204 });',
    open: ([a, b]) => `export async function ${a}POST${b}(request) {`,
    close: '}',
  },
  {
    name: 'Deno',
    filename: 'functions/orders-webhook/index.ts',
    head: '',
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'return new Response(null, { status: 401 });',
    answer: 'return new Response(null, { status: 204 });',
    open: ([a, b]) => `${a}Deno.serve${b}(async (request) => {`,
    close: '});',
  },
  {
    name: 'Bun',
    filename: 'src/webhook-server.ts',
    head: '',
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'return new Response(null, { status: 401 });',
    answer: 'return new Response(null, { status: 204 });',
    open: ([a, b]) => `${a}Bun.serve${b}({ port: 3000, async fetch(request) {`,
    close: '} });',
  },
  {
    name: 'Workers',
    filename: 'src/webhook.ts',
    head: '',
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'return new Response(null, { status: 401 });',
    answer: 'return new Response(null, { status: 204 });',
    open: ([a, b]) => `export default { async ${a}fetch${b}(request, env) {`,
    close: '} };',
  },
  {
    name: 'Hapi',
    head: `import Hapi from '@hapi/hapi';\nconst server = Hapi.server({ port: 3000 });`,
    raw: 'request.payload',
    signature: `request.headers['x-signature']`,
    refuse: 'return h.response().code(401);',
    answer: 'return h.response().code(204);',
    open: ([a, b]) =>
      `${a}server.route${b}({ method: 'POST', path: '/webhooks/orders', options: { payload: { parse: false } }, handler: async (request, h) => {`,
    close: '} });',
  },
  {
    name: 'Azure Functions',
    head: `import { app } from '@azure/functions';`,
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'return { status: 401 };',
    answer: 'return { status: 204 };',
    open: ([a, b]) =>
      `${a}app.http${b}('orders', { methods: ['POST'], route: 'webhooks/orders', handler: async (request) => {`,
    close: '} });',
  },
  {
    name: 'Elysia',
    head: `import { Elysia, t } from 'elysia';\nconst app = new Elysia();`,
    raw: 'await request.text()',
    signature: `headers['x-signature']`,
    refuse: 'return status(401);',
    answer: 'return status(204);',
    open: ([a, b]) =>
      `${a}app.post${b}('/webhooks/orders', async ({ request, headers, status }) => {`,
    close: `}, { parse: 'none' });`,
  },
];

/** Ways of verifying: what stands before the handler, and a test that is true where the signature is right. */
const WAYS = [
  {
    name: 'an HMAC in a helper',
    head: `import { createHmac, timingSafeEqual } from 'node:crypto';
function isSigned(raw, signature) {
  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}`,
    test: 'isSigned(raw, signature)',
  },
  {
    name: 'an HMAC in place',
    head: `import { createHmac } from 'node:crypto';`,
    test: `createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex') === signature`,
  },
  {
    name: 'a package that answers',
    head: `import { verify } from '@octokit/webhooks-methods';`,
    test: '(await verify(process.env.HOOK_SECRET, raw, signature))',
  },
];

const handler = (
  framework: Framework,
  head: string,
  check: string,
  mark: readonly [string, string] = ['', ''],
) => `${framework.head}
${head}
${framework.open(mark)}
  const raw = ${framework.raw};
  const signature = ${framework.signature};
  ${check.replaceAll('REFUSE', framework.refuse)}
  await fulfil(JSON.parse(raw));
  ${framework.answer}
${framework.close}`;

const pairs = FRAMEWORKS.flatMap((framework) => WAYS.map((way) => ({ framework, way })));
const marked = ['[|', '|]'] as const;
const fileOf = ({ filename }: Framework) => (filename === undefined ? {} : { filename });

testRule(rule, {
  valid: pairs.flatMap(({ framework, way }) => [
    {
      name: `${framework.name}: ${way.name}, refused`,
      code: handler(framework, way.head, `if (!(${way.test})) { REFUSE }`),
      ...fileOf(framework),
    },
    {
      name: `${framework.name}: ${way.name}, thrown`,
      code: handler(framework, way.head, `if (!(${way.test})) throw new Error('wrong signature');`),
      ...fileOf(framework),
    },
  ]),
  invalid: pairs.flatMap(({ framework, way }) => [
    {
      name: `${framework.name}: ${way.name}, only logged`,
      code: handler(framework, way.head, `if (!(${way.test})) console.warn('wrong');`, marked),
      errors: ['bypassable'],
      ...fileOf(framework),
    },
    {
      name: `${framework.name}: ${way.name}, skipped without a header`,
      code: handler(framework, way.head, `if (signature && !(${way.test})) { REFUSE }`, marked),
      errors: ['bypassable'],
      ...fileOf(framework),
    },
    {
      name: `${framework.name}: ${way.name}, refused where it is right`,
      code: handler(framework, way.head, `if (${way.test}) { REFUSE }`, marked),
      errors: ['bypassable'],
      ...fileOf(framework),
    },
  ]),
});
