import type { RetryLibrary } from './schema.ts';

/** `retry(options, task)` of async: attempts and ms, with no wait unless told. A task that comes first has no options. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'async (retry)',
  readFrom: ['async@3.2.6'],
  modules: ['async'],
  exports: {
    retry: { does: 'run', task: 1, options: 0 },
  },
  options: {
    attempts: ['times'],
    bareNumber: 'argument',
    predicates: ['errorFilter'],
    constantMs: ['interval'],
    delay: ['interval'],
    defaults: {
      retries: 4,
      networkErrors: true,
      timeouts: true,
      firstMs: 0,
      factor: null,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
