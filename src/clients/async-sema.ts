import type { Limiter } from './schema.ts';

/** async-sema. Runs nothing itself: the caller awaits `acquire()`, or the function that `RateLimit` gives. */
const library: Limiter = {
  kind: 'limiter',
  name: 'async-sema',
  readFrom: ['async-sema@3.1.1'],
  modules: ['async-sema'],
  exports: {
    Sema: {
      does: 'limit',
      construct: true,
      concurrency: { argument: 0 },
      members: ['acquire', 'tryAcquire', 'release'],
    },
    RateLimit: {
      does: 'limit',
      interval: true,
      rate: { argument: 0, interval: ['timeUnit'], perMs: 1_000 },
    },
  },
};

export default library;
