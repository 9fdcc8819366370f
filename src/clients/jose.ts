import type { WebhookVerifier } from './schema.ts';

/** Signed tokens. All reject when the signature is wrong; `decodeJwt` verifies nothing. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'jose',
  readFrom: ['jose@6.2.17'],
  modules: ['jose'],
  throwing: ['jwtVerify', 'compactVerify', 'flattenedVerify', 'generalVerify'],
  answering: [],
  promising: ['jwtVerify', 'compactVerify', 'flattenedVerify', 'generalVerify'],
};

export default verifier;
