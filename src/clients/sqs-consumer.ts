import type { QueueLibrary } from './schema.ts';

/** sqs-consumer. What the handler throws leaves the message in the queue, for the redrive policy. */
const library: QueueLibrary = {
  kind: 'queue',
  name: 'sqs-consumer',
  readFrom: ['sqs-consumer@14.2.8'],
  modules: ['sqs-consumer'],
  exports: {
    'Consumer.create': { does: 'consume', task: 0, option: 'handleMessage', failed: [] },
  },
};

export default library;
