import type { WebhookVerifier } from './schema.ts';

/** Signatures of `node:crypto` and of Web Crypto. `subtle.verify` gives a promise of true or false. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'node:crypto',
  readFrom: ['@types/node@22.20.5'],
  modules: ['node:crypto', 'crypto'],
  globals: ['crypto'],
  throwing: [],
  answering: [
    'timingSafeEqual',
    'subtle.timingSafeEqual',
    'verify',
    'createVerify().verify',
    'createVerify().update().verify',
    'subtle.verify',
    'webcrypto.subtle.verify',
  ],
  promising: ['subtle.verify', 'webcrypto.subtle.verify'],
  equalLength: ['timingSafeEqual', 'subtle.timingSafeEqual'],
  suggested: { name: 'timingSafeEqual', module: 'node:crypto' },
  digests: [
    'createHmac().digest',
    'createHmac().update().digest',
    'createHmac().read',
    'subtle.sign',
    'webcrypto.subtle.sign',
  ],
  hashes: [
    'createHash().digest',
    'createHash().update().digest',
    'hash',
    'subtle.digest',
    'webcrypto.subtle.digest',
  ],
};

export default verifier;
