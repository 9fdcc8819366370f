import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Adyen: all give back true or false at once. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Adyen webhooks',
  readFrom: ['@adyen/api-library@32.1.0'],
  modules: ['@adyen/api-library'],
  throwing: [],
  answering: [
    'new hmacValidator().validateHMAC',
    'new hmacValidator().validateHMACSignature',
    'new hmacValidator().validateBankingHMAC',
  ],
};

export default verifier;
