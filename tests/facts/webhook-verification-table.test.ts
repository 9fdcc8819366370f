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
  /** Written in TypeScript: it has decorators. */
  readonly isTyped?: true;
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

const MORE: readonly Framework[] = [
  {
    name: 'Next pages',
    filename: 'pages/api/webhooks/orders.ts',
    head: `import getRawBody from 'raw-body';\nexport const config = { api: { bodyParser: false } };`,
    raw: 'await getRawBody(req)',
    signature: `req.headers['x-signature']`,
    refuse: 'return res.status(401).end();',
    answer: 'res.status(204).end();',
    open: ([a, b]) => `export default async function ${a}handler${b}(req, res) {`,
    close: '}',
  },
  {
    name: 'Nest',
    head: `import { Controller, Post, Req, UnauthorizedException } from '@nestjs/common';`,
    raw: 'request.rawBody',
    signature: `request.headers['x-signature']`,
    refuse: 'throw new UnauthorizedException();',
    answer: 'return null;',
    open: ([a, b]) =>
      `@Controller('webhooks')\nexport class Orders {\n${a}@Post('orders')${b}\nasync take(@Req() request: RawBodyRequest<Request>) {`,
    close: '} }',
    isTyped: true,
  },
  {
    name: 'Remix',
    filename: 'app/routes/webhooks.orders.ts',
    head: '',
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'return new Response(null, { status: 401 });',
    answer: 'return new Response(null, { status: 204 });',
    open: ([a, b]) => `export async function ${a}action${b}({ request }) {`,
    close: '}',
  },
  {
    name: 'SvelteKit',
    filename: 'src/routes/webhooks/orders/+server.ts',
    head: `import { error } from '@sveltejs/kit';`,
    raw: 'await request.text()',
    signature: `request.headers.get('x-signature')`,
    refuse: 'error(401);',
    answer: 'return new Response(null, { status: 204 });',
    open: ([a, b]) => `export async function ${a}POST${b}({ request }) {`,
    close: '}',
  },
  {
    name: 'Nitro',
    filename: 'server/api/webhooks/orders.post.ts',
    head: '',
    raw: 'await readRawBody(event)',
    signature: `getHeader(event, 'x-signature')`,
    refuse: 'throw createError({ statusCode: 401 });',
    answer: 'return null;',
    open: ([a, b]) => `export default ${a}defineEventHandler${b}(async (event) => {`,
    close: '});',
  },
  {
    name: 'Lambda',
    filename: 'functions/webhooks/orders.ts',
    head: '',
    raw: 'event.body',
    signature: `event.headers['x-signature']`,
    refuse: 'return { statusCode: 401 };',
    answer: 'return { statusCode: 204 };',
    open: ([a, b]) => `export const ${a}handler${b} = async (event) => {`,
    close: '};',
  },
  {
    name: 'node:http',
    filename: 'src/webhook-server.ts',
    head: `import { createServer } from 'node:http';\nimport { buffer } from 'node:stream/consumers';`,
    raw: 'await buffer(req)',
    signature: `req.headers['x-signature']`,
    refuse: 'return void res.writeHead(401).end();',
    answer: 'res.writeHead(204).end();',
    open: ([a, b]) => `${a}createServer${b}(async (req, res) => {`,
    close: '});',
  },
];

/** Ways of verifying: what stands before the handler, and a test that is true where the signature is right. */
const WAYS: readonly Way[] = [
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
    name: 'a helper of another file',
    head: `import { isSigned } from './signed';`,
    test: 'isSigned(raw, signature)',
    helper: `import { createHmac, timingSafeEqual } from 'node:crypto';
export function isSigned(raw, signature) {
  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}`,
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

interface Way {
  readonly name: string;
  readonly head: string;
  readonly test: string;
  /** The text of `./signed`. */
  readonly helper?: string;
}

const ALL = [...FRAMEWORKS, ...MORE];
const pairs = ALL.flatMap((framework) => WAYS.map((way) => ({ framework, way })));
const marked = ['[|', '|]'] as const;

function placeOf({ filename, isTyped }: Framework, way?: Way) {
  const file = filename ?? 'src/file.ts';
  const folder = file.slice(0, file.lastIndexOf('/'));
  return {
    filename: file,
    ...(isTyped ? { parser: 'ts' as const } : {}),
    ...(way?.helper === undefined ? {} : { files: { [`${folder}/signed.ts`]: way.helper } }),
  };
}

/** A signature that is not always looked at: what stands for the check. */
const FAILURES: readonly { readonly name: string; readonly check: (test: string) => string }[] = [
  { name: 'only logged', check: (test) => `if (!(${test})) console.warn('wrong');` },
  {
    name: 'skipped without a header',
    check: (test) => `if (signature && !(${test})) { REFUSE }`,
  },
  {
    name: 'skipped without a secret',
    check: (test) => `if (process.env.HOOK_SECRET) { if (!(${test})) { REFUSE } }`,
  },
  {
    name: 'skipped outside production',
    check: (test) => `if (process.env.NODE_ENV === 'production' && !(${test})) { REFUSE }`,
  },
  { name: 'refused where it is right', check: (test) => `if (${test}) { REFUSE }` },
  {
    name: 'after the first use',
    check: (test) => `await fulfil(JSON.parse(raw)); if (!(${test})) { REFUSE }`,
  },
  {
    name: 'on one way alone',
    check: (test) => `if (raw.length > 1000) { if (!(${test})) { REFUSE } }`,
  },
  {
    name: 'let pass when it fails to tell',
    check: (test) => `try { if (!(${test})) { REFUSE } } catch (error) { console.warn(error); }`,
  },
];

/** A package that throws. */
const THROWING = `import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_KEY);`;
const CONSTRUCT = 'stripe.webhooks.constructEvent(raw, signature, process.env.HOOK_SECRET)';

testRule(rule, {
  valid: [
    ...pairs.flatMap(({ framework, way }) => [
      {
        name: `${framework.name}: ${way.name}, refused`,
        code: handler(framework, way.head, `if (!(${way.test})) { REFUSE }`),
        ...placeOf(framework, way),
      },
      {
        name: `${framework.name}: ${way.name}, thrown`,
        code: handler(
          framework,
          way.head,
          `if (!(${way.test})) throw new Error('wrong signature');`,
        ),
        ...placeOf(framework, way),
      },
      {
        name: `${framework.name}: ${way.name}, refused without a secret too`,
        code: handler(
          framework,
          way.head,
          `if (!process.env.HOOK_SECRET) { REFUSE }\n  if (!signature || !(${way.test})) { REFUSE }`,
        ),
        ...placeOf(framework, way),
      },
    ]),
    ...ALL.flatMap((framework) => [
      {
        name: `${framework.name}: a package that throws`,
        code: handler(framework, THROWING, `${CONSTRUCT};`),
        ...placeOf(framework),
      },
      {
        name: `${framework.name}: a package that throws, and it is caught`,
        code: handler(framework, THROWING, `try { ${CONSTRUCT}; } catch { REFUSE }`),
        ...placeOf(framework),
      },
    ]),
  ],
  invalid: [
    ...pairs.flatMap(({ framework, way }) =>
      FAILURES.map(({ name, check }) => ({
        name: `${framework.name}: ${way.name}, ${name}`,
        code: handler(framework, way.head, check(way.test), marked),
        errors: ['bypassable'],
        ...placeOf(framework, way),
      })),
    ),
    ...ALL.flatMap((framework) => [
      {
        name: `${framework.name}: none`,
        code: handler(framework, '', '', marked),
        errors: ['missing'],
        ...placeOf(framework),
      },
      {
        name: `${framework.name}: a package that throws, and it goes on`,
        code: handler(
          framework,
          THROWING,
          `try { ${CONSTRUCT}; } catch (error) { console.warn(error); }`,
          marked,
        ),
        errors: ['bypassable'],
        ...placeOf(framework),
      },
      {
        name: `${framework.name}: a package that throws, where there is a header`,
        code: handler(framework, THROWING, `if (signature) ${CONSTRUCT};`, marked),
        errors: ['bypassable'],
        ...placeOf(framework),
      },
    ]),
  ],
});
