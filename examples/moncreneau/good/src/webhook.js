import { createHmac, timingSafeEqual } from 'node:crypto';
import { Queue } from 'bullmq';
import { Hono } from 'hono';
import { call } from './client.js';
import { env } from './config.js';
import { webhookEvents } from './telemetry.js';

const WEEK_S = 7 * 24 * 3600;

const events = new Queue('moncreneau-events', { connection: { url: env.REDIS_URL } });

function isAuthentic(raw, signature) {
  const wanted = createHmac('sha256', env.MONCRENEAU_WEBHOOK_SECRET).update(raw).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const app = new Hono();

app.post('/webhooks/moncreneau', async (c) => {
  const raw = await c.req.text();
  if (!isAuthentic(raw, c.req.header('x-moncreneau-signature') ?? '')) {
    return c.json({ error: 'bad signature' }, 401);
  }
  const event = JSON.parse(raw);
  webhookEvents.inc({ type: event.type });
  // the job id drops a second delivery of the same event; worker.js does the rest
  await events.add(event.type, event, {
    jobId: event.id,
    attempts: 3,
    backoff: { type: 'exponential', delay: 2_000 },
    removeOnComplete: { age: WEEK_S },
  });
  return c.json({ status: 'accepted' }, 202);
});

/** Run once for each deployment: tells MONCRENEAU where to send its events. */
export const subscribe = () =>
  call('POST', 'webhooks', {
    json: {
      url: new URL('/webhooks/moncreneau', env.PUBLIC_URL).href,
      events: ['appointment.created', 'payment.updated'],
    },
  });
