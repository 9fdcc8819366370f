import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Twilio. The functions are also members of the default export; `validateBody` compares a hash only, and proves nothing without the signature. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Twilio webhooks',
  readFrom: ['twilio@6.2.0'],
  modules: ['twilio'],
  throwing: [],
  answering: [
    'validateRequest',
    'validateRequestWithBody',
    'validateExpressRequest',
    'validateIncomingRequest',
  ],
  middleware: ['webhook'],
};

export default verifier;
