import type { QueueLibrary } from './schema.ts';

/** `@nestjs/bullmq`: a class that is decorated is the worker of its queue; its methods hear of events. */
const library: QueueLibrary = {
  kind: 'queue',
  name: '@nestjs/bullmq',
  readFrom: ['@nestjs/bullmq@12.0.0'],
  modules: ['@nestjs/bullmq'],
  exports: {
    Processor: { does: 'decorate', task: 'process', listeners: { OnWorkerEvent: 'failed' } },
  },
};

export default library;
