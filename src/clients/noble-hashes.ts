import type { WebhookVerifier } from './schema.ts';

/** HMAC of `@noble/hashes`: `hmac(sha256, key, message)` or `hmac.create(sha256, key)`. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: '@noble/hashes',
  readFrom: ['@noble/hashes@2.4.0'],
  modules: ['@noble/hashes/hmac', '@noble/hashes/hmac.js'],
  throwing: [],
  answering: [],
  digests: ['hmac', 'hmac.create().digest', 'hmac.create().update().digest'],
};

export default verifier;
