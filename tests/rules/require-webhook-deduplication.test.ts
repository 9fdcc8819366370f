import rule from '../../rules/require-webhook-deduplication.ts';
import { testRule } from '../rule-tester.ts';

const HEAD = `import express from 'express';
import { verify } from './verify.js';
const app = express();
`;
const route = (body: string, open = '', close = '') => `${HEAD}
${open}app.post${close}('/webhooks/orders', express.raw({ type: '*/*' }), async (req, res) => {
  if (!verify(req.body, req.get('x-signature'))) return res.sendStatus(401);
  const event = JSON.parse(req.body);
  ${body}
  res.sendStatus(204);
});`;
const bad = (body: string) => ({ code: route(body, '[|', '|]'), errors: ['missing'] });

testRule(rule, {
  valid: [
    {
      name: 'a table that takes each submission once',
      code: route(`try {
    await sql\`insert into processed_orders (number) values (\${event.number})\`;
  } catch {
    return res.sendStatus(200);
  }
  await ship(event.order);`),
    },
    {
      name: 'the headers are handed to a function that asks for no signature',
      code: `import { localeOf } from './locale.js';
import { orders } from './orders.js';
export async function completed(req, res) {
  await orders.complete(localeOf(req.headers), req.body.data);
  res.sendStatus(200);
}`,
      filename: 'src/hooks/completed.js',
      files: {
        'src/hooks/locale.js': "export const localeOf = (headers) => headers['accept-language'];\n",
      },
    },
    {
      name: 'the id is made a text first',
      code: `import express from 'express';
const app = express();
app.post('/webhooks/orders', async (req, res) => {
  const id = String(req.headers['x-event-id']).trim();
  const first = await app.locals.store.set(\`event:\${id}\`, '1', 'EX', 86400, 'NX');
  if (first) await fulfil(req.body);
  res.sendStatus(202);
});`,
    },
    {
      name: 'the record is in its last state already',
      code: route(
        "const order = await db.orders.findUnique({ where: { reference: event.data.reference } }); if (!order || order.status === 'paid' || order.status === 'failed') return res.sendStatus(200); await fulfil(order);",
      ),
    },
    {
      name: 'the record is not waiting any more',
      code: route(
        "const { data: payment } = await supabase.from('payments').select('*').eq('reference', event.data.reference).single(); if (payment.status !== 'pending') return res.end(); await fulfil(payment);",
      ),
    },
    {
      name: 'the record has a mark',
      code: route(
        'const payment = await Payment.findOne({ reference: event.data.reference }); if (!payment.isProcessed) { await fulfil(payment); }',
      ),
    },
    {
      name: 'one of several last states',
      code: route(
        "const payment = await loadPayment(event.data.reference); if (['paid', 'refunded'].includes(payment.state)) return res.end(); await fulfil(payment);",
      ),
    },
    {
      name: 'the test of a state has a name',
      code: route(
        "const order = await db.orders.findUnique({ where: { reference: event.data.reference } }); const isPaid = order.status === 'paid'; if (isPaid) return res.sendStatus(200); await fulfil(order);",
      ),
    },
    {
      name: 'a function tells the state of the record that it is given',
      code: `${route('const order = await db.orders.findUnique({ where: { reference: event.data.reference } }); if (isOpen(order)) await fulfil(order);')}\nfunction isOpen(order) { return order.status === 'pending'; }`,
    },
    {
      name: 'a helper looks the record up',
      code: `${route("const order = await load(event); if (order.status === 'paid') return res.end(); await fulfil(order);")}\nasync function load(event) { const found = await db.orders.findUnique({ where: { reference: event.data.reference } }); return found; }`,
    },
    {
      name: 'the record comes by then',
      code: route(
        "return db.orders.findUnique({ where: { reference: event.data.reference } }).then(async (order) => { if (order.status !== 'paid') { await fulfil(order); } else { res.sendStatus(200); } });",
      ),
    },
    {
      name: 'made only if it is new',
      code: route(
        'const made = await createPaymentIfNew(event.data); if (made) await fulfil(made);',
      ),
    },

    {
      name: 'looked up in a table',
      code: route(
        'if (await db.processedEvents.findOne({ eventId: event.id })) return res.sendStatus(200); await fulfil(event.data);',
      ),
    },
    {
      name: 'SET NX',
      code: route(
        "const fresh = await redis.set(`hook:${event.id}`, '1', 'EX', 86400, 'NX'); if (fresh) await fulfil(event.data);",
      ),
    },
    {
      name: 'a set in memory',
      code: route(
        'if (seen.has(event.id)) return res.end(); seen.add(event.id); await fulfil(event.data);',
      ),
    },
    {
      name: 'a header with the id, under another name',
      code: route(
        "const key = req.get('x-event-id'); const known = await cache.get(key); if (!known) await fulfil(event.data);",
      ),
    },
    {
      name: 'a unique index refuses the second',
      code: route(
        "try { await db.query('insert into orders values ($1)', [event.data.order]); } catch (error) { if (error.code !== '23505') throw error; }",
      ),
    },
    {
      name: 'an upsert',
      code: route(
        'await db.order.upsert({ where: { ref: event.data.ref }, create: event.data, update: {} });',
      ),
    },
    {
      name: 'a job with the id of the event',
      code: route("await queue.add('order', event.data, { jobId: event.id });"),
    },
    {
      name: 'a helper gets the id',
      code: route(
        'const { id, data } = event; if (!(await claim(id))) return res.end(); await fulfil(data);',
      ),
    },
    {
      name: 'a helper of the file looks it up',
      code: `${route('await take(event);')}
async function take(event) { if (await store.exists(event.id)) return; await fulfil(event.data); }`,
    },
    {
      name: 'a helper says that it does',
      code: route('if (await alreadyProcessed(event)) return res.end(); await fulfil(event.data);'),
    },
    { name: 'the whole event goes to a service', code: route('await service.handle(event);') },
    { name: 'it only answers', code: route('console.log(event.type);') },
    {
      name: 'no handler of webhooks',
      code: `export function cart(state, action) { switch (action.type) { case 'webhook': return { ...state, status: action.status }; } return state; }`,
    },
    {
      name: 'a test',
      code: route('await fulfil(event.data);'),
      filename: 'tests/hooks.test.js',
    },
    {
      name: 'handed to one of a table of functions, which looks',
      code: `import express from 'express';
const app = express();
const actions = { paid: async (event) => { if (await events.find(event.id)) return; await ship(event.order); } };
app.post('/webhooks/orders', async (req, res) => { const event = req.body; await actions[event.type]?.(event); res.sendStatus(202); });`,
    },
  ],
  invalid: [
    {
      name: 'a table of orders',
      ...bad(
        'await sql`insert into orders (number) values (${event.number})`; await ship(event.order);',
      ),
    },
    {
      name: 'the headers are handed to a function of another file that asks for the signature',
      code: `import { accepted } from './accepted.js';
import { orders } from './orders.js';
export async function [|completed|](req, res) {
  if (!accepted(req.rawBody, req.headers)) return res.sendStatus(401);
  await orders.complete(JSON.parse(req.rawBody).data);
  res.sendStatus(200);
}`,
      filename: 'src/hooks/completed.js',
      files: {
        'src/hooks/accepted.js':
          "import { createHmac, timingSafeEqual } from 'node:crypto';\nexport function accepted(raw, headers) {\n  const wanted = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest();\n  const given = Buffer.from(headers['x-signature'] ?? '', 'hex');\n  return given.length === wanted.length && timingSafeEqual(given, wanted);\n}\n",
      },
      errors: ['missing'],
    },
    {
      name: 'a part of the event is made a text first',
      code: `import express from 'express';
const app = express();
[|app.post|]('/webhooks/orders', async (req, res) => {
  const kind = String(req.body.type).trim();
  const shop = req.headers['x-shop'].toString();
  await app.locals.store.set(\`shop:\${shop}\`, kind);
  await fulfil(req.body.data);
  res.sendStatus(202);
});`,
      errors: ['missing'],
    },
    {
      name: 'the state that the event tells of is no record',
      ...bad("if (event.data.status === 'success') return res.end(); await fulfil(event.data);"),
    },
    {
      name: 'the payment has to have gone well to be fulfilled',
      ...bad(
        "const payment = await verifyPayment(event.data.reference); if (payment.status !== 'success') return res.end(); await fulfil(event.data);",
      ),
    },

    bad('await fulfil(event.data);'),
    bad(
      "switch (event.type) { case 'order.paid': await ship(event.data); break; case 'order.void': await cancel(event.data); }",
    ),
    {
      ...bad("console.log(event.id); await queue.add('order', event.data);"),
      name: 'the id is only logged',
    },
    {
      ...bad('await db.order.update({ where: { id: event.data.id }, data: { paid: true } });'),
      name: 'the id of the order is no id of the event',
    },
    {
      ...bad("if (event.type === 'order.paid') await mail.send(event.data.email);"),
      name: 'a mail',
    },
    {
      name: 'the id is part of what is verified, and no more',
      code: `import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
const app = express();
function valid(id, raw, signature) {
  const wanted = createHmac('sha256', process.env.S).update(\`\${id}.\${raw}\`).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
[|app.post|]('/webhooks/a', express.raw({ type: '*/*' }), async (req, res) => {
  const webhookId = req.get('webhook-id');
  if (!valid(webhookId, req.body, req.get('webhook-signature'))) return res.sendStatus(401);
  await fulfil(JSON.parse(req.body).data);
  res.json({ received: true, webhookId });
});`,
      errors: ['missing'],
    },
    {
      name: 'a switch over a header',
      code: route(
        "switch (req.get('x-topic')) { case 'orders/create': console.log(event.id); break; case 'orders/paid': break; }",
        '[|',
        '|]',
      ),
      errors: ['missing'],
    },
    {
      name: 'CommonJS: the module is the handler',
      code: `const { verify } = require('./verify');
module.[|exports|] = async (req, res) => {
  if (!verify(req.rawBody, req.get('X-Moncreneau-Signature'))) return res.status(401).end();
  const event = JSON.parse(req.rawBody);
  switch (event.type) {
    case 'appointment.created': await queue.add('sms', event.data); break;
    case 'payment.successful': await queue.add('credits', event.data); break;
  }
  res.status(200).json({ received: true });
};`,
      filename: 'src/webhooks/mc.js',
      apis: ['moncreneau'],
      errors: ['missing'],
    },
    {
      name: 'Next',
      code: `import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_KEY);
export async function [|POST|](request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature'), process.env.STRIPE_SECRET);
  if (event.type === 'checkout.session.completed') await fulfil(event.data.object);
  return Response.json({ received: true });
}`,
      filename: 'app/api/webhooks/stripe/route.ts',
      errors: ['missing'],
    },
    {
      name: 'Nest',
      code: `import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { SignatureGuard } from './signature.guard';
@Controller('webhooks')
export class Hooks {
  [|@Post('orders')|]
  @UseGuards(SignatureGuard)
  async take(@Body() event) { await this.orders.markPaid(event.data.order); }
}`,
      errors: ['missing'],
    },
    {
      name: 'Fastify',
      code: `import fastify from 'fastify';
import { checkSignature } from './signature.js';
const app = fastify();
[|app.post|]('/webhooks/orders', { preHandler: checkSignature }, async (request) => { const { type, data } = request.body; if (type === 'a.b') await ship(data); });`,
      errors: ['missing'],
    },
    {
      name: 'Hono',
      code: `import { Hono } from 'hono';
import { verify } from './verify.js';
const app = new Hono();
[|app.post|]('/webhooks/orders', async (c) => {
  const raw = await c.req.text();
  if (!verify(raw, c.req.header('x-signature'))) return c.body(null, 401);
  await ship(JSON.parse(raw).data);
  return c.body(null, 204);
});`,
      errors: ['missing'],
    },
    {
      name: 'handed to one of a table of functions, none of which looks',
      code: `import express from 'express';
const app = express();
const actions = { paid: (event) => ship(event.order), refunded: (event) => stop(event.order) };
[|app.post|]('/webhooks/orders', async (req, res) => { const event = req.body; await actions[event.type]?.(event); res.sendStatus(202); });`,
      errors: ['missing'],
    },
    {
      name: 'Koa, whose body a package reads',
      code: `import Router from '@koa/router';
import rawBody from 'raw-body';
const router = new Router();
[|router.post|]('/webhooks/orders', async (ctx) => { const raw = await rawBody(ctx.req); verify(raw, ctx.get('x-signature')); await ship(JSON.parse(raw).order); ctx.status = 204; });`,
      errors: ['missing'],
    },
    {
      name: 'an order is made, and its number goes into the log',
      code: "import express from 'express';\nimport { isSigned } from './signature.js';\nimport { createOrder } from './orders.js';\nconst app = express();\n[|app.post|]('/webhooks/pay', express.raw({ type: '*/*' }), async (req, res) => {\n  if (!isSigned(req.body, req.headers['x-signature'])) return res.sendStatus(401);\n  const event = JSON.parse(req.body);\n  if (event.event === 'payment.captured') {\n    const order = await createOrder(event.payload);\n    console.log('order', order.number);\n  }\n  res.sendStatus(200);\n});",
      errors: ['missing'],
    },
  ],
});
