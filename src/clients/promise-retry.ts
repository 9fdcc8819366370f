import type { RetryLibrary } from './schema.ts';

/** promise-retry. Retries only what the task hands to its first parameter; task and options may be swapped. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'promise-retry',
  readFrom: ['promise-retry@2.0.1', 'retry@0.12.0'],
  modules: ['promise-retry'],
  exports: { default: { does: 'run', task: 0, options: 1, again: 0 } },
  options: {
    retries: ['retries'],
    endless: ['forever'],
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
};

export default library;
