import type { WebhookVerifier } from './schema.ts';

/** `new Bun.CryptoHasher(algorithm, key?)`: with a key it signs, without one it hashes. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Bun.CryptoHasher',
  readFrom: ['bun-types@1.4.5'],
  modules: ['bun'],
  globals: ['Bun'],
  throwing: [],
  answering: [],
  hashes: ['new CryptoHasher().digest', 'new CryptoHasher().update().digest'],
};

export default verifier;
