import type { RetryLibrary } from './schema.ts';

const after = [
  'timeout',
  'map',
  'tap',
  'take',
  'first',
  'takeUntil',
  'delay',
  'finalize',
  'share',
] as const;

/** RxJS. `retry(count)` or `retry({ count, delay })`: without a count for ever, without a delay at once; whatever went wrong, unless a function for `delay` gives an error. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'rxjs',
  readFrom: ['rxjs@7.8.2'],
  modules: ['rxjs', 'rxjs/operators'],
  exports: {
    retry: { does: 'operator', options: 0, after, decides: 'delay' },
    retryWhen: {
      does: 'operator',
      options: 0,
      after,
      notifier: {
        waits: 'delay',
        counts: 'take',
        passes: ['tap'],
        decides: ['mergeMap', 'flatMap', 'concatMap', 'switchMap', 'exhaustMap', 'delayWhen'],
      },
    },
  },
  options: {
    retries: ['count'],
    bareNumber: 'argument',
    constantMs: ['delay'],
    delay: ['delay'],
    defaults: {
      retries: Number.POSITIVE_INFINITY,
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
