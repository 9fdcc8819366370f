import type { RetryLibrary } from './schema.ts';

/** async-retry. `bail(error)` rejects but does not leave the task; an error with a true `bail` property ends the retry as well. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'async-retry',
  readFrom: ['async-retry@1.3.3', 'retry@0.13.1'],
  modules: ['async-retry'],
  exports: { default: { does: 'run', task: 0, options: 1, bail: 0 } },
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
      jitter: true,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
