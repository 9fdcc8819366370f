import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Resend: `verify({ payload, headers, webhookSecret })` throws at once. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Resend webhooks',
  readFrom: ['resend@6.38.0'],
  modules: ['resend'],
  throwing: ['new Resend().webhooks.verify'],
  answering: [],
};

export default verifier;
