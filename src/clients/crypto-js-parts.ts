import type { WebhookVerifier } from './schema.ts';

/** The parts of CryptoJS that are imported one by one: each exports one function. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'CryptoJS parts',
  readFrom: ['crypto-js@4.2.0'],
  modules: [
    'crypto-js/hmac-md5',
    'crypto-js/hmac-sha1',
    'crypto-js/hmac-sha224',
    'crypto-js/hmac-sha256',
    'crypto-js/hmac-sha384',
    'crypto-js/hmac-sha512',
    'crypto-js/hmac-sha3',
  ],
  throwing: [],
  answering: [],
  digests: ['default'],
};

export default verifier;
