import type { WebhookVerifier } from './schema.ts';

/** CryptoJS: computes signatures; it has no comparison of its own. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'CryptoJS',
  readFrom: ['crypto-js@4.2.0'],
  modules: ['crypto-js'],
  throwing: [],
  answering: [],
  digests: [
    'HmacSHA1',
    'HmacSHA256',
    'HmacSHA384',
    'HmacSHA512',
    'SHA256',
    'SHA512',
    'MD5',
    'HmacMD5',
  ],
};

export default verifier;
