import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Discord: `verifyKey` gives a promise of true or false. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Discord interactions',
  readFrom: ['discord-interactions@4.4.0'],
  modules: ['discord-interactions'],
  throwing: [],
  answering: ['verifyKey'],
  middleware: ['verifyKeyMiddleware', 'verifyWebhookEventMiddleware'],
  promising: ['verifyKey'],
};

export default verifier;
