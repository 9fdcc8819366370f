import type { WebhookVerifier } from './schema.ts';

/** `sha256.hmac(key, message)` and its forms. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'js-sha256',
  readFrom: ['js-sha256@1.0.0'],
  modules: ['js-sha256'],
  throwing: [],
  answering: [],
  digests: [
    'hmac',
    'sha256.hmac',
    'sha256.hmac.hex',
    'sha256.hmac.create().hex',
    'sha256.hmac.create().update().hex',
    'sha224.hmac',
  ],
  hashes: ['sha256', 'sha224', 'sha256.hex'],
};

export default verifier;
