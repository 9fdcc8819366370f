import type { WebhookVerifier } from './schema.ts';

/** The signature functions of GitHub webhooks; both give a promise of true or false. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Octokit webhook methods',
  readFrom: ['@octokit/webhooks-methods@6.0.0'],
  modules: ['@octokit/webhooks-methods'],
  throwing: [],
  answering: ['verify', 'verifyWithFallback'],
  promising: ['verify', 'verifyWithFallback'],
};

export default verifier;
