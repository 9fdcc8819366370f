import type { RetryLibrary } from './schema.ts';

/** ts-retry-promise. `EXPONENTIAL` waits `delay ** attempt` ms: with the default 100 the second wait is 10 s. All attempts together end after `timeout` (60 s). */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'ts-retry-promise',
  readFrom: ['ts-retry-promise@0.8.1'],
  modules: ['ts-retry-promise'],
  exports: {
    retry: { does: 'run', task: 0, options: 1 },
    retryDecorator: { does: 'run', task: 0, options: 1 },
    NotRetryableError: { does: 'abort' },
  },
  options: {
    retries: ['retries'],
    predicates: ['retryIf'],
    firstMs: ['delay'],
    capMs: ['maxBackOff'],
    growth: {
      option: 'backoff',
      values: { FIXED: 'constant', LINEAR: 'linear', EXPONENTIAL: 'exponential' },
    },
    delay: ['backoff'],
    defaults: {
      retries: 10,
      networkErrors: true,
      timeouts: true,
      firstMs: 100,
      factor: 1,
      capMs: 300_000,
      jitter: false,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
