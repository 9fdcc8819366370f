import type { WebhookVerifier } from './schema.ts';

/** Standard Webhooks: `verify(payload, headers)` throws, also for timestamps more than 5 minutes off. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Standard Webhooks',
  readFrom: ['standardwebhooks@1.1.1'],
  modules: ['standardwebhooks'],
  throwing: ['new Webhook().verify'],
  answering: [],
};

export default verifier;
