import type { RetryLibrary } from './schema.ts';

/** cockatiel. `maxAttempts` counts retries, not attempts; without it a policy retries for ever, and without `backoff` at once. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'cockatiel',
  readFrom: ['cockatiel@3.2.1'],
  modules: ['cockatiel'],
  exports: {
    retry: { does: 'policy', handles: 0, options: 1, run: 'execute' },
    handleAll: { does: 'handle', everything: true },
    handleType: {
      does: 'handle',
      predicate: 1,
      or: { orType: 1, orWhen: 0, orWhenResult: 0, orResultType: 1 },
    },
    handleWhen: {
      does: 'handle',
      predicate: 0,
      or: { orType: 1, orWhen: 0, orWhenResult: 0, orResultType: 1 },
    },
    handleResultType: {
      does: 'handle',
      predicate: 1,
      of: 'result',
      or: { orType: 1, orWhen: 0, orWhenResult: 0, orResultType: 1 },
    },
    handleWhenResult: {
      does: 'handle',
      predicate: 0,
      of: 'result',
      or: { orType: 1, orWhen: 0, orWhenResult: 0, orResultType: 1 },
    },
    ExponentialBackoff: {
      does: 'delay',
      growth: 'exponential',
      firstMs: 128,
      factor: 2,
      capMs: 30_000,
      jitter: true,
      withoutJitter: { option: 'generator', values: ['noJitterGenerator'] },
      options: 0,
      optionNames: { firstMs: ['initialDelay'], factor: ['exponent'], capMs: ['maxDelay'] },
    },
    ConstantBackoff: { does: 'delay', growth: 'constant', argument: 0, jitter: false },
    IterableBackoff: { does: 'delay', growth: 'given', argument: 0, jitter: false },
    DelegateBackoff: { does: 'delay', growth: 'given', argument: 0, jitter: false },
  },
  options: {
    retries: ['maxAttempts'],
    delay: ['backoff'],
    defaults: {
      retries: Number.POSITIVE_INFINITY,
      networkErrors: true,
      timeouts: true,
      firstMs: 0,
      factor: null,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
    },
  },
};

export default library;
