import rule from '../../rules/no-slow-webhook-handler.ts';
import { testRule } from '../rule-tester.ts';

const HEAD = `import express from 'express';
import { verify } from './verify.js';
const app = express();
`;
const route = (body: string, after = '') => `${HEAD}
app.post('/webhooks/orders', express.raw({ type: '*/*' }), async (req, res) => {
  if (!verify(req.body, req.get('x-signature'))) return res.sendStatus(401);
  const event = JSON.parse(req.body);
  ${body}
  res.sendStatus(204);
  ${after}
});`;

testRule(rule, {
  valid: [
    {
      name: 'a loop over one',
      code: "import express from 'express';\nconst app = express();\napp.post('/webhooks/mail', async (req, res) => { const senders = [req.body.from]; for (const sender of senders) { await people.find({ sender }); } res.end(); });",
    },
    {
      name: 'the answer is what was made, which a caller asks for',
      code: `import { tidy } from './orders.js';\n${HEAD}app.post('/webhooks/orders', express.json(), async (req, res) => { const order = tidy(req.body); const response = await fetch('https://api.shop.example/orders', { method: 'POST', body: JSON.stringify(order) }); const made = await response.json(); res.json({ done: true, data: { id: made.id, total: made.total } }); });`,
    },
    {
      name: 'the body of the request is the answer, read where it may be none',
      code: `${HEAD}app.post('/webhooks/orders', express.json(), async (req, res) => { const response = await fetch('https://calls.example.com/call', { method: 'POST', body: req.body.number }); let data; try { data = await response.json(); } catch { data = {}; } return res.status(response.ok ? 200 : 502).json(data); });`,
    },
    {
      name: 'a timer that answers where the work takes too long',
      code: `import { keep } from './orders.js';\n${HEAD}app.post('/webhooks/orders', express.json(), async (req, res) => { const late = setTimeout(() => { if (!res.headersSent) res.status(503).json({ retry: true }); }, 8000); await keep(req.body); clearTimeout(late); res.sendStatus(204); });`,
    },
    {
      name: 'what the event is about is read anew through an SDK',
      code: `import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_SECRET_KEY);\n${route('const { items } = await stripe.subscriptions.retrieve(req.body.data.object.id);')}`,
    },
    {
      name: 'an SDK takes the event',
      code: `import Stripe from 'stripe';\n${HEAD}const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);\napp.post('/webhooks/orders', express.raw({ type: '*/*' }), async (req, res) => { const event = await stripe.webhooks.constructEventAsync(req.body, req.get('stripe-signature'), process.env.HOOK_SECRET); await queue.add(event.type, event.data, { jobId: event.id }); res.sendStatus(202); });`,
    },
    {
      name: 'somebody comes back from signing in',
      filename: 'src/controllers/account.js',
      code: "export const shopCallback = async (req, res) => { const response = await fetch('https://login.shop.example/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', code: req.query.code }) }); const { id } = await response.json(); req.session.device = req.headers['user-agent']; req.session.shop = id; res.redirect('/'); };",
    },
    {
      name: 'a queue calls it with its job',
      code: "import { Receiver } from '@upstash/qstash';\nconst receiver = new Receiver({ currentSigningKey: process.env.CURRENT_KEY, nextSigningKey: process.env.NEXT_KEY });\nexport async function POST(request) { const body = await request.text(); const signature = request.headers.get('upstash-signature') ?? ''; if (!(await receiver.verify({ signature, body }))) return new Response('no', { status: 401 }); const job = JSON.parse(body); await fetch('https://api.example.com/orders', { method: 'POST', body: JSON.stringify(job.order) }); return Response.json({ done: true }); }",
      filename: 'app/api/webhooks/approval/route.ts',
    },
    {
      name: 'a function of another file that waits for its database alone, and lets a request go',
      code: `import { keep } from './crm.js';\n${route('await keep(event);')}`,
      filename: 'src/hooks.js',
      files: {
        'src/crm.js': `import axios from 'axios';
import { db } from './db.js';
export async function keep(order) {
  await db.orders.insert(order);
  axios.post('https://crm.example.com/orders', order).catch(report);
}`,
      },
    },
    {
      name: 'a helper answers with what it was asked to make',
      code: `import express from 'express';
const app = express();
app.post('/webhooks/services/:id', async (req, res) => {
  return await createLink(req.body, res);
});
async function createLink(body, res) {
  const response = await fetch('https://api.example.com/links', { method: 'POST', body });
  const link = await response.json();
  return res.status(201).json({ id: link.id });
}`,
    },
    {
      name: 'a mock of a provider takes its time',
      code: `import express from 'express';
const app = express();
app.post('/mock/webhooks/orders', async (req, res) => {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  res.json({ id: req.body.id });
});`,
    },
    {
      name: 'a stand-in by its file',
      filename: 'tools/fake-provider.ts',
      code: `import express from 'express';
const app = express();
app.post('/webhooks/orders', async (req, res) => {
  await new Promise((resolve) => setTimeout(resolve, req.body.delay));
  res.json({ id: req.body.id });
});`,
    },
    {
      name: 'it answers first',
      code: route(
        '',
        "await fetch('https://crm.example.com/orders', { method: 'POST', body: event.id });",
      ),
    },
    {
      name: 'a job on a queue',
      code: route("await queue.add('order', event.data, { jobId: event.id });"),
    },
    {
      name: 'a message to SQS',
      code: route('await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: event.id }));'),
    },
    {
      name: 'one row in a database',
      code: route('await db.events.insert({ id: event.id, data: event.data });'),
    },
    {
      name: 'nobody waits for it',
      code: route(
        "fetch('https://crm.example.com/orders', { method: 'POST', body: event.id }).catch(report);",
      ),
    },
    {
      name: 'after the answer, by a timer',
      code: route("setImmediate(async () => { await fetch('https://crm.example.com/orders'); });"),
    },
    {
      name: 'waitUntil',
      code: `export default {
  async fetch(request, env, ctx) {
    const event = await request.json();
    if (!(await verify(request, env.HOOK_SECRET))) return new Response(null, { status: 401 });
    if (event.type === 'order.paid') ctx.waitUntil(fetch('https://crm.example.com/orders', { method: 'POST' }));
    return new Response(null, { status: 204 });
  },
};`,
      filename: 'src/webhook.ts',
    },
    {
      name: 'after of Next',
      code: `import { after } from 'next/server';
import { verify } from './verify';
export async function POST(request) {
  const raw = await request.text();
  if (!verify(raw, request.headers.get('x-signature'))) return new Response(null, { status: 401 });
  after(async () => { await fetch('https://crm.example.com/orders', { method: 'POST', body: raw }); });
  return new Response(null, { status: 204 });
}`,
      filename: 'app/api/webhooks/orders/route.ts',
    },
    {
      name: 'the provider is asked whether it sent this',
      code: route(
        "const answer = await fetch('https://api.pay.example.com/v1/verify-webhook-signature', { method: 'POST', body: req.body });",
      ),
    },
    {
      name: 'the body is read in pieces',
      code: route('const chunks = []; for await (const chunk of req) chunks.push(chunk);'),
    },
    {
      name: 'a loop that enqueues',
      code: route("for (const item of event.items) await queue.add('item', item);"),
    },
    {
      name: 'no webhook',
      code: `import express from 'express';
const app = express();
app.post('/orders', async (req, res) => { await fetch('https://crm.example.com/orders', { method: 'POST' }); res.sendStatus(204); });`,
    },
    {
      name: 'an endpoint that manages webhooks hands requests on',
      code: `export default async function handler(req, res) {
  if (req.method === 'POST') await create(req, res);
}
async function create(req, res) { for (const url of list) await store.save(url); await fetch('https://hooks.example.com/a', { method: 'POST' }); res.end(); }`,
      filename: 'pages/api/teams/webhooks/index.ts',
    },
    {
      name: 'a test',
      code: route("await fetch('https://crm.example.com/orders', { method: 'POST' });"),
      filename: 'tests/hook.test.js',
    },
  ],
  invalid: [
    {
      name: 'the answer tells the failure alone',
      code: route(
        "const sent = await [|fetch('https://api.shop.example/orders', { method: 'POST', body: req.body })|]; if (!sent.ok) return res.status(502).json({ error: sent.status });",
      ),
      errors: ['request'],
    },
    {
      name: 'what a function of another file tries again',
      code: `import { again } from './again.js';\n${route("await again(() => [|fetch('https://crm.example.com/orders', { method: 'POST', body: req.body })|]);")}`,
      filename: 'src/hooks.js',
      files: {
        'src/again.js':
          'export async function again(send, tries = 3) { for (let i = 1; ; i++) { try { return await send(); } catch (error) { if (i === tries) throw error; } } }',
      },
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'a provider calls it with its event',
      code: "import { Receiver } from './receiver.js';\nconst receiver = new Receiver(process.env.HOOK_SECRET);\nexport async function POST(request) { const body = await request.text(); const signature = request.headers.get('x-shop-signature') ?? ''; if (!(await receiver.verify({ signature, body }))) return new Response('no', { status: 401 }); const job = JSON.parse(body); await [|fetch('https://api.example.com/orders', { method: 'POST', body: JSON.stringify(job.order) })|]; return Response.json({ done: true }); }",
      filename: 'app/api/webhooks/approval/route.ts',
      errors: ['request'],
    },
    {
      name: 'a function of another file that asks two services',
      code: `import { keep } from './crm.js';\n${route('await [|keep(event)|];')}`,
      filename: 'src/hooks.js',
      files: {
        'src/crm.js': `import axios from 'axios';
import { db } from './db.js';
export async function keep(order) {
  await db.orders.insert(order);
  const { data } = await axios.get('https://crm.example.com/customers/' + order.customer);
  await axios.post('https://crm.example.com/orders', { ...order, customer: data });
}`,
      },
      errors: ['request'],
    },
    {
      name: 'a method of an object of another file that a further one calls',
      code: `import { note } from './notes.js';\n${route('await [|note(event)|];')}`,
      filename: 'src/hooks.js',
      files: {
        'src/notes.js':
          "import { crm } from './crm.js';\nexport const note = (body) => crm.note(body);",
        'src/crm.js': `async function post(path, body) {
  const answer = await fetch('https://crm.example.com' + path, { method: 'POST', body });
  return answer.json();
}
export const crm = { note: (body) => post('/notes', body) };`,
      },
      errors: ['request'],
    },
    {
      name: 'a helper answers that it is done',
      code: `import express from 'express';
const app = express();
app.post('/webhooks/orders', async (req, res) => {
  await [|pay(req.body, res)|];
});
async function pay(body, res) {
  const response = await fetch('https://api.example.com/pay', { method: 'POST', body });
  return res.status(200).json({ received: true });
}`,
      errors: ['request'],
    },
    {
      code: route(
        "await [|fetch('https://crm.example.com/orders', { method: 'POST', body: event.id })|];",
      ),
      errors: ['request'],
    },
    {
      name: 'axios, in a switch',
      code: `import axios from 'axios';\n${route("switch (event.type) { case 'paid': await [|axios.post('https://crm.example.com/orders', event.data)|]; }")}`,
      errors: ['request'],
    },
    {
      name: 'a helper of the file',
      code:
        route('await [|notify(event)|];') +
        "\nasync function notify(event) { await fetch('https://crm.example.com/orders', { method: 'POST' }); }",
      errors: ['request'],
    },
    {
      name: 'all at once is waited for too',
      code: route(
        "await Promise.all([[|fetch('https://a.example.com/x', { method: 'POST' })|], fetch('https://b.example.com/y', { method: 'POST' })]);",
      ),
      errors: ['request'],
    },
    {
      name: 'a pause',
      code: route(
        'await [|new Promise((resolve) => setTimeout(resolve, 5000))|]; await db.save(event.id);',
      ),
      errors: ['pause'],
    },
    {
      name: 'a sleep',
      code: route('await [|sleep(2000)|]; await db.save(event.id);'),
      errors: ['pause'],
    },
    {
      name: 'a mail',
      code: route('await [|mailer.sendMail({ to: event.data.email })|];'),
      errors: ['rendering'],
    },
    {
      name: 'a loop of awaits',
      code: route('[|for (const item of event.items) { await db.items.update(item.id, item); }|]'),
      errors: ['loop'],
    },
    {
      name: 'a document, a mail and a request: the first is reported',
      code: `import { Controller, Headers, Post, Req } from '@nestjs/common';
@Controller('webhooks')
export class PaymentWebhook {
  @Post('payments')
  async paid(@Req() req, @Headers('x-signature') signature) {
    if (!verifyPayment(req.rawBody, signature)) throw new Error('no');
    const event = JSON.parse(req.rawBody.toString('utf8'));
    if (!(await this.store.claim(event.id))) return { status: 'already_processed' };
    const invoice = await [|this.pdf.render(event.data)|];
    await this.mailer.sendWithAttachment(event.data.email, invoice);
    await fetch(process.env.ACCOUNTING_URL, { method: 'POST', body: invoice });
    return { status: 'processed' };
  }
}`,
      errors: ['rendering'],
    },
    {
      name: 'Next',
      code: `import { verify } from './verify';
export async function POST(request) {
  const raw = await request.text();
  if (!verify(raw, request.headers.get('x-signature'))) return new Response(null, { status: 401 });
  await [|fetch('https://crm.example.com/orders', { method: 'POST', body: raw })|];
  return new Response(null, { status: 204 });
}`,
      filename: 'app/api/webhooks/orders/route.ts',
      errors: ['request'],
    },
    {
      name: 'answered on one way only',
      code: route(
        "if (event.type === 'ping') res.sendStatus(200); else await [|fetch('https://crm.example.com/orders', { method: 'POST' })|];",
      ),
      errors: ['request'],
    },
    {
      name: 'Hono',
      code: `import { Hono } from 'hono';
import { verify } from './verify.js';
const app = new Hono();
app.post('/webhooks/orders', async (c) => {
  const raw = await c.req.text();
  if (!verify(raw, c.req.header('x-signature'))) return c.body(null, 401);
  const answer = await [|fetch('https://crm.example.com/orders', { method: 'POST', body: raw })|];
  return c.body(null, 204);
});`,
      errors: ['request'],
    },
    {
      name: 'a request through an SDK',
      code: `import OpenAI from 'openai';\nconst openai = new OpenAI({ timeout: 60_000 });\n${route("const { choices } = await [|openai.chat.completions.create({ model: 'm', messages: [] })|];")}`,
      errors: ['request'],
    },
    {
      name: 'a pause of the platform under another name',
      code: `import express from 'express';
import { setTimeout as settle } from 'node:timers/promises';
const app = express();
app.post('/webhooks/orders', async (req, res) => { await [|settle(8000)|]; await store(req.body); res.sendStatus(200); });`,
      errors: ['pause'],
    },
  ],
});
