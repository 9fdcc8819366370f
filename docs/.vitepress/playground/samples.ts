import type { PlaygroundState } from './state.ts';

interface Sample {
  readonly title: string;
  readonly state: PlaygroundState;
}

const order = `import { randomUUID } from 'node:crypto';

const api = 'https://api.octopuscards.io/api/v1';

export async function placeOrder(productId: number, quantity: number) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const response = await fetch(\`\${api}/orders\`, {
        method: 'POST',
        headers: { authorization: \`Bearer \${process.env.OCTOPUS_TOKEN}\` },
        body: JSON.stringify({
          product_id: productId,
          quantity,
          client_reference: randomUUID(),
        }),
      });
      return await response.json();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
`;

const webhook = `import { createHmac } from 'node:crypto';
import express from 'express';
import { deliverCards } from './fulfilment.js';

const app = express();
app.use(express.json());

app.post('/webhooks/orders', async (req, res) => {
  const expected = createHmac('sha256', process.env.WEBHOOK_SECRET)
    .update(JSON.stringify(req.body))
    .digest('hex');
  if (req.headers['x-signature'] !== expected) {
    return res.status(401).end();
  }
  await deliverCards(req.body.data.order_id);
  res.json({ ok: true });
});
`;

const client = `import axios from 'axios';

export const client = axios.create({
  baseURL: process.env.PAYMENTS_URL || 'http://sandbox.payments.net',
  headers: { Authorization: \`Bearer \${process.env.PAYMENTS_KEY || 'change-me'}\` },
});

export async function refund(id, amount) {
  try {
    const { data } = await client.post(\`/payments/\${id}/refunds\`, { amount });
    return data;
  } catch (error) {
    console.log('refund failed', error.config);
    return null;
  }
}
`;

const environment = `# What the service reads when it starts.
PAYMENTS_URL=http://api.payments.net/v1
NODE_TLS_REJECT_UNAUTHORIZED=0
WEBHOOK_URL=http://localhost:3000/webhooks/orders
`;

const alerts = `groups:
  - name: aelix
    rules:
      - alert: ApiErrors
        expr: sum(rate(api_errors_total[5m])) / sum(rate(api_requests_total[5m])) > 0.1
        for: 15m
`;

/** What one can start from; the first stands there at the start. */
export const samples = [
  {
    title: 'An order that is sent again',
    state: { file: 'example.ts', config: 'strict', api: 'octopus', text: order },
  },
  {
    title: 'A webhook',
    state: { file: 'example.js', config: 'recommended', api: 'octopus', text: webhook },
  },
  {
    title: 'A client and its environment',
    state: { file: 'example.js', config: 'recommended', text: client },
  },
  {
    title: 'A .env file for production',
    state: { file: '.env.production', config: 'recommended', text: environment },
  },
  {
    title: 'Alerts in YAML',
    state: { file: 'alerts.yml', config: 'recommended', api: 'aelix', text: alerts },
  },
] as const satisfies readonly Sample[];
