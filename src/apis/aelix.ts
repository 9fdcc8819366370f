import { deepFreeze } from './freeze.ts';
import type { ApiProfile } from './profile.ts';

/*
 * "seed": stated in Aelix's Going Live Checklist. "ours": our choice, where it names the thing but
 * not the value.
 */
const aelix: ApiProfile = {
  name: 'aelix',
  title: 'Aelix',
  hosts: ['api.aelix.digitalapi.ai'], // seed
  sandboxHosts: ['sandbox-api.aelix.digitalapi.ai'], // seed
  baseUrlVariables: ['AELIX_*'], // ours
  credentialVariables: ['AELIX_*'], // ours
  auth: {
    scheme: 'oauth', // seed
    tokenPaths: ['/oauth/token', '/oauth2/token', '/token'], // ours
  },
  timeouts: {
    overallMs: 60_000, // its read limit
    readMs: 60_000, // seed
    connectMs: 30_000, // seed
  },
  retry: {
    transient: { statuses: [429, '5xx'] }, // seed
    retryableClientErrors: [429, 408, 425], // 408 and 425 ours
    delay: { exponential: true }, // seed
    readsRetryAfter: 'on-429', // ours
  },
  idempotency: {
    header: 'Idempotency-Key', // name ours
    endpoints: [
      { method: 'POST', path: '*' }, // seed: all payment and write operations
      { method: 'PUT', path: '*' },
      { method: 'PATCH', path: '*' },
      { method: 'DELETE', path: '*' },
    ],
  },
  webhook: { signatureHeaders: ['X-Aelix-Signature'] }, // ours
  traceIdField: 'trace_id', // seed
  alerts: {
    errorRatio: 0.01, // seed
    errorWindowMs: 5 * 60_000, // seed
    quotaRatio: 0.8, // seed
  },
  noPersonalDataInLogs: true, // seed: data handling reviewed against GDPR and PCI-DSS
};

export default deepFreeze(aelix);
