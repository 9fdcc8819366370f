import type { WebhookVerifier } from './schema.ts';

/** Ed25519 signatures, as Discord uses them. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'TweetNaCl',
  readFrom: ['tweetnacl@1.0.3'],
  modules: ['tweetnacl'],
  throwing: [],
  answering: ['sign.detached.verify'],
};

export default verifier;
