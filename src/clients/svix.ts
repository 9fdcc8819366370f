import type { WebhookVerifier } from './schema.ts';

/** Svix webhooks: `verify(payload, headers)` throws, and gives back the parsed payload. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Svix',
  readFrom: ['svix@1.99.1'],
  modules: ['svix'],
  throwing: ['new Webhook().verify'],
  answering: [],
};

export default verifier;
