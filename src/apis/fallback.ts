import { deepFreeze } from './freeze.ts';
import type { ApiFigures } from './profile.ts';

/** What holds for a call of no known API where no profile in use says otherwise. All ours. */
const fallback: ApiFigures = {
  timeouts: { overallMs: 60_000, readMs: 60_000, connectMs: 60_000 },
  retry: {
    transient: { statuses: [429, '5xx'] },
    retryableClientErrors: [429, 408, 425],
    delay: { exponential: true },
    maxRetries: 6,
    readsRetryAfter: 'on-429',
  },
  webhook: { signatureHeaders: ['*signature*', '*hmac*'] },
  maxConcurrency: 10,
  maxPageSize: 100,
};

export default deepFreeze(fallback);
