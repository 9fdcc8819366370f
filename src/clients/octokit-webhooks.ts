import type { WebhookVerifier } from './schema.ts';

/** Webhooks of GitHub with handlers. `verify` gives a promise of true or false; `receive` verifies nothing. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Octokit webhooks',
  readFrom: ['@octokit/webhooks@14.2.0'],
  modules: ['@octokit/webhooks'],
  throwing: ['new Webhooks().verifyAndReceive'],
  answering: ['new Webhooks().verify'],
  middleware: ['createNodeMiddleware', 'createWebMiddleware'],
  promising: ['new Webhooks().verifyAndReceive', 'new Webhooks().verify'],
};

export default verifier;
