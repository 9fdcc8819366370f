import rule from '../../rules/require-webhook-timestamp-check.ts';
import { testRule } from '../rule-tester.ts';

const HEAD = `import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
const app = express();
const same = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
const sign = (text) => createHmac('sha256', process.env.HOOK_SECRET).update(text).digest('hex');
`;
const route = (check: string, open = '', close = '') => `${HEAD}
${open}app.post${close}('/webhooks/orders', express.raw({ type: '*/*' }), (req, res) => {
  const timestamp = req.get('x-timestamp') ?? '';
  ${check}
  if (!same(sign(\`\${timestamp}.\${req.body}\`), req.get('x-signature') ?? '')) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.sendStatus(204);
});`;
const bare = (open = '', close = '') => `${HEAD}
${open}app.post${close}('/webhooks/orders', express.raw({ type: '*/*' }), (req, res) => {
  if (!same(sign(req.body), req.get('x-signature') ?? '')) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.sendStatus(204);
});`;

testRule(rule, {
  valid: [
    {
      name: 'libraries compare with the clock',
      code: route(
        'if (isBefore(new Date(Number(timestamp) * 1000), subMinutes(new Date(), 5))) return res.sendStatus(400);',
      ),
    },
    {
      name: 'a library compares what was moved',
      code: route(
        'if (!isAfter(addMinutes(Number(timestamp) * 1000, 5), Date.now())) return res.sendStatus(400);',
      ),
    },
    {
      name: 'one side is moved by five minutes',
      code: route(
        'const sent = Number(timestamp); if (sent < Date.now() / 1000 - 300 || sent > Date.now() / 1000 + 900) return res.sendStatus(400);',
      ),
    },
    {
      name: 'the difference of a library in its unit',
      code: route(
        'if (DateTime.now().diff(DateTime.fromSeconds(Number(timestamp))).as("minutes") > 5) return res.sendStatus(400);',
      ),
    },
    route(
      'if (Math.abs(differenceInMinutes(new Date(), new Date(Number(timestamp) * 1000))) > 4) return res.sendStatus(400);',
    ),
    route(
      'if (Math.abs(Date.now() - Number(timestamp) * 1000) > 5 * 60 * 1000) return res.sendStatus(400);',
    ),
    route(
      'const now = Math.floor(Date.now() / 1000); if (now - Number(timestamp) > 300) return res.sendStatus(400);',
    ),
    route(
      'const sentAt = new Date(timestamp); if (new Date().getTime() - sentAt.getTime() > 300_000) return res.sendStatus(400);',
    ),
    {
      name: 'a helper that can not be read gets the time',
      code: route('if (!isFresh(timestamp)) return res.sendStatus(400);'),
    },
    {
      name: 'a helper of the file looks at the clock',
      code: route('if (!fresh(timestamp)) return res.sendStatus(400);').replace(
        'const app',
        'const fresh = (t) => Date.now() / 1000 - Number(t) < 300;\nconst app',
      ),
    },
    { name: 'the provider sends no time', code: bare() },
    {
      name: 'an SDK has its own tolerance',
      code: `import express from 'express';
import Stripe from 'stripe';
const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY);
app.post('/webhooks/stripe', express.raw({ type: '*/*' }), (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_SECRET);
  fulfil(event);
  res.sendStatus(204);
});`,
    },
    {
      name: 'a helper that can not be read gets the whole request',
      code: `import { verify } from './verify.js';
export default async function handler(req, res) {
  if (!verify(req)) return res.status(401).end();
  await save(req.body);
  res.status(204).end();
}`,
      filename: 'pages/api/webhooks/octopus.js',
      apis: ['octopus'],
    },
    {
      name: 'middleware looks at the clock',
      code: `${HEAD}
function fresh(req, res, next) {
  if (Math.abs(Date.now() - Number(req.get('x-timestamp'))) > 300_000) return res.sendStatus(400);
  if (!same(sign(req.body), req.get('x-signature') ?? '')) return res.sendStatus(401);
  next();
}
app.post('/webhooks/orders', express.raw({ type: '*/*' }), fresh, (req, res) => { fulfil(req.body); res.sendStatus(204); });`,
      apis: ['octopus'],
    },
    {
      name: 'a day is what the user allows',
      code: route('if (Date.now() - Number(timestamp) > 86_400_000) return res.sendStatus(400);'),
      options: { maxAgeMs: 86_400_000 },
    },
    {
      name: 'nothing verifies it: another rule says so',
      code: `import express from 'express';
const app = express();
app.post('/webhooks/a', (req, res) => { save(req.body, req.get('x-timestamp')); res.sendStatus(204); });`,
      apis: ['octopus'],
    },
    {
      name: 'the age of something else',
      code: route(
        'if (Math.abs(Date.now() - Number(timestamp)) > 300_000) return res.sendStatus(400); if (Date.now() - cache.loaded > 86_400_000) reload();',
      ),
    },
  ],
  invalid: [
    ...[
      'if ([|Math.abs(dayjs().diff(dayjs.unix(Number(timestamp)), "minute")) > 60|]) return res.sendStatus(400);',
      'if ([|dayjs.unix(Number(timestamp)).isBefore(dayjs().subtract(1, "hour"))|]) return res.sendStatus(400);',
      'if ([|isBefore(new Date(Number(timestamp) * 1000), subHours(new Date(), 1))|]) return res.sendStatus(400);',
      'if ([|DateTime.fromSeconds(Number(timestamp)) < DateTime.now().minus({ minutes: 60 })|]) return res.sendStatus(400);',
      'if ([|DateTime.now().diff(DateTime.fromSeconds(Number(timestamp)), "minutes").minutes > 60|]) return res.sendStatus(400);',
      'if ([|Number(timestamp) * 1000 + 3_600_000 < Date.now()|]) return res.sendStatus(400);',
    ].map((check, index) => ({
      name: `an hour, told in another way (${String(index)})`,
      code: route(check).replace('import express', "import dayjs from 'dayjs';\nimport express"),
      errors: [{ messageId: 'tooLong', data: { age: 60, minutes: 5 } }],
    })),
    {
      name: 'a difference in minutes',
      code: route(
        'if ([|Math.abs(differenceInMinutes(new Date(), new Date(Number(timestamp) * 1000))) > 10|]) return res.sendStatus(400);',
      ),
      errors: [{ messageId: 'tooLong', data: { age: 10, minutes: 5 } }],
    },
    { code: route('', '[|', '|]'), errors: [{ messageId: 'missing', data: { minutes: 5 } }] },
    {
      name: 'the API sends a time',
      code: bare('[|', '|]'),
      apis: ['octopus'],
      errors: ['missing'],
    },
    {
      name: 'the time is only read',
      code: route('if (!timestamp) return res.sendStatus(400);', '[|', '|]'),
      errors: ['missing'],
    },
    {
      name: 'the time in the signature header is only signed',
      code: `${HEAD}
function verify(raw, header) {
  const parts = Object.fromEntries(header.split(',').map((part) => part.split('=')));
  return same(sign(\`\${parts.timestamp}.\${raw}\`), parts.v1);
}
[|app.post|]('/webhooks/orders', express.raw({ type: '*/*' }), (req, res) => {
  if (!verify(req.body, req.get('x-signature') ?? '')) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.sendStatus(204);
});`,
      errors: ['missing'],
    },
    {
      name: 'a function that verifies, and no handler in sight',
      code: `import { createHmac, timingSafeEqual } from 'node:crypto';
export function [|verify|](body, timestamp, signature, secret) {
  const wanted = createHmac('sha256', secret).update(\`\${timestamp}.\${body}\`).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}`,
      errors: ['missing'],
    },
    {
      name: 'an ECDSA signature over the time',
      code: `${HEAD}import crypto from 'node:crypto';
function valid(key, body, signature, timestamp) {
  const verifier = crypto.createVerify('sha256');
  verifier.update(timestamp + body);
  return verifier.verify(key, signature, 'base64');
}
[|app.post|]('/webhooks/mail', express.raw({ type: '*/*' }), (req, res) => {
  if (!valid(process.env.MAIL_KEY, req.body, req.get('x-event-signature'), req.get('x-event-timestamp'))) return res.sendStatus(401);
  fulfil(JSON.parse(req.body));
  res.sendStatus(204);
});`,
      errors: ['missing'],
    },
    {
      name: 'a day',
      code: `const { verify } = require('./signature');
const MAX_AGE = 24 * 60 * 60 * 1000;
module.exports = async function octopusHook(req, res) {
  const sentAt = Number(req.headers['x-timestamp']) * 1000;
  if ([|Date.now() - sentAt > MAX_AGE|]) return res.status(400).end();
  if (!verify(req.rawBody, req.headers['x-signature'])) return res.status(401).end();
  await queue.add('octopus', req.body);
  res.status(202).end();
};`,
      filename: 'src/hooks/one-day.js',
      errors: [{ messageId: 'tooLong', data: { age: 1440, minutes: 5 } }],
    },
    {
      name: 'an hour, in seconds',
      code: route(
        'const now = Math.floor(Date.now() / 1000); const age = now - parseInt(timestamp, 10); if ([|age > 3600|]) return res.sendStatus(400);',
      ),
      errors: [{ messageId: 'tooLong', data: { age: 60, minutes: 5 } }],
    },
    {
      name: 'a limit in seconds, the clock in milliseconds',
      code: route('if ([|Date.now() - Number(timestamp) > 300|]) return res.sendStatus(400);'),
      errors: ['mixesUnits'],
    },
    {
      name: 'the clock in seconds, the time in milliseconds',
      code: route(
        'const sentAt = Date.parse(timestamp); if ([|Math.floor(Date.now() / 1000) - sentAt > 300|]) return res.sendStatus(400);',
      ),
      errors: ['mixesUnits'],
    },
    {
      name: 'the clock in milliseconds, the time in seconds',
      code: route(
        'const sent = new Date(timestamp).getTime() / 1000; if ([|Math.abs(Date.now() - sent) > 300_000|]) return res.sendStatus(400);',
      ),
      errors: ['mixesUnits'],
    },
    {
      name: 'the user allows a minute',
      code: route('if ([|Date.now() - Number(timestamp) > 300_000|]) return res.sendStatus(400);'),
      options: { maxAgeMs: 60_000 },
      errors: [{ messageId: 'tooLong', data: { age: 5, minutes: 1 } }],
    },
  ],
});
