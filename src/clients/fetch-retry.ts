import type { RetryLibrary } from './schema.ts';

/** fetch-retry. `retryOn` is a list of statuses or a function `(attempt, error, response)`, `retryDelay` ms or a function; with a function for `retryOn`, `retries` is not looked at. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'fetch-retry',
  readFrom: ['fetch-retry@6.0.0'],
  modules: ['fetch-retry'],
  exports: { default: { does: 'attach', client: 0, options: 1, returns: true } },
  requestOption: '',
  options: {
    retries: ['retries'],
    statuses: ['retryOn'],
    predicates: ['retryOn'],
    predicateReads: { error: 1, response: 2, count: { argument: 0, first: 0 } },
    predicateBounds: true,
    constantMs: ['retryDelay'],
    delay: ['retryDelay'],
    delayCountsFrom: 0,
    defaults: {
      retries: 3,
      statuses: [],
      networkErrors: true,
      timeouts: true,
      firstMs: 1000,
      factor: 1,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
    },
  },
};

export default library;
