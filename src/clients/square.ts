import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Square: `verifySignature` gives a promise of true or false. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Square webhooks',
  readFrom: ['square@46.0.0'],
  modules: ['square'],
  throwing: [],
  answering: ['WebhooksHelper.verifySignature'],
  promising: ['WebhooksHelper.verifySignature'],
};

export default verifier;
