import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Shopify. `validate` gives a promise of an object: only its `valid` tells. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Shopify webhooks',
  readFrom: ['@shopify/shopify-api@13.1.0'],
  modules: ['@shopify/shopify-api'],
  throwing: [],
  answering: [],
  middleware: ['shopifyApi().webhooks.process'],
  reporting: { 'shopifyApi().webhooks.validate': 'valid' },
  promising: ['shopifyApi().webhooks.validate'],
};

export default verifier;
