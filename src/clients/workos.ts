import type { WebhookVerifier } from './schema.ts';

/** Webhooks of WorkOS: both give a promise that rejects. They take the parsed payload, and serialise it again. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'WorkOS webhooks',
  readFrom: ['@workos-inc/node@8.13.0'],
  modules: ['@workos-inc/node'],
  throwing: ['new WorkOS().webhooks.constructEvent', 'new WorkOS().webhooks.verifyHeader'],
  answering: [],
  promising: ['new WorkOS().webhooks.constructEvent', 'new WorkOS().webhooks.verifyHeader'],
};

export default verifier;
