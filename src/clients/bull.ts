import type { QueueLibrary } from './schema.ts';

/** bull and bee-queue: a queue takes its own task by `process`. */
const library: QueueLibrary = {
  kind: 'queue',
  name: 'bull',
  readFrom: ['bull@4.16.5', 'bee-queue@2.0.0'],
  modules: ['bull', 'bee-queue'],
  exports: {
    default: {
      does: 'queue',
      process: 'process',
      failed: ['failed', 'global:failed', 'job failed'],
    },
  },
};

export default library;
