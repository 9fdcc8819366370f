import { deepFreeze } from './freeze.ts';
import type { ApiProfile } from './profile.ts';

/*
 * "seed": stated in MONCRENEAU's Production Checklist. "ours": our choice, where it names the thing
 * but not the value.
 */
const moncreneau: ApiProfile = {
  name: 'moncreneau',
  title: 'MONCRENEAU',
  hosts: ['mc-prd.duckdns.org'], // seed
  sandboxDomains: ['*'], // ours: its domain is a dynamic DNS that others share
  baseUrlVariables: ['MONCRENEAU_*', 'MC_*'], // ours
  credentialVariables: ['MONCRENEAU_API_KEY', 'MONCRENEAU_*', 'MC_*'], // the first seed, else ours
  paths: ['/appointments'], // seed
  auth: { scheme: 'bearer', header: 'Authorization' }, // seed
  timeouts: { overallMs: 30_000, readMs: 30_000, connectMs: 30_000 }, // seed
  retry: {
    transient: { statuses: [429, '5xx'], timeouts: true }, // seed
    retryableClientErrors: [429, 408, 425], // 408 and 425 ours
    delay: { exponential: true, firstMs: 2_000, factor: 2 }, // seed
    maxRetries: 2, // seed: 3 attempts
    readsRetryAfter: 'on-429', // ours
  },
  webhook: {
    signatureHeaders: ['X-Moncreneau-Signature'], // ours
    eventIdField: 'event.id', // seed
    answerWithinMs: 5_000, // seed
    secretLength: 32, // seed
  },
  requestIdHeader: 'X-Request-Id', // seed, name ours
  errorCodes: ['INSUFFICIENT_CREDITS'], // seed
  paymentStatuses: ['PENDING', 'SUCCESSFUL', 'FAILED'], // seed
  paymentTimeoutMs: 5 * 60_000, // seed
  rateLimit: { requests: 100, perMs: 60_000 }, // seed
  maxPageSize: 100, // seed
  balance: {
    endpoints: [{ method: 'GET', path: '/credits' }], // ours
    words: ['credits', 'balance'], // ours
    checkBefore: [{ method: 'POST', path: '/appointments' }], // seed
  },
  cacheable: ['departments', 'services'], // seed
  alerts: {
    serverErrorRatio: 0.05, // seed
    webhookAgeMs: 60 * 60_000, // seed
    lowBalance: { below: 10 }, // seed, in credits
  },
};

export default deepFreeze(moncreneau);
