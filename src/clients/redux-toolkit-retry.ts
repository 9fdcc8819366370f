import type { RetryLibrary } from './schema.ts';

/** `retry` of RTK Query: `retryCondition` takes the place of `maxRetries`; `backoff` waits by itself. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'RTK Query',
  readFrom: ['@reduxjs/toolkit@2.14.0'],
  modules: ['@reduxjs/toolkit/query', '@reduxjs/toolkit/query/react'],
  exports: { retry: { does: 'attach', client: 0, options: 1, returns: true } },
  options: {
    retries: ['maxRetries'],
    predicates: ['retryCondition'],
    predicateBounds: true,
    delay: ['backoff'],
    defaults: {
      retries: 5,
      networkErrors: true,
      timeouts: true,
      firstMs: 840,
      factor: 2,
      capMs: null,
      jitter: true,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
