import type { RetryLibrary } from './schema.ts';

/** retry. Options may also be a list of delays. Retries only where the task calls `operation.retry(error)`. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'retry',
  readFrom: ['retry@0.12.0', 'retry@0.13.1'],
  modules: ['retry'],
  exports: {
    operation: { does: 'policy', options: 0, run: 'attempt', again: 'retry' },
    wrap: { does: 'attach', client: 0, options: 1 },
  },
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
