import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Razorpay. `validateWebhookSignature` is a static member of the class. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Razorpay webhooks',
  readFrom: ['razorpay@2.9.8'],
  modules: ['razorpay', 'razorpay/dist/utils/razorpay-utils'],
  throwing: [],
  answering: [
    'validateWebhookSignature',
    'default.validateWebhookSignature',
    'validatePaymentVerification',
  ],
};

export default verifier;
