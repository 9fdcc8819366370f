import type { RetryLibrary } from './schema.ts';

/** p-retry. A `TypeError` that is no network error is never retried; everything else is. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'p-retry',
  readFrom: ['p-retry@4.6.2', 'p-retry@5.1.2', 'p-retry@6.2.1', 'p-retry@7.1.1'],
  modules: ['p-retry'],
  suggested: { name: 'pRetry', options: '{ retries: 3, randomize: true }' },
  exports: {
    default: { does: 'run', task: 0, options: 1 },
    makeRetriable: { does: 'run', task: 0, options: 1 },
    AbortError: { does: 'abort' },
  },
  options: {
    retries: ['retries'],
    endless: ['forever'],
    predicates: ['shouldRetry'],
    predicateReads: { error: 0, path: 'error' },
    stops: ['onFailedAttempt'],
    firstMs: ['minTimeout'],
    factor: ['factor'],
    capMs: ['maxTimeout'],
    jitter: ['randomize'],
    defaults: {
      retries: 10,
      networkErrors: true,
      timeouts: true,
      firstMs: 1000,
      factor: 2,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
      everything: true,
    },
  },
  majors: {
    '4': { options: { predicates: [] } },
    '5': { options: { predicates: [] } },
    '7': { options: { endless: [] } },
    '6': { options: { predicateReads: { error: 0 } } },
  },
};

export default library;
