import type { RetryLibrary, RetryUse } from './schema.ts';

const queue: RetryUse = {
  does: 'jobs',
  member: 'add',
  options: 2,
  defaults: 'defaultJobOptions',
};

/**
 * Jobs of bull and BullMQ: `attempts` counts the first one, and without it there is no other. A
 * number as `backoff` is a fixed wait; without one there is none. Bull waits 1, 3, 7 … times the
 * first wait where BullMQ waits 1, 2, 4 … times.
 */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'BullMQ',
  readFrom: ['bullmq@6.7.0', 'bull@4.16.5'],
  modules: ['bullmq', 'bull'],
  exports: {
    Queue: queue,
    default: queue,
  },
  options: {
    attempts: ['attempts'],
    firstMs: ['backoff.delay'],
    constantMs: ['backoff'],
    growth: { option: 'backoff.type', values: { fixed: 'constant', exponential: 'exponential' } },
    jitter: ['backoff.jitter'],
    defaults: {
      retries: 0,
      networkErrors: true,
      timeouts: true,
      firstMs: 0,
      factor: 1,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
