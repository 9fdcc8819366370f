import rule from '../../rules/require-raw-webhook-body.ts';
import { testRule } from '../rule-tester.ts';

const CRYPTO = `import { createHmac, timingSafeEqual } from 'node:crypto';\n`;
const EXPRESS = `import express from 'express';\nconst app = express();\n`;
const SAME = `const same = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));\n`;
const mac = (content: string) =>
  `createHmac('sha256', process.env.HOOK_SECRET).update(${content}).digest('hex')`;
const route = (content: string, before = '', parser = `express.raw({ type: '*/*' }), `) =>
  `${CRYPTO}${EXPRESS}${SAME}${before}
app.post('/webhooks/orders', ${parser}(req, res) => {
  const expected = ${mac(content)};
  if (!same(expected, req.get('x-signature') ?? '')) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.sendStatus(204);
});`;

testRule(rule, {
  valid: [
    {
      name: 'what is signed is sent',
      code: "import { createHmac } from 'node:crypto';\nexport class Till { makeHmac(text, key) { return createHmac('sha256', key).update(text).digest('hex'); } async send(path, order) { const url = this.host + path; order = JSON.stringify(order); const signature = this.makeHmac('POST' + url + (order ? order : ''), this.secret); return fetch(url, { method: 'POST', headers: { 'X-HMAC-Signature': signature }, body: order }); } }",
    },
    {
      name: 'a token of its own that goes out with what is signed',
      code: "const crypto = require('crypto');\nconst secret = () => process.env.WEBHOOK_LINK_SECRET;\nfunction issue(claims) { const text = JSON.stringify(claims); const mac = crypto.createHmac('sha256', secret()).update(text).digest('base64url'); const encoded = Buffer.from(text, 'utf8').toString('base64url'); return `${encoded}.${mac}`; }\nfunction read(token) { const [encoded, given] = token.split('.'); const text = Buffer.from(encoded, 'base64url').toString('utf8'); const wanted = crypto.createHmac('sha256', secret()).update(text).digest('base64url'); if (given.length !== wanted.length || !crypto.timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) return null; return JSON.parse(text); }\nmodule.exports = { issue, read };",
    },
    {
      name: 'an event that is signed to be sent',
      code: "import { createHmac, timingSafeEqual } from 'node:crypto';\nconst macOf = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');\nexport function eventFor(webhook, payload) { const body = typeof payload === 'string' ? payload : JSON.stringify(payload); const signed = `${webhook.id}.${body}`; return { method: 'POST', headers: { 'webhook-signature': macOf(webhook.secret, signed) }, body }; }\nexport function isFrom(webhook, text, given) { const wanted = macOf(webhook.secret, text); return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted)); }",
    },
    {
      name: 'a token of its own, which it issues and reads, in a program that takes webhooks',
      code: "const crypto = require('crypto');\nconst sign = (text) => crypto.createHmac('sha256', process.env.WEBHOOK_STREAM_SECRET).update(text).digest('base64url');\nfunction issue(claims) { const text = Buffer.from(JSON.stringify(claims)).toString('base64url'); return `${text}.${sign(text)}`; }\nfunction read(token) { const [text, given] = token.split('.'); const [a, b] = [Buffer.from(given), Buffer.from(sign(text))]; if (a.length !== b.length || !crypto.timingSafeEqual(a, b)) return null; return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')); }\nmodule.exports = { issue, read };",
    },
    {
      name: 'JSON that a function writes in an order of its own, down to the last value',
      code: "import { createHmac, timingSafeEqual } from 'node:crypto';\nfunction stable(value) { if (value === null || typeof value !== 'object') return JSON.stringify(value); return `{${Object.entries(value).sort().map(([key, child]) => `${JSON.stringify(key)}:${stable(child)}`).join(',')}}`; }\napp.post('/webhooks/orders', (req, res) => { const made = createHmac('sha256', secret).update(stable(req.body)).digest(); if (!timingSafeEqual(made, Buffer.from(req.get('x-signature'), 'hex'))) return res.sendStatus(401); res.sendStatus(200); });",
    },
    route('req.body'),
    {
      name: 'the global parser keeps the raw bytes',
      code: route(
        'req.rawBody',
        `app.use(express.json({ verify: (req, res, buf) => { req.rawBody = buf; } }));`,
        '',
      ),
    },
    {
      name: 'its options can not be read',
      code: route('req.body', 'app.use(express.json(options));'),
    },
    {
      name: 'the parser is mounted elsewhere',
      code: route('req.body', `app.use('/api', express.json());`),
    },
    {
      name: 'the parser is mounted after the route',
      code: `${route('req.body')}\napp.use(express.json());`,
    },
    {
      name: 'text first, parsed after the check',
      code: `${CRYPTO}${SAME}export async function POST(request) {
  const body = await request.text();
  if (!same(${mac('body')}, request.headers.get('x-signature') ?? '')) return new Response(null, { status: 401 });
  await store(JSON.parse(body));
  return new Response(null, { status: 204 });
}`,
      filename: 'app/api/webhooks/orders/route.ts',
    },
    {
      name: 'fields put together as the provider signs them',
      code: `${CRYPTO}${SAME}${EXPRESS}app.use(express.json());
app.post('/payments/callback', (req, res) => {
  const { order_id, payment_id, signature } = req.body;
  if (!same(${mac('`${order_id}|${payment_id}`')}, signature)) return res.sendStatus(400);
  res.sendStatus(200);
});`,
    },
    {
      name: 'JSON with sorted keys, or without its signature',
      code: `${CRYPTO}${SAME}export function verify(req) {
  const { sign, ...data } = req.body;
  const a = ${mac('JSON.stringify(data)')};
  const b = ${mac('JSON.stringify(sortKeys(req.body))')};
  const c = ${mac('JSON.stringify(req.body, Object.keys(req.body).sort())')};
  return same(a, sign) || same(b, sign) || same(c, sign);
}`,
      filename: 'src/webhooks/verify.js',
    },
    {
      name: 'signing what is sent out',
      code: `${CRYPTO}export async function send(url, event) {
  const body = JSON.stringify(event);
  const signature = ${mac('JSON.stringify(event)')};
  await fetch(url, { method: 'POST', body, headers: { 'x-signature': signature } });
}`,
      filename: 'src/webhooks/send.js',
    },
    {
      name: 'an SDK gets the raw text',
      code: `import { Webhook } from 'svix';
export async function POST(req) {
  const event = new Webhook(process.env.SVIX_SECRET).verify(await req.text(), Object.fromEntries(req.headers));
  return Response.json({ id: event.id });
}`,
    },
    {
      name: 'Next: the parser is switched off',
      code: `import { buffer } from 'micro';
import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_KEY);
export const config = { api: { bodyParser: false } };
export default async function handler(req, res) {
  const event = stripe.webhooks.constructEvent(await buffer(req), req.headers['stripe-signature'], process.env.STRIPE_SECRET);
  res.json({ id: event.id });
}`,
      filename: 'pages/api/webhook.ts',
    },
    {
      name: 'a cookie of our own',
      code: `${CRYPTO}export const seal = (data) => ${mac('JSON.stringify(data)')};`,
    },
    {
      name: 'in a test',
      code: route('JSON.stringify(req.body)'),
      filename: 'src/webhooks/orders.test.js',
    },
    {
      name: 'the raw bytes by name, and a helper for them',
      code: `import express from 'express';
import { verifyWebhook } from 'some-sdk';
const rawOf = (req) => req.rawBody.toString('utf8');
express().post('/webhooks/a', (req, res) => {
  if (!verifyWebhook({ payload: rawOf(req), signature: req.get('x-signature'), secret: process.env.HOOK_SECRET })) return res.sendStatus(401);
  log.info(JSON.stringify(req.body));
  res.sendStatus(200);
});`,
    },
  ],
  invalid: [
    {
      name: 'a class of another file verifies what it is given',
      filename: 'src/hooks/controller.ts',
      parser: 'ts',
      files: {
        'src/hooks/proof.ts': `${CRYPTO}export class Proof {
  holds(text: string, given: string): boolean {
    const wanted = createHmac('sha256', process.env.HOOK_SECRET!).update(text).digest('hex');
    return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
  }
}
`,
      },
      code: `import type { Request, Response } from 'express';
import { Proof } from './proof';
export class Hooks {
  constructor(private readonly proof: Proof) {}
  webhook = (req: Request, res: Response) => {
    if (!this.proof.holds([|JSON.stringify(req.body)|], req.get('x-signature') ?? '')) return res.sendStatus(401);
    return res.sendStatus(202);
  };
}`,
      errors: ['stringified'],
    },
    { code: route('[|JSON.stringify(req.body)|]'), errors: ['stringified'] },
    {
      name: 'the conditional form',
      code: route('raw', `const text = (body) => body;\n`).replace(
        'const expected',
        `const raw = typeof req.body === 'string' ? req.body : [|JSON.stringify(req.body)|];\n  const expected`,
      ),
      errors: ['stringified'],
    },
    {
      name: 'raw bytes if there are any',
      code: route('req.rawBody || Buffer.from([|JSON.stringify(req.body)|])'),
      errors: ['stringified'],
    },
    {
      name: 'with the time before it',
      code: route("`${req.get('x-timestamp')}.${[|JSON.stringify(req.body)|]}`"),
      errors: ['stringified'],
    },
    {
      name: 'a helper is given the object',
      code: `${CRYPTO}export function verifyWebhook(payload, signature, secret) {
  const hmac = createHmac('sha256', secret);
  hmac.update([|JSON.stringify(payload)|], 'utf8');
  const digest = Buffer.from(hmac.digest('hex'));
  const given = Buffer.from(signature);
  return digest.length === given.length && timingSafeEqual(digest, given);
}`,
      errors: ['stringified'],
    },
    {
      name: 'the text is made by the caller',
      code: `${CRYPTO}${SAME}const signed = (text, signature) => same(${mac('text')}, signature);
export default async function hook(req, res) {
  if (!signed([|JSON.stringify(req.body)|], req.headers['x-signature'])) return res.status(401).end();
  res.status(200).end();
}`,
      filename: 'pages/api/hooks/orders.js',
      errors: ['stringified'],
    },
    {
      name: 'an SDK gets JSON that is written anew',
      code: `import { Webhook } from 'svix';
export async function POST(req) {
  const payload = await req.json();
  const event = new Webhook(process.env.SVIX_SECRET).verify([|JSON.stringify(payload)|], Object.fromEntries(req.headers));
  return Response.json({ id: event.id });
}`,
      filename: 'app/api/webhooks/clerk/route.ts',
      errors: ['stringified'],
    },
    {
      name: 'a helper that can not be read gets it with the signature header',
      code: `import { verifySignature } from './verify';
export async function POST(request) {
  const event = await request.json();
  if (!verifySignature([|JSON.stringify(event)|], request.headers.get('x-webhook-signature'))) return new Response(null, { status: 401 });
  return new Response(null, { status: 204 });
}`,
      errors: ['stringified'],
    },
    {
      name: 'Web Crypto over JSON',
      code: `export default {
  async fetch(request, env) {
    const event = await request.json();
    const data = new TextEncoder().encode([|JSON.stringify(event)|]);
    const ok = await crypto.subtle.verify('HMAC', await key(env.HOOK_SECRET), hex(request.headers.get('x-signature')), data);
    return new Response(null, { status: ok ? 204 : 401 });
  },
};`,
      errors: ['stringified'],
    },
    {
      name: 'the parsed object itself',
      code: `${CRYPTO}${SAME}export async function POST(request) {
  const body = await [|request.json()|];
  if (!same(${mac('body')}, request.headers.get('x-signature') ?? '')) return new Response(null, { status: 401 });
  return new Response(null, { status: 204 });
}`,
      filename: 'app/api/webhooks/orders/route.ts',
      errors: ['parsed'],
    },
    {
      name: 'Nest: the body is parsed',
      code: `${CRYPTO}import { Body, Controller, Headers, Post } from '@nestjs/common';
${SAME}@Controller('webhooks')
export class Hooks {
  @Post()
  take(@Body() event: OrderEvent, @Headers('x-signature') signature: string) {
    if (!same(${mac('[|event|] as never')}, signature)) throw new Error('no');
  }
}`,
      parser: 'ts',
      errors: ['parsed'],
    },
    {
      name: 'behind a global parser',
      code: route('[|req.body|]', 'app.use(express.json());'),
      errors: ['parsedBefore'],
    },
    {
      name: 'Stripe behind body-parser, mounted on all webhooks',
      code: `import bodyParser from 'body-parser';
import Stripe from 'stripe';
${EXPRESS}const stripe = new Stripe(process.env.STRIPE_KEY);
app.use('/webhooks', bodyParser.json({ limit: '1mb' }));
app.post('/webhooks/stripe', (req, res) => {
  const event = stripe.webhooks.constructEvent([|req.body|], req.headers['stripe-signature'], process.env.STRIPE_SECRET);
  res.json({ id: event.id });
});`,
      errors: ['parsedBefore'],
    },
    {
      name: 'Next: nothing switches the parser off',
      code: `import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_KEY);
export default async function handler(req, res) {
  const event = stripe.webhooks.constructEvent([|req.body|], req.headers['stripe-signature'], process.env.STRIPE_SECRET);
  res.json({ id: event.id });
}`,
      filename: 'pages/api/webhook.ts',
      errors: ['parsedBefore'],
    },
    {
      name: 'a helper that writes it anew where there are no raw bytes',
      code: `import express from 'express';
import { verifySignature } from './verify';
const app = express();
function rawOf(req) {
  if (typeof req.rawBody === 'string') return req.rawBody;
  return [|JSON.stringify(req.body)|];
}
app.post('/webhooks/a', (req, res) => {
  const raw = rawOf(req);
  if (!verifySignature(raw, req.get('x-signature'), process.env.HOOK_SECRET)) return res.sendStatus(401);
  res.sendStatus(200);
});`,
      errors: ['stringified'],
    },
    {
      name: 'parts that are given by name',
      code: `import express from 'express';
import { verifyWebhook } from 'some-sdk';
express().post('/webhooks/a', (req, res) => {
  if (!verifyWebhook({ payload: [|JSON.stringify(req.body)|], signature: req.get('x-signature'), secret: process.env.HOOK_SECRET })) return res.sendStatus(401);
  res.sendStatus(200);
});`,
      errors: ['stringified'],
    },
  ],
});
