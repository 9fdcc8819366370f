import { deepFreeze } from './freeze.ts';
import type { ApiProfile, Endpoint } from './profile.ts';

const createOrder: Endpoint = { method: 'POST', path: '/api/v1/orders' }; // seed
const listWallets: Endpoint = { method: 'GET', path: '/api/v1/wallets' }; // seed
const priceOrder: Endpoint = { method: 'POST', path: '/api/v1/products/:id/charges' }; // seed

/*
 * "seed": stated in Octopus Cards' "Before you go live". "ours": our choice, where it names the
 * thing but not the value.
 */
const octopus: ApiProfile = {
  name: 'octopus',
  title: 'Octopus Cards',
  hosts: ['api.octopuscards.io'], // seed
  sandboxDomains: ['octopuscards.io'], // ours
  baseUrlVariables: ['OCTOPUS_*'], // ours
  credentialVariables: ['OCTOPUS_*', 'API_KEY_PROD', 'API_KEY_SANDBOX'], // OCTOPUS_* ours, else seed
  paths: [createOrder.path, listWallets.path, priceOrder.path],
  auth: {
    scheme: 'login', // seed
    tokenPaths: ['/auth/login'], // seed
  },
  timeouts: {
    overallMs: 60_000, // seed: 30 to 60 s
    readMs: 30_000, // seed
    connectMs: 10_000, // seed: 5 to 10 s
  },
  retry: {
    transient: { statuses: [429, '5xx'], networkErrors: true, timeouts: true }, // seed
    retryableClientErrors: [429], // seed
    delay: { exponential: true, firstMs: 200, factor: 2, capMs: 10_000, jitter: true }, // seed
    maxRetries: 6, // seed: 4 to 6
    readsRetryAfter: 'always', // seed
  },
  idempotency: { bodyField: 'client_reference', endpoints: [createOrder] }, // seed
  webhook: {
    signatureHeaders: ['X-Signature'], // seed
    timestampHeader: 'X-Timestamp', // seed
    toleranceMs: 5 * 60_000, // seed
    eventIdHeader: 'X-Event-ID', // seed
    answerWithinMs: 5_000, // ours; seed: a few seconds
  },
  requestIdHeader: 'X-Request-Id', // seed
  traceContextHeader: 'traceparent', // seed
  errorEnvelope: { field: 'error', fields: ['name', 'code', 'message'], codeField: 'code' }, // seed
  maxConcurrency: 10, // seed
  concurrencyEndpoints: [createOrder], // seed
  balance: {
    endpoints: [listWallets, priceOrder], // seed
    words: ['wallet', 'balance', 'charges'], // ours
    checkBefore: [createOrder], // seed
    poll: { endpoint: listWallets, minMs: 60_000, maxMs: 5 * 60_000 }, // seed
  },
  alerts: { lowBalance: { pagerRatio: 0.05 } }, // seed
  noDefaultHost: true, // seed: no silent defaults of the host and the base-URL variable
};

export default deepFreeze(octopus);
