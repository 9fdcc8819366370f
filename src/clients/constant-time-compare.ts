import type { WebhookVerifier } from './schema.ts';

/** Packages that are one function: a comparison in constant time. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'constant-time comparison',
  readFrom: ['tsscmp@1.0.6', 'scmp@2.1.0', 'secure-compare@3.0.1', 'safe-compare@1.1.4'],
  modules: ['tsscmp', 'scmp', 'secure-compare', 'safe-compare'],
  throwing: [],
  answering: ['default'],
};

export default verifier;
