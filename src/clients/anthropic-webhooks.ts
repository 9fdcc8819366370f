import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Anthropic: `unwrap(body, { headers })` throws at once; `parseUnverified` verifies nothing. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Anthropic webhooks',
  readFrom: ['@anthropic-ai/sdk@1.12.0'],
  modules: ['@anthropic-ai/sdk'],
  throwing: ['new default().beta.webhooks.unwrap', 'new Anthropic().beta.webhooks.unwrap'],
  answering: [],
};

export default verifier;
