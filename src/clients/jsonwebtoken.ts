import type { WebhookVerifier } from './schema.ts';

/** Tokens that sign a webhook. `verify` throws, unless a callback is its last argument; `decode` verifies nothing. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'jsonwebtoken',
  readFrom: ['jsonwebtoken@9.0.3'],
  modules: ['jsonwebtoken'],
  throwing: ['verify'],
  answering: [],
};

export default verifier;
