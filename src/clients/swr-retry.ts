import type { RetryLibrary } from './schema.ts';

/** Retries of SWR: without end unless `errorRetryCount` says otherwise. `onErrorRetry` replaces all of it. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'SWR',
  readFrom: ['swr@2.5.1'],
  modules: ['swr'],
  exports: {
    default: { does: 'settings', argument: 2, at: [''], task: 1, unless: 'onErrorRetry' },
  },
  options: {
    retries: ['errorRetryCount'],
    predicates: ['shouldRetryOnError'],
    firstMs: ['errorRetryInterval'],
    defaults: {
      retries: null,
      networkErrors: true,
      timeouts: true,
      firstMs: 7500,
      factor: 2,
      capMs: 1_920_000,
      jitter: true,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
