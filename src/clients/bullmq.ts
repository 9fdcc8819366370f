import type { Scheduler } from './schema.ts';

/** BullMQ. A queue repeats a job; a worker, often of the same file, runs it. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'BullMQ',
  readFrom: ['bullmq@6.7.0'],
  modules: ['bullmq'],
  exports: {
    Queue: {
      by: 'options',
      methods: ['add', 'upsertJobScheduler'],
      cron: ['repeat.pattern', 'repeat.cron', 'pattern'],
      milliseconds: ['repeat.every', 'every'],
    },
  },
};

export default library;
