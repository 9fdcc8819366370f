import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Paddle: `unmarshal` rejects, `isSignatureValid` gives a promise of true or false. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Paddle webhooks',
  readFrom: ['@paddle/paddle-node-sdk@3.10.0'],
  modules: ['@paddle/paddle-node-sdk'],
  throwing: ['new Paddle().webhooks.unmarshal'],
  answering: ['new Paddle().webhooks.isSignatureValid'],
  promising: ['new Paddle().webhooks.unmarshal', 'new Paddle().webhooks.isSignatureValid'],
};

export default verifier;
