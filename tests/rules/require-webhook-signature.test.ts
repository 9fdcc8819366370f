import rule from '../../rules/require-webhook-signature.ts';
import { testRule } from '../rule-tester.ts';

const CRYPTO = `import { createHmac, timingSafeEqual } from 'node:crypto';\n`;
const EXPRESS = `import express from 'express';\nconst app = express();\n`;

/** A helper that answers. */
const HELPER = `${CRYPTO}
function isSigned(raw, signature) {
  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
`;

/** A helper that gives a promise of its answer. */
const LATER = `${EXPRESS}
async function isSigned(raw, signature) {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, Buffer.from(signature, 'hex'), raw);
}
`;
const HANDLER = (body: string) =>
  `app.post('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => { ${body} await fulfil(JSON.parse(req.body)); res.end(); })`;
const awaited = (output: string) =>
  ({
    messageId: 'promise',
    suggestions: [{ desc: 'Await the answer', output }],
  }) as const;

const missing = { messageId: 'missing' } as const;
const bypassable = (line: number) => ({ messageId: 'bypassable', data: { line } }) as const;

const KOA = `import Router from '@koa/router';\nconst router = new Router();\n`;

testRule(rule, {
  valid: [
    {
      name: 'a function makes the handler, which verifies first',
      filename: 'src/hooks/orders.js',
      code: `const { createHmac, timingSafeEqual } = require('node:crypto');
module.exports = function orderHook({ queue }) {
  return async (req, res) => {
    const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(req.rawBody).digest();
    const given = Buffer.from(req.get('x-signature') || '', 'hex');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return res.sendStatus(401);
    await queue.add('order', JSON.parse(req.rawBody));
    return res.sendStatus(202);
  };
};`,
    },
    {
      name: 'the header of the signature is held against what can not be read',
      files: {
        'webhooks/verify.js':
          "const macOf = require('./mac');\nexports.isFrom = (event, secret) => event.headers['X-Pay-Signature'] === macOf(event, secret);",
      },
      code: "const { isFrom } = require('./verify');\nmodule.exports.handler = async (event) => {\n  if (!isFrom(event, process.env.PAY_SIGNING_SECRET)) return { statusCode: 403 };\n  const body = JSON.parse(event.body);\n  await pay(body.data, event.headers['X-Pay-Event']);\n  return { statusCode: 204 };\n};",
      filename: 'webhooks/pay.js',
    },
    {
      name: 'a page of the own program calls it for who is signed in',
      code: `${EXPRESS}app.post('/signup/hook-callback', async (req, res) => { const { accountId } = req.auth; await keep(accountId, req.body.code); res.end(); });
app.post('/orders/callback', async (req, res) => { await keep(req.user.id, req.body.code); res.end(); });`,
    },
    {
      name: 'a function of the project is told who asks',
      code: `${EXPRESS}const shop = { async change(bearer, id, url) { const owner = await owners.find(bearer); return owner.change(id, url); } };
app.put('/api/webhook/:id', async (req, res) => { res.json(await shop.change(req.headers.authorization, req.params.id, req.body.hidden)); });`,
    },
    {
      name: 'what goes into a log before, masked',
      code: `${HELPER}${EXPRESS}app.post('/webhooks/mail', express.raw({ type: '*/*' }), async (req, res) => {
  console.log('mail', { from: masked(JSON.parse(req.body).from) });
  if (!isSigned(req.body, req.get('x-signature'))) return res.status(401).end();
  await keep(JSON.parse(req.body));
  return res.end();
});`,
    },
    {
      name: 'a line about what failed, by a function of the project',
      code: `${HELPER}${EXPRESS}const logProblem = ({ what, id }) => console.error(what, id);
app.post('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  let id = null;
  try {
    if (!isSigned(req.body, req.get('x-signature'))) return res.status(401).end();
    id = await keep(JSON.parse(req.body));
    return res.end();
  } catch {
    logProblem({ what: 'not kept', id: id ?? req.body.length });
    return res.status(500).end();
  }
});`,
    },
    {
      name: 'what is refused is told with a part of its payload',
      code: `${HELPER}${EXPRESS}import { tell } from './monitor.js';
app.post('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  const event = JSON.parse(req.body);
  if (!isSigned(req.body, req.get('x-signature'))) {
    tell({ what: 'a wrong signature', of: event.id });
    return res.status(401).end();
  }
  await fulfil(event);
  res.end();
});`,
    },
    {
      name: 'a method of the route that runs before',
      code: `${HELPER}const check = (request) => { if (!isSigned(request.payload, request.headers['x-signature'])) throw new Error('401'); return true; };\nexport const register = (server) => server.route({ method: 'POST', path: '/webhooks/pay', options: { pre: [{ method: check }] }, handler: async (request, h) => { await fulfil(JSON.parse(request.payload)); return h.response(); } });`,
    },
    {
      name: 'an operator by a token of the query, everybody else by the signature',
      code: `${HELPER}${EXPRESS}
app.post('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  const isOperator = Boolean(req.query.token && req.query.token === process.env.OPERATOR_TOKEN);
  if (!isOperator) {
    const given = req.get('x-signature');
    if (!given) return res.sendStatus(401);
    if (!isSigned(req.body, given)) return res.sendStatus(401);
  }
  await fulfil(JSON.parse(req.body));
  res.end();
});`,
    },
    {
      name: 'a helper that is handed the variables of the environment and the header',
      code: 'import { Hono } from "hono";\nconst app = new Hono();\nfunction isFromBot(env, given) { const secret = env.BOT_WEBHOOK_SECRET?.trim(); if (!secret) return false; const got = (given ?? "").trim(); return got === secret; }\napp.post("/webhooks/bot", async (c) => { if (!isFromBot(c.env, c.req.header("X-Telegram-Bot-Api-Secret-Token"))) return c.text("Unauthorized", 401); const body = await c.req.json(); await handle(body); return c.json({ ok: true }); });',
    },
    {
      name: 'the whole request is handed to a function that verifies before it acts',
      code: `${HELPER}${EXPRESS}
async function take(req) {
  if (!isSigned(req.body, req.get('x-signature'))) throw new Error('refused');
  await orders.fulfil(JSON.parse(req.body));
}
app.post('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => { await take(req); res.end(); });`,
    },
    {
      name: 'verified, and then handed on whole',
      code: `${HELPER}${EXPRESS}
const act = (req) => orders.fulfil(JSON.parse(req.body));
app.post('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  if (!isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  await act(req);
  res.end();
});`,
    },
    {
      name: 'a function that gets the whole request and only looks where it comes from',
      code: `${EXPRESS}
const count = (req) => metrics.inc({ from: req.hostname });
app.post('/webhooks/pay', async (req, res) => { count(req); res.end(); });`,
    },
    {
      name: 'a promise of the answer that is awaited where it is asked',
      code:
        LATER +
        HANDLER(
          `const ok = isSigned(req.body, req.get('x-signature')); if (!(await ok)) return res.sendStatus(401);`,
        ),
    },
    {
      name: 'a promise of the answer that is handed on',
      code:
        LATER +
        HANDLER(
          `const ok = isSigned(req.body, req.get('x-signature')); log('asked'); if (!(await ok)) return res.sendStatus(401);`,
        ),
    },
    {
      name: 'a promise of the answer whose handler goes on with it',
      code: `${LATER}app.post('/webhooks/pay', express.raw({ type: '*/*' }), (req, res) => { isSigned(req.body, req.get('x-signature')).then((ok) => { if (!ok) return res.sendStatus(401); fulfil(JSON.parse(req.body)); res.end(); }); });`,
    },
    {
      name: 'an async helper that throws, awaited',
      code: `${LATER}async function check(req) { if (!(await isSigned(req.body, req.get('x-signature')))) throw new Error('refused'); }\n${HANDLER('await check(req);')}`,
    },
    {
      name: 'body and signature are handed, as options, to a function that is not at hand',
      filename: 'api/shop/webhook-event.js',
      code: `module.exports = async (req, res, ctx) => {
  let event;
  try {
    event = await ctx.shop.readEvent({ body: req.body, signature: req.headers['x-shop-signature'] });
  } catch (error) {
    res.status(403);
    return res.send({ ok: false });
  }
  await ctx.orders.add(event.order);
  res.send({ ok: true });
};`,
    },
    {
      name: 'a function inside the one that verifies compares',
      code: `import { createHmac, timingSafeEqual } from 'node:crypto';
${EXPRESS}
const isSigned = (req, secret) => {
  const given = String(req.get('x-shop-hmac') || '').trim();
  if (!given || !secret) return false;
  const hex = createHmac('sha256', secret).update(req.rawBody).digest('hex');
  const base64 = createHmac('sha256', secret).update(req.rawBody).digest('base64');
  const same = (one, other) => {
    const [a, b] = [Buffer.from(one), Buffer.from(other)];
    if (a.length !== b.length) return false;
    return timingSafeEqual(a, b);
  };
  return same(given, hex) || same(given, base64);
};
app.post('/webhooks/shop', async (req, res) => {
  if (!isSigned(req, process.env.SHOP_SECRET)) return res.sendStatus(401);
  await fulfil(JSON.parse(req.rawBody.toString()));
  res.sendStatus(204);
});`,
    },
    {
      name: 'Hono: a part of the path is the secret',
      code: `import { Hono } from 'hono';
const app = new Hono();
const hookSecret = (env) => {
  if (!env.HOOK_SECRET) throw new Error('HOOK_SECRET is not set');
  return env.HOOK_SECRET;
};
app.post('/chat/webhook/:token', async (c) => {
  const token = c.req.param('token');
  const secret = hookSecret(c.env);
  if (token !== secret) return c.text('Unauthorized', 401);
  await handle(await c.req.json());
  return c.text('ok');
});`,
    },
    {
      name: 'a variable of a worker against a header',
      code: `import { Hono } from 'hono';
const app = new Hono();
app.post('/webhook', async (c) => {
  if (c.req.header('x-hook-token') !== c.env.HOOK_SECRET) return c.text('Unauthorized', 401);
  await handle(await c.req.json());
  return c.text('ok');
});`,
    },
    {
      name: "a project's own logger is told of the payload's type and length first",
      code: `${EXPRESS}${HELPER}
class Logger {
  format(message, fields) { return JSON.stringify({ message, ...fields }); }
  info(message, fields) { console.log(this.format(message, fields)); }
  error(message, fields) { console.error(this.format(message, fields)); }
}
const logger = new Logger();
app.post('/webhooks/pay', express.raw({ type: '*/*' }), (req, res) => {
  let payload;
  try { payload = req.body.toString('utf8'); } catch (error) {
    logger.error('no text', { bodyType: typeof req.body });
    return res.sendStatus(400);
  }
  logger.info('received', { length: payload.length });
  if (!isSigned(payload, req.headers['x-signature'])) return res.sendStatus(401);
  fulfil(JSON.parse(payload));
  res.end();
});`,
    },
    {
      name: 'signed by the hasher of Bun',
      code: `import { timingSafeEqual } from 'node:crypto';
Bun.serve({
  async fetch(req) {
    const raw = await req.text();
    const wanted = new Bun.CryptoHasher('sha256', process.env.HOOK_SECRET).update(raw).digest();
    const given = Buffer.from(req.headers.get('x-signature') ?? '', 'hex');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return new Response(null, { status: 401 });
    await fulfil(JSON.parse(raw));
    return new Response(null, { status: 202 });
  },
});`,
    },
    {
      name: 'sent on with the header of the signature',
      filename: 'app/api/webhooks/orders/route.ts',
      code: `export async function POST(request) {
  const signature = request.headers.get('x-signature') ?? '';
  const answer = await fetch(process.env.ORDERS_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': signature },
    body: await request.text(),
  });
  return new Response(await answer.text(), { status: answer.status });
}`,
    },
    {
      name: 'passed on to a method that verifies',
      code: `import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
const app = express();
class Hooks {
  constructor() { app.post('/webhooks/orders', (req, res) => this.take(req, res)); }
  async take(req, res) {
    const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(req.rawBody).digest();
    const given = Buffer.from(req.get('x-signature'), 'hex');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return res.sendStatus(401);
    await fulfil(req.body);
    res.sendStatus(204);
  }
}`,
    },
    {
      name: 'a context of Koa, verified',
      code: `import type { Context } from 'koa';
import { createHmac, timingSafeEqual } from 'node:crypto';
export async function shopWebhook(ctx: Context) {
  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(ctx.request.rawBody).digest();
  const given = Buffer.from(ctx.get('x-signature'), 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    ctx.status = 401;
    return;
  }
  await fulfil(ctx.request.body);
}`,
      filename: 'src/shop/receive.ts',
    },
    {
      name: 'middleware gets a next',
      code: `import type { Context, Next } from 'koa';
export async function webhookTimer(ctx: Context, next: Next) { await measure(ctx.request.body); await next(); }`,
      filename: 'src/shop/timer.ts',
    },
    {
      name: 'a function that reads a request for the handler',
      code: `import type { Context } from 'hono';
export async function readWebhook(c: Context) { return publishLater(await c.req.json()); }`,
      filename: 'src/shop/read.ts',
    },
    {
      name: 'a context of something else',
      code: `import type { Context } from './context';
export async function shopWebhook(ctx: Context) { await fulfil(ctx.request.body); }`,
      filename: 'src/shop/receive.ts',
    },
    {
      name: 'folders of hooks of the user interface',
      code: `export default async function handler(req, res) { await save(req.body); res.end(); }`,
      filename: 'src/hooks/orders.js',
    },
    {
      name: 'another method of a function of Vercel',
      code: `export async function GET(request: Request) { return Response.json(await list(await request.text())); }`,
      filename: 'api/webhooks/orders.ts',
    },
    {
      name: "Slack's events, verified",
      code: "import { Hono } from 'hono';\nimport { verifySlackRequest } from './slack';\nconst app = new Hono();\napp.post('/slack', async (c) => {\n  const raw = await c.req.text();\n  if (!(await verifySlackRequest(c.req.header('x-slack-signature'), raw))) return c.body(null, 401);\n  const body = JSON.parse(raw);\n  if (body.type === 'url_verification') return c.json({ challenge: body.challenge });\n  await save(body.event);\n  return c.body(null, 200);\n});",
    },
    {
      name: 'a type of something else',
      code: "import express from 'express';\nconst app = express();\napp.post('/forms', async (req, res) => {\n  if (req.body.type === 'email_verification') return res.send('sent');\n  await answer(req.body.text);\n  res.sendStatus(200);\n});",
    },
    {
      name: 'an event that is sent, not taken',
      code: "import express from 'express';\nconst app = express();\napp.post('/replays', async (req, res) => {\n  await queue.add({ headers: { 'x-github-event': 'push' }, body: req.body });\n  res.sendStatus(204);\n});",
    },
    {
      name: 'differences that a loop of its own gathers',
      code: `import crypto from 'node:crypto';
import express from 'express';
const app = express();
const hex = (raw) => crypto.createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex');
function same(a, b) {
  if (a.length !== b.length) return false;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return sum === 0;
}
app.post('/webhook', express.raw(), (req, res) => {
  if (!same(hex(req.body), req.get('x-signature'))) return res.sendStatus(401);
  save(JSON.parse(req.body));
  res.sendStatus(204);
});`,
    },
    {
      name: 'differences between bytes, asked for with a sign',
      code: `import crypto from 'node:crypto';
import express from 'express';
const app = express();
const hex = (raw) => crypto.createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex');
function same(a, b) {
  const [x, y] = [0, 0];
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum = sum | (left[i] ^ right[i]);
  return !sum;
}
app.post('/webhook', express.raw(), (req, res) => {
  if (!same(hex(req.body), req.get('x-signature'))) return res.sendStatus(401);
  save(JSON.parse(req.body));
  res.sendStatus(204);
});`,
    },
    {
      name: 'differences that are folded',
      code: `import crypto from 'node:crypto';
import express from 'express';
const app = express();
const hex = (raw) => crypto.createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex');
const same = (a, b) => a.length === b.length && a.reduce((sum, byte, i) => sum | (byte ^ b[i]), 0) === 0;
app.post('/webhook', express.raw(), (req, res) => {
  if (!same(Buffer.from(hex(req.body)), Buffer.from(req.get('x-signature')))) return res.sendStatus(401);
  save(JSON.parse(req.body));
  res.sendStatus(204);
});`,
    },
    {
      name: 'a function of a verifying package, kept elsewhere in it',
      code: "import express from 'express';\nimport twilio from 'twilio';\nconst verify = (req, res, next) => { if (!twilio.webhook.validateRequest(process.env.TOKEN, req.get('X-Twilio-Signature'), url, req.body)) return res.status(403).end(); next(); };\nconst router = express.Router();\nrouter.post('/webhooks', verify, async (req, res) => { await save(req.body); res.sendStatus(200); });",
    },
    {
      name: 'the webhooks of a thing are managed',
      code: "import express from 'express';\nconst router = express.Router();\nrouter.post('/:sid/webhooks', async (req, res) => { res.json(await attach(req.params.sid, req.body)); });",
    },
    {
      name: 'the result of a search, the confirmation of an order',
      code: `${EXPRESS}
app.post('/search/result', async (req, res) => { res.json(await search(req.body.words)); });
app.post('/orders/confirmation', async (req, res) => { res.json(await confirm(req.body.order)); });
app.post('/mpesa/stkpush', async (req, res) => { res.json(await push(req.body.phone)); });`,
    },

    {
      name: 'Koa: ctx.throw leaves the handler without a return',
      code: `${KOA}${HELPER}
router.post('/webhooks/orders', async (ctx) => {
  if (!isSigned(ctx.request.rawBody, ctx.get('x-signature'))) ctx.throw(401);
  await fulfil(JSON.parse(ctx.request.rawBody));
  ctx.status = 204;
});`,
    },
    {
      name: 'SvelteKit: error() throws',
      filename: 'src/routes/webhooks/orders/+server.js',
      code: `import { error, json } from '@sveltejs/kit';\n${HELPER}
export async function POST({ request }) {
  const raw = await request.text();
  if (!isSigned(raw, request.headers.get('x-signature'))) error(401, 'signature');
  await fulfil(JSON.parse(raw));
  return json({});
}`,
    },
    {
      name: 'a helper of the project that always throws',
      code: `${EXPRESS}${HELPER}
function refuse(status) { throw Object.assign(new Error('refused'), { status }); }
app.post('/webhooks/orders', express.raw(), async (req, res) => {
  if (!isSigned(req.body, req.headers['x-signature'])) refuse(401);
  await fulfil(JSON.parse(req.body));
  res.end();
});`,
    },
    {
      name: 'a Worker that takes webhooks at one path, verified',
      filename: 'src/worker.js',
      code: `${HELPER}export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname !== '/webhooks/orders') return env.ASSETS.fetch(request);
    const raw = await request.text();
    if (!isSigned(raw, request.headers.get('x-signature'))) return new Response(null, { status: 401 });
    await env.QUEUE.send(JSON.parse(raw));
    return new Response(null, { status: 202 });
  },
};`,
    },
    {
      name: 'subscriptions of users are parsed by a schema that has an address',
      code: `import { z } from 'zod';
${EXPRESS}const Subscription = z.object({ url: z.string().url(), events: z.array(z.string()) }).strict();
app.post('/webhooks', requireUser, async (req, res) => {
  res.status(201).json(await subscriptions.create({ ...Subscription.parse(req.body), userId: req.user.id }));
});`,
    },
    {
      name: 'middleware that the same chain mounts before',
      code: `import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
${HELPER}
const signed = async (c, next) => {
  if (!isSigned(await c.req.text(), c.req.header('x-signature'))) throw new HTTPException(401);
  await next();
};
export const app = new Hono().use('/webhooks/*', signed).post('/webhooks/orders', async (c) => {
  await save(await c.req.json());
  return c.body(null, 202);
});`,
    },
    {
      name: 'a Worker that tells several paths apart is a router',
      filename: 'src/worker.js',
      code: `export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/webhooks/orders') return receive(request, env);
    if (pathname === '/orders') await env.QUEUE.send(await request.json());
    return new Response(null, { status: 202 });
  },
};`,
    },
    {
      name: 'one path of several is verified, another takes a body too',
      code: `import { createServer } from 'node:http';
${HELPER}createServer(async (req, res) => {
  const parts = [];
  for await (const part of req) parts.push(part);
  const raw = Buffer.concat(parts);
  if (req.url === '/orders') {
    await save(JSON.parse(raw));
    return res.writeHead(204).end();
  }
  if (req.url.startsWith('/webhooks/orders')) {
    if (!isSigned(raw, req.headers['x-signature'])) return res.writeHead(401).end();
    await fulfil(JSON.parse(raw));
    return res.writeHead(204).end();
  }
  res.writeHead(404).end();
}).listen(80);`,
    },
    {
      name: 'an event of the same name of something else',
      code: `import { sessions } from './sessions.js';
sessions.on('request', async (req, res) => {
  if (req.url !== '/webhooks/orders') return;
  let text = '';
  for await (const part of req) text += part;
  await fulfil(JSON.parse(text));
});`,
    },
    {
      name: 'another event of a server',
      code: `import { createServer } from 'node:http';
const server = createServer();
server.on('checkContinue', async (req, res) => {
  if (req.url !== '/webhooks/orders') return;
  let text = '';
  for await (const part of req) text += part;
  await fulfil(JSON.parse(text));
});`,
    },
    {
      name: 'a body that is read for another path, beside a list of webhooks',
      code: `import { createServer } from 'node:http';
createServer(async (req, res) => {
  const parts = [];
  for await (const part of req) parts.push(part);
  const body = JSON.parse(Buffer.concat(parts));
  if (req.url === '/orders') await save(body);
  if (req.url === '/webhooks') return res.end(JSON.stringify(await subscriptions.list()));
  res.end();
}).listen(80);`,
    },
    {
      name: 'a Worker with webhooks at two paths is a router',
      filename: 'src/worker.js',
      code: `export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    const event = await request.json();
    if (pathname === '/webhooks/orders') return env.ORDERS.send(event);
    if (pathname === '/webhooks/payments') return env.PAYMENTS.send(event);
    return new Response(null, { status: 404 });
  },
};`,
    },
    {
      name: 'Express: a helper of the file answers, and the handler returns',
      code: `${EXPRESS}${HELPER}
app.post('/webhooks/orders', express.raw({ type: '*/*' }), (req, res) => {
  if (!isSigned(req.body, req.headers['x-signature'])) return res.status(401).end();
  fulfil(JSON.parse(req.body));
  res.sendStatus(204);
});`,
    },
    {
      name: 'Stripe: constructEvent in a try whose catch answers',
      code: `import Stripe from 'stripe';
${EXPRESS}const stripe = new Stripe(process.env.STRIPE_KEY);
app.post('/webhook', express.raw({ type: '*/*' }), (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_SECRET);
  } catch (error) {
    return res.status(400).send(error.message);
  }
  switch (event.type) { case 'charge.succeeded': pay(event.data); }
  res.json({ received: true });
});`,
    },
    {
      name: 'an SDK from a module that can not be read',
      code: `import { stripe } from '@/lib/stripe';
export async function POST(request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature'), secret);
  await store(event);
  return new Response(null, { status: 204 });
}`,
      filename: 'app/api/webhooks/stripe/route.ts',
    },
    {
      name: 'Svix in a route of the app directory',
      code: `import { Webhook } from 'svix';
export async function POST(req) {
  const body = await req.text();
  const wh = new Webhook(process.env.SVIX_SECRET);
  const event = wh.verify(body, Object.fromEntries(req.headers));
  await sync(event);
  return Response.json({ ok: true });
}`,
      filename: 'app/api/webhooks/clerk/route.ts',
    },
    {
      name: 'Nest: a guard verifies',
      code: `import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { SignatureGuard } from './signature.guard';
@Controller('webhooks')
export class Hooks {
  @Post('orders')
  @UseGuards(SignatureGuard)
  take(@Body() event) { return this.queue.add(event); }
}`,
      filename: 'src/hooks.controller.ts',
    },
    {
      name: 'methods of a class that verify, or manage webhooks',
      code: `${HELPER}export class Payments {
  async webhook(req, res) {
    if (!this.isOwn(req)) return res.sendStatus(401);
    await settle(req.body);
    res.json({ ok: true });
  }
  isOwn(req) { return isSigned(req.rawBody, req.get('x-signature')); }
  async deleteWebhook(req, res) { await hooks.remove(req.params.id); res.end(); }
  async registerWebhook(req, res) { res.json(await hooks.add(req.body.url)); }
  async sendWebhook(order) { await post(order.hook, order); }
}`,
      filename: 'src/payments.controller.js',
    },
    {
      name: 'middleware that verifies stands in the route',
      code: `${EXPRESS}${HELPER}
function verify(req, res, next) {
  if (!isSigned(req.rawBody, req.get('x-signature'))) return res.sendStatus(401);
  next();
}
app.post('/webhooks/orders', verify, (req, res) => { fulfil(req.body); res.sendStatus(204); });`,
    },
    {
      name: 'middleware is mounted before the route',
      code: `${EXPRESS}import { verifySignature } from './verify.js';
app.use('/webhooks', verifySignature);
app.post('/webhooks/orders', (req, res) => { fulfil(req.body); res.sendStatus(204); });`,
    },
    {
      name: 'Fastify: a hook of the route',
      code: `import fastify from 'fastify';
import { checkSignature } from './signature.js';
const app = fastify();
app.post('/webhooks/orders', { preHandler: [checkSignature] }, async (request) => { await fulfil(request.body); });`,
    },
    {
      name: 'Hono: a helper that throws',
      code: `import { Hono } from 'hono';
${HELPER}
const app = new Hono();
const assertSigned = (raw, signature) => {
  if (!isSigned(raw, signature)) throw new Error('wrong signature');
};
app.post('/webhooks/orders', async (c) => {
  const raw = await c.req.text();
  assertSigned(raw, c.req.header('x-signature'));
  await fulfil(JSON.parse(raw));
  return c.body(null, 204);
});`,
    },
    {
      name: 'one of two ways of verifying always runs',
      code: `${EXPRESS}${HELPER}import { Webhook } from 'svix';
const sdk = process.env.SVIX ? new Webhook(process.env.SVIX) : null;
app.post('/webhook', express.raw(), (req, res) => {
  let event;
  if (sdk) {
    try { event = sdk.verify(req.body, req.headers); } catch { return res.sendStatus(400); }
  } else {
    if (!isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(400);
    event = JSON.parse(req.body);
  }
  fulfil(event);
  res.sendStatus(200);
});`,
    },
    {
      name: 'a helper of another module is followed',
      code: `import { checkOrigin } from './origin.js';
export async function POST(request) {
  const raw = await request.text();
  if (!checkOrigin(raw, request.headers.get('x-hook'))) return new Response(null, { status: 401 });
  await store(JSON.parse(raw));
  return new Response(null, { status: 204 });
}`,
      filename: 'app/api/webhooks/orders/route.ts',
      files: {
        'app/api/webhooks/orders/origin.js': `import crypto from 'crypto';
export const checkOrigin = (raw, given) => crypto.createHmac('sha256', process.env.S).update(raw).digest('hex') === given;`,
      },
    },
    {
      name: 'Lambda: the digest is compared in place',
      code: `${CRYPTO}
export const handler = async (event) => {
  const wanted = createHmac('sha256', process.env.S).update(event.body).digest('hex');
  if (wanted !== event.headers['x-signature']) return { statusCode: 401 };
  await save(JSON.parse(event.body));
  return { statusCode: 204 };
};`,
      filename: 'functions/webhook/index.js',
    },
    {
      name: 'a shared token, where the provider has no HMAC',
      code: `${EXPRESS}app.post('/webhooks/gitlab', (req, res) => {
  if (req.headers['x-gitlab-token'] !== process.env.GITLAB_TOKEN) return res.sendStatus(401);
  fulfil(req.body);
  res.sendStatus(200);
});`,
    },
    {
      name: 'sending webhooks',
      code: `export async function sendWebhook(url, event) {
  await fetch(url, { method: 'POST', body: JSON.stringify(event) });
}
const webhookUrl = 'https://example.com/webhooks';`,
    },
    {
      name: 'registering a webhook is not receiving one',
      code: `${EXPRESS}app.post('/api/webhooks', async (req, res) => {
  const { url, events } = req.body;
  res.json(await db.webhooks.insert({ url, events }));
});`,
    },
    {
      name: 'a login comes back to the callback of its provider, in the file of logins',
      filename: 'src/routes/auth.route.ts',
      code: `${EXPRESS}app.post('/github/callback', async (req, res) => { res.json(await signedIn('github', req.body.code)); });`,
    },
    {
      name: 'a login comes back to a callback',
      code: `${EXPRESS}app.post('/auth/callback', async (req, res) => { res.json(await login(req.body.code)); });`,
    },
    {
      name: 'a reducer',
      code: `export function reduce(state, action) { switch (action.type) { case 'webhook': return { ...state, done: true }; } }`,
    },
    {
      name: 'the payload is not looked at',
      code: `${EXPRESS}app.post('/webhook', (req, res) => res.sendStatus(204));`,
    },
    {
      name: 'a test',
      code: `${EXPRESS}app.post('/webhook', (req, res) => { seen.push(req.body); save(req.body); res.end(); });`,
      filename: 'tests/server.test.js',
    },
    {
      name: 'a GET route',
      code: `${EXPRESS}app.get('/webhooks', async (req, res) => res.json(await list(req.body)));`,
    },
    {
      name: 'goods that come in',
      filename: 'src/routes/stock.js',
      code: `import { Router } from 'express';\nconst router = Router();\nrouter.post('/inbound', async (req, res) => { await stock.add(req.body.sku, req.body.count); res.end(); });\nexport default router;`,
    },
    {
      name: 'a method that another file mounts behind what verifies',
      filename: 'src/controllers/pay.controller.js',
      files: {
        'src/routes/pay.routes.js': `import { Router } from 'express';\nimport { PayController } from '../controllers/pay.controller.js';\nimport { verifySignature } from '../verify.js';\nconst router = Router();\nconst controller = new PayController();\nrouter.post('/whatsapp-inbound', verifySignature, (req, res) => controller.whatsappInbound(req, res));\nexport default router;`,
      },
      code: `export class PayController {\n  async whatsappInbound(req, res) { await settle(req.body); res.json({ ok: true }); }\n}`,
    },
    {
      name: 'routes of Bun that take no webhooks',
      code: `Bun.serve({ routes: { '/webhooks/orders': { GET: async (req) => Response.json(await list()) }, '/orders': { POST: async (req) => { await store(await req.json()); return new Response(null); } } } });`,
    },
  ],
  invalid: [
    {
      name: 'a function of another file, whose name does not say so, makes the handler',
      filename: 'src/server.js',
      files: {
        'src/hooks/take.js':
          'export const take = (queue) => async (req, res) => {\n  await queue.add(req.body.type, req.body.data);\n  res.sendStatus(202);\n};\n',
      },
      code: `${EXPRESS}import { take } from './hooks/take.js';\n[|app.post|]('/webhooks/pay', take(queue));`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a function makes the handler, which verifies nothing',
      filename: 'src/hooks/orders.js',
      code: 'module.exports = function [|orderHook|]({ queue }) {\n  return async (req, res) => {\n    await queue.add(req.body.type, req.body.data);\n    res.sendStatus(202);\n  };\n};',
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'what can not be read comes after the payload was used',
      code: `${EXPRESS}import { accept } from '@shop/hooks';
[|app.post|]('/webhooks/pay', (req, res) => { fulfil(req.body); accept(req); res.end(); });`,
      errors: [bypassable(4)],
    },
    {
      name: 'a function of the project gets the header and compares nothing',
      code: `${EXPRESS}const seen = (signature) => list.push(signature);
[|app.post|]('/webhooks/pay', async (req, res) => { seen(req.get('x-signature')); await fulfil(req.body); res.end(); });`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'it only asks whether somebody is signed in, or says who is',
      code: `${EXPRESS}[|app.post|]('/webhooks/pay', async (req, res) => { req.user.seen = true; if (req.auth) return res.end(); await fulfil(req.body); res.end(); });`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'Oak, from another registry with its version',
      code: "import { Router } from 'jsr:@oak/oak@17';\nexport const router = new Router();\n[|router.post|]('/webhooks/pay', async (ctx) => {\n  const event = await ctx.request.body.json();\n  await fulfil(event);\n  ctx.response.status = 204;\n});",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'restify',
      code: "const restify = require('restify');\nconst server = restify.createServer();\n[|server.post|]('/webhooks/pay', async (req, res) => {\n  await fulfil(req.body);\n  res.send(204);\n});",
      filename: 'src/server.js',
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'what is wrong is told, and goes on all the same',
      code: `${HELPER}${EXPRESS}import { tell } from './monitor.js';
[|app.post|]('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  const event = JSON.parse(req.body);
  if (!isSigned(req.body, req.get('x-signature'))) {
    tell({ what: 'a wrong signature', of: event.id });
  }
  await fulfil(event);
  res.end();
});`,
      errors: [bypassable(14)],
    },
    {
      name: 'a method of the route that loads something else before',
      code: `${HELPER}const load = (request) => shops.find(request.params.shop);\nexport const register = (server) => [|server.route|]({ method: 'POST', path: '/webhooks/pay', options: { pre: [{ method: load, assign: 'shop' }] }, handler: async (request, h) => { await fulfil(JSON.parse(request.payload)); return h.response(); } });`,
      errors: [missing],
    },
    {
      name: 'a switch of the request, not a secret, leads around the signature',
      code: `${HELPER}${EXPRESS}
[|app.post|]('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  const isDryRun = Boolean(req.query.dry);
  if (!isDryRun) {
    if (!isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  }
  await fulfil(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(16)],
    },
    {
      name: 'who is no operator is only warned about',
      code: `${HELPER}${EXPRESS}
[|app.post|]('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  if (req.query.token !== process.env.OPERATOR_TOKEN) {
    if (!isSigned(req.body, req.get('x-signature'))) console.warn('unsigned');
  }
  await fulfil(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(15)],
    },
    {
      name: 'the body names an address, and a helper reads the header of the signature',
      code: `${HELPER}
const verified = (headers, raw) => isSigned(raw, String(headers['x-shop-signature'] ?? ''));
export default async function [|handler|](req, res) {
  if (!verified(req.headers, req.body)) console.warn('unsigned');
  await track(req.body.shipment.url);
  res.status(200).end();
}`,
      filename: 'pages/api/shop-webhook.js',
      errors: [bypassable(12)],
    },
    {
      name: 'a helper that is handed the variables of the environment, and only looks whether there is a header',
      code: 'import { Hono } from "hono";\nconst app = new Hono();\nfunction isFromBot(env, given) { const secret = env.BOT_WEBHOOK_SECRET?.trim(); return Boolean(secret && given); }\n[|app.post|]("/webhooks/bot", async (c) => { if (!isFromBot(c.env, c.req.header("X-Telegram-Bot-Api-Secret-Token"))) return c.text("Unauthorized", 401); const body = await c.req.json(); await handle(body); return c.json({ ok: true }); });',
      errors: ['missing'],
    },
    {
      name: 'the whole request is handed to a function that acts on its body',
      code: `${EXPRESS}
async function take(req) {
  const { type, data } = req.body;
  if (type === 'payment.completed') await orders.fulfil(data.id);
}
[|app.post|]('/webhooks/pay', async (req, res) => { await take(req); res.end(); });`,
      errors: [missing],
    },
    {
      name: 'the whole request is handed on twice, and only then verified',
      code: `${HELPER}${EXPRESS}
const act = (request) => orders.fulfil(JSON.parse(request.body));
const take = (request) => act(request);
[|app.post|]('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {
  await take(req);
  if (!isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  res.end();
});`,
      errors: [bypassable(14)],
    },
    {
      name: 'a function that gets the whole request gives its body back',
      code: `async function eventOf(request) { return JSON.parse(await request.text()); }
export async function [|POST|](request) {
  const event = await eventOf(request);
  await orders.fulfil(event.data.id);
  return new Response('ok');
}`,
      filename: 'app/api/webhooks/pay/route.js',
      errors: [missing],
    },
    {
      name: 'a Worker hands the whole request to the function of a path',
      code: `export default {
  async [|fetch|](request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/webhooks/pay') return take(request, env);
    return new Response(null, { status: 404 });
  },
};
async function take(request, env) {
  const event = await request.json();
  await env.ORDERS.put(event.data.id, 'paid');
  return new Response('ok');
}`,
      errors: [missing],
    },
    {
      name: 'an event of Lambda is handed on to another file',
      code: `import { take } from './take';
export const [|handler|] = async (event) => {
  if (event.rawPath === '/webhooks/pay') return take(event);
  return { statusCode: 404 };
};`,
      filename: 'src/lambda.js',
      files: {
        'src/take.js': `export async function take(event) {
  const { data } = JSON.parse(event.body);
  await orders.fulfil(data.id);
  return { statusCode: 200 };
}`,
      },
      errors: [missing],
    },
    {
      name: 'a promise of the answer, asked for its truth',
      code:
        LATER +
        HANDLER(`if (![|isSigned(req.body, req.get('x-signature'))|]) return res.sendStatus(401);`),
      errors: [
        awaited(
          LATER +
            HANDLER(
              `if (!(await isSigned(req.body, req.get('x-signature')))) return res.sendStatus(401);`,
            ),
        ),
      ],
    },
    {
      name: 'a promise of the answer that has a name',
      code:
        LATER +
        HANDLER(
          `const ok = [|isSigned(req.body, req.get('x-signature'))|]; if (ok === false) { return res.sendStatus(401); }`,
        ),
      errors: [
        awaited(
          LATER +
            HANDLER(
              `const ok = await isSigned(req.body, req.get('x-signature')); if (ok === false) { return res.sendStatus(401); }`,
            ),
        ),
      ],
    },
    {
      name: 'a promise of the answer, asked for its truth in another file',
      filename: 'src/routes.js',
      files: {
        'src/other.js': `import { verify } from '@octokit/webhooks-methods';\nexport async function accept(req, res) { if (!verify(process.env.HOOK_SECRET, req.body, req.get('x-hub-signature-256'))) return res.sendStatus(401); await fulfil(JSON.parse(req.body)); res.end(); }`,
      },
      code: `import { accept } from './other.js';\n${EXPRESS}[|app.post|]('/webhooks/git', express.text({ type: '*/*' }), accept);`,
      errors: [bypassable(2)],
    },
    {
      name: 'a promise of a library, in a function that can not wait',
      code: `import { verify } from '@octokit/webhooks-methods';\n${EXPRESS}app.post('/webhooks/git', express.text({ type: '*/*' }), (req, res) => { if (![|verify(process.env.HOOK_SECRET, req.body, req.get('x-hub-signature-256'))|]) return res.sendStatus(401); fulfil(JSON.parse(req.body)); res.end(); });`,
      errors: [{ messageId: 'promise' }],
    },
    {
      name: 'options with all headers verify nothing',
      filename: 'api/shop/webhook-event.js',
      code: `module.[|exports|] = async (req, res, ctx) => {
  await ctx.forward({ body: req.body, headers: req.headers });
  res.send({ ok: true });
};`,
      errors: [missing],
    },
    {
      name: 'a part of the path against another, no secret',
      code: `import { Hono } from 'hono';
const app = new Hono();
[|app.post|]('/chat/webhook/:id', async (c) => {
  if (c.req.param('id') !== c.env.SHOP_ID) return c.text('Not found', 404);
  await handle(await c.req.json());
  return c.text('ok');
});`,
      errors: [missing],
    },
    {
      name: 'a handler that is declared, and exported by its name in an object',
      filename: 'src/controllers/orders.js',
      code: "const db = require('./db');\nasync function [|handleWebhook|](req, res) { await db.insert(req.body.order); res.send('ok'); }\nmodule.exports = { handleWebhook };",
      errors: [missing],
    },
    {
      name: 'sent on without the header of the signature',
      filename: 'app/api/webhooks/orders/route.ts',
      code: `export async function [|POST|](request) {
  const answer = await fetch(process.env.ORDERS_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await request.text(),
  });
  return new Response(await answer.text(), { status: answer.status });
}`,
      errors: ['missing'],
    },
    {
      name: 'passed on to a method that does not verify',
      code: `import express from 'express';
const app = express();
export class Hooks {
  constructor() { [|app.post|]('/webhooks/orders', (req, res) => this.take(req, res)); }
  async take(req, res) { await fulfil(req.body); res.sendStatus(204); }
}`,
      errors: ['missing'],
    },
    {
      name: 'one path of several, its body collected in place',
      code: `import { createServer } from 'node:http';
[|createServer|](async (req, res) => {
  if (req.url === '/healthz') return res.end('ok');
  if (req.method === 'POST' && req.url.startsWith('/webhooks/orders')) {
    let text = '';
    for await (const part of req) text += part;
    await fulfil(JSON.parse(text));
    return res.writeHead(204).end();
  }
  res.writeHead(404).end();
}).listen(80);`,
      errors: ['missing'],
    },
    {
      name: 'a listener that is registered with the server',
      code: `const http = require('http');
const server = http.createServer();
[|server.on|]('request', async (req, res) => {
  let text = '';
  for await (const part of req) text += part;
  const event = JSON.parse(text);
  if (event.type === 'order.paid') await fulfil(req.headers['x-webhook-event'], event.data);
  res.writeHead(204).end();
});
server.listen(80);`,
      errors: ['missing'],
    },
    {
      name: 'Next.js: parts of the body in a list',
      filename: 'pages/api/webhooks/orders.js',
      code: `export const config = { api: { bodyParser: false } };
export default async function [|handler|](req, res) {
  const parts = [];
  for await (const part of req) parts.push(part);
  await fulfil(JSON.parse(Buffer.concat(parts)));
  res.status(204).end();
}`,
      errors: ['missing'],
    },
    {
      name: 'parts that a listener puts into a list',
      code: `import { createServer } from 'node:http';
[|createServer|]((req, res) => {
  if (req.url !== '/webhooks/orders') return res.writeHead(404).end();
  const parts = [];
  req.on('data', (part) => parts.push(part));
  req.on('end', () => fulfil(JSON.parse(Buffer.concat(parts))));
  res.writeHead(204).end();
}).listen(80);`,
      errors: ['missing'],
    },
    {
      name: 'a Worker with several paths, one of webhooks',
      filename: 'src/worker.js',
      code: `export default {
  async [|fetch|](request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/health') return new Response('ok');
    if (pathname === '/webhooks/orders') {
      await env.QUEUE.send(await request.json());
      return new Response(null, { status: 202 });
    }
    return env.ASSETS.fetch(request);
  },
};`,
      errors: ['missing'],
    },
    {
      name: 'a body that a function of the file collects',
      code: `import { createServer } from 'node:http';
async function bodyOf(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
[|createServer|](async (req, res) => {
  if (req.url === '/webhooks/orders') await fulfil(JSON.parse(String(await bodyOf(req))));
  res.writeHead(204).end();
}).listen(80);`,
      errors: ['missing'],
    },
    {
      name: 'a context of Koa, by its type',
      code: `import type { Context } from 'koa';
export async function [|shopWebhook|](ctx: Context) { await fulfil(ctx.request.body); ctx.status = 204; }`,
      filename: 'src/shop/receive.ts',
      errors: ['missing'],
    },
    {
      name: 'a request of Fastify, by its type',
      code: `import type { FastifyReply, FastifyRequest } from 'fastify';
export async function [|receive|](incoming: FastifyRequest & { rawBody: Buffer }, answer: FastifyReply) { await fulfil(incoming.body); return answer.code(204).send(); }`,
      filename: 'src/webhooks/shop.ts',
      errors: ['missing'],
    },
    {
      name: 'an event handler of h3 outside the folders of Nitro',
      code: `import { defineEventHandler, getHeader, readBody } from 'h3';
export default [|defineEventHandler|](async (event) => {
  log(getHeader(event, 'x-event-id'));
  await fulfil(await readBody(event));
  return null;
});`,
      filename: 'src/webhooks/shop.ts',
      errors: ['missing'],
    },
    {
      name: 'a function of Netlify',
      code: `export default [|async (req: Request) => {
  await fulfil(await req.json());
  return new Response(null, { status: 204 });
}|];`,
      filename: 'netlify/functions/shop-webhook.mts',
      errors: ['missing'],
    },
    {
      name: 'a function of Vercel',
      code: `export async function [|POST|](request: Request) { await fulfil(await request.json()); return new Response(null, { status: 204 }); }`,
      filename: 'api/webhooks/shop.ts',
      errors: ['missing'],
    },
    {
      name: 'a body read by micro, verified in production alone',
      code: `import { buffer } from 'micro';
import { isSigned } from '../../../lib/signature';
import { createHmac, timingSafeEqual } from 'node:crypto';
function signed(raw, header) {
  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest();
  const given = Buffer.from(header ?? '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
export default async function [|handler|](req, res) {
  const raw = await buffer(req);
  if (process.env.NODE_ENV === 'production') {
    if (!signed(raw, req.headers['x-signature'])) return res.status(401).end();
  }
  await fulfil(JSON.parse(raw.toString()));
  res.status(202).end();
}`,
      filename: 'pages/api/hooks/shop.js',
      errors: [{ messageId: 'bypassable', data: { line: '14' } }],
    },
    {
      name: "Slack's events, told by their types",
      code: "import express from 'express';\nconst app = express();\n[|app.post|]('/slack', async (req, res) => {\n  if (req.body.type === 'url_verification') return res.send(req.body.challenge);\n  await answer(req.body.event);\n  res.sendStatus(200);\n});",
      errors: ['missing'],
    },
    {
      name: "GitHub's events, told by their header",
      code: "import express from 'express';\nconst app = express();\n[|app.post|]('/deploy', async (req, res) => {\n  if (req.headers['x-github-event'] === 'push') await deploy(req.body);\n  res.sendStatus(204);\n});",
      errors: ['missing'],
    },
    {
      name: "GitLab's events, told by their header in Hono",
      code: "import { Hono } from 'hono';\nconst app = new Hono();\n[|app.post|]('/pipelines', async (c) => {\n  const body = await c.req.json();\n  if (c.req.header('X-Gitlab-Event') === 'Pipeline Hook') await start(body);\n  return c.body(null, 204);\n});",
      errors: ['missing'],
    },
    {
      name: 'a sum over one text alone',
      code: `import crypto from 'node:crypto';
import express from 'express';
const app = express();
const hex = (raw) => crypto.createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex');
function same(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum |= a.charCodeAt(i) ^ 7;
  return sum === 0;
}
[|app.post|]('/webhook', express.raw(), (req, res) => {
  if (!same(req.get('x-order'), req.get('x-signature'))) return res.sendStatus(401);
  save(JSON.parse(req.body));
  res.sendStatus(204);
});`,
      errors: [missing],
    },
    {
      name: 'refused where there are no differences',
      code: `import crypto from 'node:crypto';
import express from 'express';
const app = express();
const hex = (raw) => crypto.createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex');
function differ(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return sum !== 0;
}
[|app.post|]('/webhook', express.raw(), (req, res) => {
  if (!differ(hex(req.body), req.get('x-signature'))) return res.sendStatus(401);
  save(JSON.parse(req.body));
  res.sendStatus(204);
});`,
      errors: [bypassable(12)],
    },
    {
      name: 'the result URL of a payout, which mobile money calls',
      filename: 'app/api/mpesa/b2c/result/route.ts',
      code: `export async function [|POST|](request: Request) {
  const body = await request.json();
  await settle(body.Result.OriginatorConversationID, body.Result.ResultCode);
  return Response.json({ ResultCode: 0 });
}`,
      errors: [missing],
    },
    {
      name: 'the confirmation URL of mobile money',
      code: `${EXPRESS}
[|app.post|]('/c2b/confirmation', async (req, res) => {
  await credit(req.body.TransID, req.body.TransAmount);
  res.json({ ResultCode: 0 });
});`,
      errors: [missing],
    },

    {
      name: 'a Worker that takes webhooks at one path',
      filename: 'src/worker.js',
      code: `export default {
  async [|fetch|](request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/webhooks/orders' && request.method === 'POST') {
      await env.QUEUE.send(await request.json());
      return new Response('ok');
    }
    return new Response('not found', { status: 404 });
  },
};`,
      errors: [missing],
    },
    {
      name: 'middleware that the chain mounts afterwards',
      code: `import { Hono } from 'hono';
${HELPER}
const signed = async (c, next) => {
  if (!isSigned(await c.req.text(), c.req.header('x-signature'))) return c.body(null, 401);
  await next();
};
export const app = [|new Hono().post|]('/webhooks/orders', async (c) => { await save(await c.req.json()); return c.body(null, 202); }).use(signed);`,
      errors: [missing],
    },
    {
      name: 'in a chain that began above',
      code: `import { Hono } from 'hono';
export const app = new Hono()
  .get('/health', (c) => c.text('ok'))
  .[|post|]('/webhooks/orders', async (c) => { await save(await c.req.json()); return c.body(null, 204); });`,
      errors: [missing],
    },
    {
      name: 'options with a handler behind the path',
      code: `import Fastify from 'fastify';
const app = Fastify();
[|app.post|]('/webhooks/orders', { handler: async (request) => { await save(request.body); } });`,
      errors: [missing],
    },
    {
      name: 'a schema of events is no subscription',
      code: `import { z } from 'zod';
${EXPRESS}const Event = z.object({ id: z.string(), type: z.string() });
[|app.post|]('/webhooks', async (req, res) => {
  await queue.add('event', Event.parse(req.body));
  res.sendStatus(202);
});`,
      errors: [missing],
    },
    {
      name: 'a helper that throws now and then does not end the handler',
      code: `${EXPRESS}${HELPER}
function note(status) { if (status > 500) throw new Error('refused'); }
[|app.post|]('/webhooks/orders', express.raw(), async (req, res) => {
  if (!isSigned(req.body, req.headers['x-signature'])) note(401);
  await fulfil(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(14)],
    },
    {
      name: 'Express: nothing is verified',
      code: `${EXPRESS}[|app.post|]('/webhooks/orders', (req, res) => { fulfil(req.body); res.sendStatus(204); });`,
      errors: [missing],
    },
    {
      name: 'a router under a file that says webhook, with an unknown receiver',
      code: `module.exports = (router) => {
  [|router.post|]('/', async (req, res) => { await save(req.body); res.end(); });
};`,
      filename: 'src/routes/webhook.routes.js',
      errors: [missing],
    },
    {
      name: 'Fastify: destructured body',
      code: `export const plugin = async (app) => {
  [|app.post|]('/hooks/orders', async (request, reply) => {
    const { type, data } = request.body;
    if (type === 'paid') await app.events.enqueue(data.id);
    return reply.code(204).send();
  });
};`,
      errors: [missing],
    },
    {
      name: 'Fastify: route options',
      code: `import fastify from 'fastify';
const app = fastify();
[|app.route|]({ method: 'POST', url: '/webhooks/orders', handler: async (request) => { await fulfil(request.body); } });`,
      errors: [missing],
    },
    {
      name: 'Koa',
      code: `import Router from '@koa/router';
const router = new Router();
[|router.post|]('/callbacks/orders', async (ctx) => { await fulfil(ctx.request.body); ctx.status = 204; });`,
      errors: [missing],
    },
    {
      name: 'Hono',
      code: `import { Hono } from 'hono';
const app = new Hono();
[|app.post|]('/webhook', async (c) => { const event = await c.req.json(); await fulfil(event); return c.body(null, 204); });`,
      errors: [missing],
    },
    {
      name: 'Next.js: app directory',
      code: `export async function [|POST|](request: Request) {
  const event = await request.json();
  await store(event);
  return Response.json({ ok: true });
}`,
      filename: 'app/api/webhooks/orders/route.ts',
      errors: [missing],
    },
    {
      name: 'Next.js: pages directory, the handler named before it is exported',
      code: `const [|handler|] = async (req, res) => { await store(req.body); res.status(204).end(); };
export default handler;`,
      filename: 'pages/api/webhook.ts',
      errors: [missing],
    },
    {
      name: 'Nest',
      code: `import { Body, Controller, Post } from '@nestjs/common';
@Controller('webhooks')
export class Hooks {
  [|@Post('orders')|]
  async take(@Body() event: { id: string }) { await this.queue.add(event.id); }
}`,
      filename: 'src/hooks.controller.ts',
      errors: [missing],
    },
    {
      name: 'Nitro',
      code: `export default [|defineEventHandler|](async (event) => { const body = await readBody(event); await store(body); return null; });`,
      filename: 'server/api/webhooks/orders.post.ts',
      errors: [missing],
    },
    {
      name: 'SvelteKit',
      code: `export async function [|POST|]({ request }) { const event = await request.json(); await store(event); return new Response(null); }`,
      filename: 'src/routes/webhooks/orders/+server.ts',
      errors: [missing],
    },
    {
      name: 'Lambda',
      code: `export const [|handler|] = async (event) => { await store(JSON.parse(event.body)); return { statusCode: 204 }; };`,
      filename: 'functions/webhook/index.ts',
      errors: [missing],
    },
    {
      name: 'Workers',
      code: `export default { async [|fetch|](request, env) { const event = await request.json(); await env.QUEUE.send(event); return new Response(null); } };`,
      filename: 'workers/webhook/index.ts',
      errors: [missing],
    },
    {
      name: 'a handler behind two servers, which is reported once',
      code: `const http = require('http');
const https = require('https');
const take = (req, res) => {
  if (!req.headers['x-signature']) return res.end();
  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => {
    apply(JSON.parse(Buffer.concat(chunks).toString()));
    res.end();
  });
};
https.createServer({ key, cert }, take).listen(webhookPort);
[|http.createServer|](take).listen(webhookPort);`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'plain http, known by the header that it reads',
      code: `import { createServer } from 'node:http';
[|createServer|]((req, res) => {
  const signature = req.headers['x-signature'];
  let raw = '';
  req.on('data', (chunk) => { raw += chunk; });
  req.on('end', () => { if (signature) enqueue(JSON.parse(raw)); res.end(); });
}).listen(3000);`,
      errors: [missing],
    },
    {
      name: 'a controller that is mounted elsewhere',
      code: `exports.[|handleCallback|] = async (req, res) => { await settle(req.body); res.json({ ok: true }); };`,
      filename: 'src/controllers/payments.js',
      errors: [missing],
    },
    {
      name: 'methods of a class',
      code: `export class Payments {
  async [|webhook|](req, res) { await settle(req.body); res.json({ ok: true }); }
  [|handleWebhook|] = async (req, res) => { await settle(req.body); res.json({ ok: true }); };
}`,
      filename: 'src/payments.controller.js',
      errors: [missing, missing],
    },
    {
      name: 'no secret configured means no check',
      code: `${EXPRESS}${HELPER}
[|app.post|]('/webhook', express.raw(), (req, res) => {
  if (process.env.HOOK_SECRET) {
    if (!isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(401);
  }
  fulfil(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(15)],
    },
    {
      name: 'a missing header means no check',
      code: `${EXPRESS}${HELPER}
[|app.post|]('/webhook', express.raw(), (req, res) => {
  const signature = req.headers['x-signature'];
  if (signature && !isSigned(req.body, signature)) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(14)],
    },
    {
      name: 'verified in production only',
      code: `${EXPRESS}${HELPER}
[|app.post|]('/webhook', express.raw(), (req, res) => {
  if (process.env.NODE_ENV === 'production' && !isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(13)],
    },
    {
      name: 'used before it is verified',
      code: `${EXPRESS}${HELPER}
[|app.post|]('/webhook', express.raw(), async (req, res) => {
  await store(JSON.parse(req.body));
  if (!isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(401);
  res.end();
});`,
      errors: [bypassable(12)],
    },
    {
      name: 'a wrong signature is logged, and that is all',
      code: `${EXPRESS}${HELPER}
[|app.post|]('/webhook', express.raw(), async (req, res) => {
  if (!isSigned(req.body, req.headers['x-signature'])) console.warn('wrong signature');
  await store(JSON.parse(req.body));
  res.end();
});`,
      errors: [bypassable(13)],
    },
    {
      name: 'the error of a verifier is swallowed',
      code: `import { Webhook } from 'svix';
${EXPRESS}
[|app.post|]('/webhook', express.raw(), async (req, res) => {
  let event = JSON.parse(req.body);
  try { event = new Webhook(secret).verify(req.body, req.headers); } catch (error) { console.error(error); }
  await store(event);
  res.end();
});`,
      errors: [bypassable(8)],
    },
    {
      name: 'a verified route does not speak for the next one',
      code: `${EXPRESS}${HELPER}
app.post('/webhooks/a', express.raw(), (req, res) => {
  if (!isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(401);
  fulfil(req.body);
  res.end();
});
[|app.post|]('/webhooks/b', (req, res) => { fulfil(req.body); res.end(); });`,
      errors: [missing],
    },
    {
      name: 'something of the project that is called like a logger and writes down no line',
      code: `${EXPRESS}${HELPER}
const store = { info(order) { return db.orders.insert(order); } };
[|app.post|]('/webhooks/pay', express.raw({ type: '*/*' }), (req, res) => {
  store.info(JSON.parse(req.body));
  if (!isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(401);
  res.end();
});`,
      errors: [bypassable(13)],
    },
    {
      name: 'messages that come in, under the name of their service',
      code: `${EXPRESS}[|app.post|]('/whatsapp-inbound', async (req, res) => { await answer(req.body.from, req.body.text); res.end(); });`,
      errors: [missing],
    },
    {
      name: 'messages that come in, in the file of their service',
      filename: 'src/routes/sms.js',
      code: `import { Router } from 'express';\nconst router = Router();\n[|router.post|]('/inbound', async (req, res) => { await answer(req.body.from, req.body.text); res.end(); });\nexport default router;`,
      errors: [missing],
    },
    {
      name: 'a method that another file mounts in a function, beside routes that somebody signs in for',
      filename: 'src/controllers/pay.controller.js',
      files: {
        'src/routes/pay.routes.js': `import { Router } from 'express';\nimport { PayController } from '../controllers/pay.controller.js';\nimport { requireAuth } from '../auth.js';\nconst router = Router();\nconst controller = new PayController();\nrouter.post('/whatsapp-inbound', (req, res) => controller.whatsappInbound(req, res));\nrouter.get('/pending', requireAuth, (req, res) => controller.pending(req, res));\nexport default router;`,
      },
      code: `export class PayController {\n  async [|whatsappInbound|](req, res) { await settle(req.body); res.json({ ok: true }); }\n  async pending(req, res) { res.json([]); }\n}`,
      errors: [missing],
    },
    {
      name: 'Nitro, with functions of its own that are given the request and verify nothing',
      code: `export default [|defineEventHandler|](async (event) => {
  const { shop } = getQuery(event);
  const body = await readBody(event);
  await store(shop, body);
  setResponseStatus(event, 204);
  return null;
});`,
      filename: 'server/api/webhooks/orders.post.ts',
      errors: [missing],
    },
    {
      name: 'a route of Bun, by its method',
      code: `Bun.serve({
  routes: {
    '/health': new Response('ok'),
    '/webhooks/orders': {
      [|POST|]: async (req) => { await store(await req.json()); return new Response(null, { status: 202 }); },
    },
  },
});`,
      errors: [missing],
    },
    {
      name: 'a route of Bun for any method',
      code: `Bun.serve({
  routes: {
    [|'/webhooks/orders'|]: async (req) => { await store(await req.json()); return new Response(null, { status: 202 }); },
  },
  fetch: () => new Response(null, { status: 404 }),
});`,
      errors: [missing],
    },
    {
      name: 'Elysia, under a prefix of the application',
      code: `import { Elysia } from 'elysia';
export const app = [|new Elysia({ prefix: '/webhooks' }).post|]('/orders', async ({ body, set }) => { await store(body); set.status = 202; });`,
      errors: [missing],
    },
    {
      name: 'Hono, under a base path',
      code: `import { Hono } from 'hono';
const app = new Hono().basePath('/webhooks');
[|app.post|]('/orders', async (c) => { await store(await c.req.json()); return c.body(null, 202); });`,
      errors: [missing],
    },
  ],
});
