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
    'HmacSHA224',
    'HmacSHA256',
    'HmacSHA384',
    'HmacSHA512',
    'HmacSHA3',
    'HmacMD5',
    'HmacRIPEMD160',
    'algo.HMAC.create().finalize',
    'algo.HMAC.create().update().finalize',
  ],
  hashes: ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'MD5', 'RIPEMD160'],
};

export default verifier;
