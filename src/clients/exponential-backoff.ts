import type { RetryLibrary } from './schema.ts';

/** exponential-backoff. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'exponential-backoff',
  readFrom: ['exponential-backoff@3.1.3'],
  modules: ['exponential-backoff'],
  exports: { backOff: { does: 'run', task: 0, options: 1 } },
  options: {
    attempts: ['numOfAttempts'],
    predicates: ['retry'],
    predicateReads: { error: 0, count: { argument: 1, first: 1 } },
    firstMs: ['startingDelay'],
    factor: ['timeMultiple'],
    capMs: ['maxDelay'],
    jitter: ['jitter'],
    jitterValues: ['full'],
    defaults: {
      retries: 9,
      networkErrors: true,
      timeouts: true,
      firstMs: 100,
      factor: 2,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
