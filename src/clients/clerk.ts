import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Clerk: `verifyWebhook(request)` reads the payload itself, and rejects. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Clerk webhooks',
  readFrom: ['@clerk/backend@3.25.0', '@clerk/nextjs@7.9.17'],
  modules: ['@clerk/backend/webhooks', '@clerk/nextjs/webhooks'],
  throwing: ['verifyWebhook'],
  answering: [],
  promising: ['verifyWebhook'],
};

export default verifier;
