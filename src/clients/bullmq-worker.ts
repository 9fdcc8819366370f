import type { QueueLibrary } from './schema.ts';

/** bullmq. A job that has failed for good is kept in the failed set, and heard of by `failed` alone. */
const library: QueueLibrary = {
  kind: 'queue',
  name: 'bullmq',
  readFrom: ['bullmq@6.7.0'],
  modules: ['bullmq'],
  exports: {
    Worker: { does: 'consume', task: 1, failed: ['failed'] },
    QueueEvents: { does: 'listen', failed: ['failed', 'retries-exhausted'] },
  },
};

export default library;
