import pino from 'pino';
import { Counter, Gauge, Histogram } from 'prom-client';

export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['*.authorization', '*.phone', '*.name'],
});

export const requests = new Counter({
  name: 'moncreneau_api_requests_total',
  help: 'Requests to the API',
  labelNames: ['method', 'status'],
});

export const duration = new Histogram({
  name: 'moncreneau_api_duration_seconds',
  help: 'Time until the API answered',
  labelNames: ['method'],
});

export const webhookEvents = new Counter({
  name: 'moncreneau_webhook_events_total',
  help: 'Webhook events received',
  labelNames: ['type'],
});

export const creditsLeft = new Gauge({
  name: 'moncreneau_credits',
  help: 'Credits left; the alert rule fires under 10',
});
