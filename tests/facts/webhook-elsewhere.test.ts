import rule from '../../rules/require-webhook-signature.ts';
import { testRule } from '../rule-tester.ts';

/** Verification that stands in another file than the handler: that it covers the route, and that it does not. */

const HMAC = `import { createHmac, timingSafeEqual } from 'node:crypto';
function isSigned(raw, signature) {
  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
`;

interface Place {
  readonly name: string;
  readonly filename: string;
  /** The handler, marked where it is reported. */
  readonly code: string;
  /** The file that verifies, with `ROUTE` where it says which routes it is for. */
  readonly files: Readonly<Record<string, string>>;
  /** What `ROUTE` is where the handler's route is covered, and where it is not. */
  readonly covering: readonly string[];
  readonly passing: readonly string[];
}

const NEXT = `export async function [|POST|](request) {
  const event = await request.json();
  await fulfil(event);
  return new Response(null, { status: 204 });
}`;

const NEXT_FILE = `${HMAC}import { NextResponse } from 'next/server';
export async function middleware(request) {
  const { pathname } = request.nextUrl;
  ROUTE
  if (!isSigned(await request.text(), request.headers.get('x-signature'))) return new Response(null, { status: 401 });
  return NextResponse.next();
}
`;
const NEXT_ROUTES = {
  covering: ['', `if (!pathname.startsWith('/api/webhooks')) return NextResponse.next();`],
  passing: [
    `if (!pathname.startsWith('/api/admin')) return NextResponse.next();`,
    `if (pathname.startsWith('/api/webhooks/')) return NextResponse.next();`,
    `if (['/login', '/api/webhooks'].some((path) => pathname.startsWith(path))) return NextResponse.next();`,
    `if (/^\\/api\\/webhooks/.test(pathname)) return NextResponse.next();`,
  ],
};

const NEST = `import { Body, Controller, Post } from '@nestjs/common';
import { OrdersService } from './orders.service';
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly orders: OrdersService) {}
  [|@Post('orders')|]
  async take(@Body() event: { type: string }) {
    await this.orders.fulfil(event);
  }
}`;
const GUARD = `import { CanActivate, Injectable } from '@nestjs/common';
${HMAC}
@Injectable()
export class SignatureGuard implements CanActivate {
  canActivate(context) {
    const request = context.switchToHttp().getRequest();
    return isSigned(request.rawBody, request.headers['x-signature']);
  }
}`;
const SESSION = `import { CanActivate, Injectable } from '@nestjs/common';
@Injectable()
export class SessionGuard implements CanActivate {
  canActivate(context) {
    return this.sessions.verify(context.switchToHttp().getRequest());
  }
}`;
const MIDDLEWARE = `${HMAC}
export class SignatureMiddleware {
  use(req, res, next) {
    if (!isSigned(req.rawBody, req.headers['x-signature'])) return res.sendStatus(401);
    next();
  }
}`;

const EXPRESS_ROUTER = `import { Router } from 'express';
export const router = Router();
[|router.post|]('/orders', async (req, res) => {
  await fulfil(req.body);
  res.sendStatus(204);
});`;
const EXPRESS_VERIFY = `${HMAC}
export function checked(req, res, next) {
  if (!isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  next();
}
export function halfChecked(req, res, next) {
  if (process.env.NODE_ENV === 'production' && !isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  next();
}`;

const PLACES: readonly Place[] = [
  {
    name: 'Next middleware.ts',
    filename: 'app/api/webhooks/orders/route.ts',
    code: NEXT,
    files: { 'middleware.ts': NEXT_FILE },
    ...NEXT_ROUTES,
  },
  {
    name: 'Next src/proxy.ts',
    filename: 'src/app/(hooks)/api/webhooks/[shop]/route.ts',
    code: NEXT,
    files: { 'src/proxy.ts': NEXT_FILE.replace('function middleware', 'function proxy') },
    ...NEXT_ROUTES,
  },
  {
    name: 'Next, by the matcher',
    filename: 'app/api/webhooks/orders/route.ts',
    code: NEXT,
    files: {
      'middleware.ts': `${NEXT_FILE.replace('ROUTE', '')}export const config = { matcher: ROUTE };`,
    },
    covering: [
      `'/api/webhooks/:path*'`,
      `['/admin', '/api/:path*']`,
      `'/((?!_next).*)'`,
      'MATCHER',
    ],
    passing: [`'/admin/:path*'`, `['/account', '/api/orders']`, `'/((?!api|_next).*)'`],
  },
  {
    name: 'Next, a session that is looked at',
    filename: 'app/api/webhooks/orders/route.ts',
    code: NEXT,
    files: {
      'middleware.ts': `import { authMiddleware } from './auth';\nexport default async function middleware(request) {\n  ROUTE\n  await sessions.authenticate(request);\n}`,
    },
    covering: [`await hooks.verifySignature(request);`],
    passing: [''],
  },
  {
    name: 'Next pages',
    filename: 'pages/api/webhooks/orders.ts',
    code: `export default async function [|handler|](req, res) {
  await fulfil(req.body);
  res.status(204).end();
}`,
    files: { 'middleware.ts': NEXT_FILE },
    ...NEXT_ROUTES,
  },
  {
    name: 'SvelteKit hooks.server.ts',
    filename: 'src/routes/api/webhooks/orders/+server.ts',
    code: `export async function [|POST|]({ request }) {
  await fulfil(await request.json());
  return new Response(null, { status: 204 });
}`,
    files: {
      'src/hooks.server.ts': `${HMAC}import { sequence } from '@sveltejs/kit/hooks';
async function signed({ event, resolve }) {
  ROUTE
    const ok = isSigned(await event.request.clone().text(), event.request.headers.get('x-signature'));
    if (!ok) return new Response(null, { status: 401 });
  }
  return resolve(event);
}
export const handle = sequence(({ event, resolve }) => resolve(event), signed);`,
    },
    covering: [`if (event.url.pathname.startsWith('/api/webhooks')) {`, '{'],
    passing: [`if (event.url.pathname.startsWith('/api/admin')) {`],
  },
  {
    name: 'Nitro server/middleware',
    filename: 'server/api/webhooks/orders.post.ts',
    code: `export default [|defineEventHandler|](async (event) => {
  await fulfil(await readBody(event));
  return null;
});`,
    files: {
      'server/middleware/01.signed.ts': `${HMAC}export default defineEventHandler(async (event) => {
  ROUTE
  if (!isSigned(await readRawBody(event), getHeader(event, 'x-signature'))) throw createError({ statusCode: 401 });
});`,
    },
    covering: ['', `if (!event.path.startsWith('/api/webhooks')) return;`],
    passing: [`if (!event.path.startsWith('/api/internal')) return;`],
  },
  {
    name: 'Nest, in main.ts',
    filename: 'src/webhooks/webhooks.controller.ts',
    code: NEST,
    files: {
      'src/webhooks/signature.guard.ts': GUARD,
      'src/session.guard.ts': SESSION,
      'src/signed.ts': EXPRESS_VERIFY,
      'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { SignatureGuard } from './webhooks/signature.guard';
import { SessionGuard } from './session.guard';
import { checked } from './signed';
const app = await NestFactory.create(AppModule);
ROUTE
await app.listen(3000);`,
    },
    covering: [
      'app.useGlobalGuards(new SignatureGuard());',
      'app.useGlobalGuards(new SessionGuard(), new SignatureGuard());',
      'app.use(checked);',
      `app.use('/webhooks', checked);`,
    ],
    passing: [
      '',
      'app.useGlobalGuards(new SessionGuard());',
      `app.use('/admin', checked);`,
      'app.useGlobalPipes(new ValidationPipe());',
    ],
  },
  {
    name: 'Nest, in a module',
    filename: 'src/webhooks/webhooks.controller.ts',
    code: NEST,
    files: {
      'src/webhooks/signature.guard.ts': GUARD,
      'src/webhooks/signature.middleware.ts': MIDDLEWARE,
      'src/app.module.ts': `import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SignatureGuard } from './webhooks/signature.guard';
import { SignatureMiddleware } from './webhooks/signature.middleware';
import { WebhooksController } from './webhooks/webhooks.controller';
import { OrdersController } from './orders.controller';
ROUTE`,
      'src/orders.controller.ts': 'export class OrdersController {}',
    },
    covering: [
      '@Module({ providers: [{ provide: APP_GUARD, useClass: SignatureGuard }] }) export class AppModule {}',
      '@Module({}) export class AppModule { configure(consumer) { consumer.apply(SignatureMiddleware).forRoutes(WebhooksController); } }',
      `@Module({}) export class AppModule { configure(consumer) { consumer.apply(SignatureMiddleware).exclude('x').forRoutes({ path: 'webhooks/*', method: 2 }); } }`,
      `@Module({}) export class AppModule { configure(consumer) { consumer.apply(SignatureMiddleware).forRoutes('*'); } }`,
    ],
    passing: [
      '@Module({ providers: [SignatureGuard] }) export class AppModule {}',
      '@Module({ providers: [{ provide: OTHER, useClass: SignatureGuard }] }) export class AppModule {}',
      '@Module({}) export class AppModule { configure(consumer) { consumer.apply(SignatureMiddleware).forRoutes(OrdersController); } }',
      `@Module({}) export class AppModule { configure(consumer) { consumer.apply(SignatureMiddleware).forRoutes('orders'); } }`,
      '@Module({}) export class AppModule { configure(consumer) { consumer.apply(LoggerMiddleware).forRoutes(WebhooksController); } }',
    ],
  },
  {
    name: 'Express, where the router is mounted',
    filename: 'src/routes/webhooks.ts',
    code: EXPRESS_ROUTER,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/app.ts': `import express from 'express';
import { router as webhooks } from './routes/webhooks';
import { checked, halfChecked } from './signed';
const app = express();
ROUTE`,
    },
    covering: [
      `app.use('/webhooks', checked, webhooks);`,
      `app.use(checked); app.use('/webhooks', webhooks);`,
      `app.use('/webhooks', checked); app.use('/webhooks', webhooks);`,
      `app.use('/webhooks', [checked], webhooks);`,
      `const v1 = express.Router(); v1.use('/webhooks', webhooks); app.use('/v1', checked, v1);`,
    ],
    passing: [
      '',
      `app.use('/webhooks', express.raw({ type: '*/*' }), webhooks);`,
      `app.use('/admin', checked); app.use('/webhooks', webhooks);`,
      `app.use('/webhooks', webhooks); app.use(checked);`,
    ],
  },
  {
    name: 'Express, an application in a folder beside that of its routes',
    filename: 'src/routes/webhooks.ts',
    code: EXPRESS_ROUTER,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/utils/app.ts': `import express from 'express';
import { router as webhooks } from '../routes/webhooks';
import { checked } from '../signed';
const app = express();
ROUTE`,
    },
    covering: [`app.use('/webhooks', checked, webhooks);`],
    passing: [`app.use('/webhooks', webhooks);`],
  },
  {
    name: 'Express, the parser of the body verifies',
    filename: 'src/routes/webhooks.ts',
    code: EXPRESS_ROUTER,
    files: {
      'src/app.ts': `${HMAC}import express from 'express';
import { router as webhooks } from './routes/webhooks';
const refuse = (req, res, bytes) => { if (!isSigned(bytes, req.headers['x-signature'])) throw new Error('not signed'); };
const mark = (req, res, bytes) => { req.isSigned = isSigned(bytes, req.headers['x-signature']); };
const app = express();
ROUTE
app.use('/webhooks', webhooks);`,
    },
    covering: ['app.use(express.json({ verify: refuse }));'],
    passing: ['app.use(express.json());', 'app.use(express.json({ verify: mark }));'],
  },
  {
    name: 'Express, a method of a class that another file mounts',
    filename: 'src/controllers/payments.controller.ts',
    code: `export class PaymentsController {
  async [|webhook|](req, res) {
    await fulfil(req.body);
    res.sendStatus(204);
  }
}`,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/routes/payments.ts': `import { Router } from 'express';
import { PaymentsController } from '../controllers/payments.controller';
import { checked } from '../signed';
const payments = new PaymentsController();
export const router = Router();
ROUTE`,
    },
    covering: [
      `router.post('/webhook', checked, payments.webhook);`,
      `router.post('/webhook', checked, payments.webhook.bind(payments));`,
      `router.post('/webhook', checked, (req, res) => payments.webhook(req, res));`,
      `router.post('/webhook', checked, (req, res) => { void payments.webhook(req as Signed, res); });`,
      `router.use(checked); router.post('/webhook', payments.webhook);`,
    ],
    passing: [
      `router.post('/webhook', payments.webhook.bind(payments));`,
      `router.post('/webhook', (req, res) => { void payments.webhook(req as Signed, res); });`,
      `router.post('/webhook', payments.webhook); router.post('/other', checked, other);`,
    ],
  },
  {
    name: 'Express, a method of an object',
    filename: 'src/payments.ts',
    code: `import { caught } from './caught';
export const payments = {
  [|paymentWebhook|]: caught(async (req, res) => {
    await fulfil(req.body);
    res.sendStatus(204);
  }),
};`,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/caught.ts':
        'export const caught = (fn) => (req, res, next) => fn(req, res).catch(next);',
      'src/app.ts': `import express from 'express';
import { payments } from './payments';
import { checked } from './signed';
const app = express();
ROUTE`,
    },
    covering: [`app.post('/webhook', checked, payments.paymentWebhook);`],
    passing: [`app.post('/webhook', payments.paymentWebhook);`],
  },
  {
    name: 'Express, a function that a package wraps',
    filename: 'src/payments.ts',
    code: `import handled from 'express-async-handler';
export const [|paymentWebhook|] = handled(async (req, res) => {
  await fulfil(req.body);
  res.sendStatus(204);
});`,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/app.ts': `import express from 'express';
import { paymentWebhook } from './payments';
import { checked } from './signed';
const app = express();
ROUTE`,
    },
    covering: [`app.post('/webhook', checked, paymentWebhook);`],
    passing: [`app.post('/webhook', paymentWebhook);`],
  },
  {
    name: 'Express, through a list of routes',
    filename: 'src/routes/webhooks.js',
    code: `const express = require('express');
const router = express.Router();
[|router.post|]('/orders', async (req, res) => {
  await fulfil(req.body);
  res.sendStatus(204);
});
module.exports = router;`,
    files: {
      'src/signed.js': `const { createHmac } = require('crypto');
exports.checked = (req, res, next) => {
  if (createHmac('sha256', process.env.HOOK_SECRET).update(req.body).digest('hex') !== req.get('x-signature')) return res.sendStatus(401);
  next();
};`,
      'src/routes/index.js': `const router = require('express').Router();
router.use('/webhooks', require('./webhooks'));
module.exports = router;`,
      'src/server.js': `const express = require('express');
const { checked } = require('./signed');
const app = express();
ROUTE`,
    },
    covering: [`app.use('/api', checked, require('./routes'));`],
    passing: [`app.use('/api', require('./routes'));`],
  },
  {
    name: 'Express, a function that is given the application',
    filename: 'src/webhooks.ts',
    code: `export function addWebhooks(app) {
  [|app.post|]('/webhooks/orders', async (req, res) => {
    await fulfil(req.body);
    res.sendStatus(204);
  });
}`,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/index.ts': `import express from 'express';
import { addWebhooks } from './webhooks';
import { checked } from './signed';
const app = express();
ROUTE`,
    },
    covering: ['app.use(checked); addWebhooks(app);'],
    passing: ['addWebhooks(app);', 'addWebhooks(app); app.use(checked);'],
  },
  {
    name: 'Express, an application of another file',
    filename: 'src/webhooks.ts',
    code: `import { app } from './app';
[|app.post|]('/webhooks/orders', async (req, res) => {
  await fulfil(req.body);
  res.sendStatus(204);
});`,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/app.ts': `import express from 'express';
import { checked } from './signed';
export const app = express();
ROUTE`,
    },
    covering: [`app.use('/webhooks', checked);`],
    passing: ['app.use(express.raw());', `app.use('/admin', checked);`],
  },
  {
    name: 'Express, a controller',
    filename: 'src/controllers/webhook.controller.ts',
    code: `export const [|handleWebhook|] = async (req, res) => {
  await fulfil(req.body);
  res.sendStatus(204);
};`,
    files: {
      'src/signed.ts': EXPRESS_VERIFY,
      'src/routes/orders.routes.ts': `import { Router } from 'express';
import { handleWebhook } from '../controllers/webhook.controller';
import { checked } from '../signed';
const router = Router();
ROUTE
export default router;`,
    },
    covering: [`router.post('/orders', checked, handleWebhook);`],
    passing: [`router.post('/orders', handleWebhook);`],
  },
  {
    name: 'Koa, on the application that takes the routes',
    filename: 'src/webhooks.ts',
    code: `import Koa from 'koa';
import Router from '@koa/router';
import { checked } from './signed';
const app = new Koa();
const router = new Router();
[|router.post|]('/webhooks/orders', async (ctx) => {
  await fulfil(ctx.request.body);
  ctx.status = 204;
});
export default router;`,
    files: {
      'src/signed.ts': `${HMAC}
export async function checked(ctx, next) {
  if (!isSigned(ctx.request.rawBody, ctx.get('x-signature'))) ctx.throw(401);
  await next();
}`,
      'src/server.ts': `import Koa from 'koa';
import router from './webhooks';
import { checked } from './signed';
const app = new Koa();
ROUTE`,
    },
    covering: ['app.use(checked); app.use(router.routes());'],
    passing: ['app.use(router.routes());'],
  },
  {
    name: 'Fastify, a plugin that is registered behind a hook',
    filename: 'src/routes/webhooks.ts',
    code: `export default async function webhooks(fastify) {
  [|fastify.post|]('/orders', async (request, reply) => {
    await fulfil(request.body);
    return reply.code(204).send();
  });
}`,
    files: {
      'src/signed.ts': `${HMAC}
export async function checked(request, reply) {
  if (!isSigned(request.rawBody, request.headers['x-signature'])) return reply.code(401).send();
}`,
      'src/app.ts': `import Fastify from 'fastify';
import webhooks from './routes/webhooks';
import { checked } from './signed';
const app = Fastify();
ROUTE`,
    },
    covering: [
      `app.addHook('preHandler', checked); app.register(webhooks, { prefix: '/webhooks' });`,
    ],
    passing: [
      `app.register(webhooks, { prefix: '/webhooks' });`,
      `app.addHook('onRequest', async () => {}); app.register(webhooks);`,
    ],
  },
  {
    name: 'Hono, an application within another',
    filename: 'src/webhooks.ts',
    code: `import { Hono } from 'hono';
const hooks = new Hono();
[|hooks.post|]('/orders', async (c) => {
  await fulfil(await c.req.json());
  return c.body(null, 204);
});
export default hooks;`,
    files: {
      'src/signed.ts': `${HMAC}
export const checked = async (c, next) => {
  if (!isSigned(await c.req.text(), c.req.header('x-signature'))) return c.body(null, 401);
  await next();
};`,
      'src/index.ts': `import { Hono } from 'hono';
import hooks from './webhooks';
import { checked } from './signed';
const app = new Hono();
ROUTE`,
    },
    covering: [
      `app.use('/webhooks/*', checked); app.route('/webhooks', hooks);`,
      `app.use(checked); app.route('/webhooks', hooks);`,
    ],
    passing: [
      `app.route('/webhooks', hooks);`,
      `app.use('/admin/*', checked); app.route('/webhooks', hooks);`,
    ],
  },
];

const filled = ({ files }: Place, route: string) =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replace('ROUTE', () => route)]),
  );

const bare = (code: string) => code.replaceAll('[|', '').replaceAll('|]', '');

testRule(rule, {
  valid: PLACES.flatMap((place) =>
    place.covering.map((route) => ({
      name: `${place.name}: covered by ${route || 'all'}`,
      filename: place.filename,
      code: bare(place.code),
      files: filled(place, route),
    })),
  ),
  invalid: [
    ...PLACES.flatMap((place) =>
      place.passing.map((route) => ({
        name: `${place.name}: not covered by ${route || 'none'}`,
        filename: place.filename,
        code: place.code,
        files: filled(place, route),
        errors: ['missing'],
      })),
    ),
    ...PLACES.filter(
      ({ code, filename }, index) =>
        PLACES.findIndex((each) => each.code === code && each.filename === filename) === index,
    ).map((place) => ({
      name: `${place.name}: alone`,
      filename: place.filename,
      code: place.code,
      errors: ['missing'],
    })),
    {
      name: 'middleware of another file that verifies in production alone',
      filename: 'src/routes/webhooks.ts',
      code: EXPRESS_ROUTER,
      files: {
        'src/signed.ts': EXPRESS_VERIFY,
        'src/app.ts': `import express from 'express';
import { router } from './routes/webhooks';
import { halfChecked } from './signed';
express().use('/webhooks', halfChecked, router);`,
      },
      errors: ['bypassable'],
    },
  ],
});
