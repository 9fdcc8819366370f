import type { WebhookVerifier } from './schema.ts';

/** Webhooks of Stripe. `constructEvent` needs the unparsed payload; `constructEventWithoutVerification` verifies nothing. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Stripe webhooks',
  readFrom: ['stripe@23.1.0'],
  modules: ['stripe'],
  throwing: [
    'new default().webhooks.constructEvent',
    'new default().webhooks.constructEventAsync',
    'new Stripe().webhooks.constructEvent',
    'new Stripe().webhooks.constructEventAsync',
  ],
  answering: [],
  promising: [
    'new default().webhooks.constructEventAsync',
    'new Stripe().webhooks.constructEventAsync',
  ],
};

export default verifier;
