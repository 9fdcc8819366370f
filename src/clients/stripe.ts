import type { Sdk } from './schema.ts';

/** The SDK of Stripe. It makes an idempotency key for every POST by itself, also when retries are off; closed connections are retried even then. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Stripe',
  readFrom: ['stripe@23.1.0'],
  modules: ['stripe'],
  exports: ['default', 'Stripe'],
  payments: [
    'paymentIntents.create',
    'paymentIntents.confirm',
    'paymentIntents.capture',
    'charges.create',
    'charges.capture',
    'refunds.create',
    'transfers.create',
    'payouts.create',
    'topups.create',
    'invoices.pay',
    'subscriptions.create',
  ],
  defaults: { timeoutMs: 80_000, retries: 2 },
  options: { timeoutMs: 'timeout', retries: 'maxNetworkRetries', idempotencyKey: 'idempotencyKey' },
};

export default sdk;
