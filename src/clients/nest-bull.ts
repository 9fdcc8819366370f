import type { QueueLibrary } from './schema.ts';

/** `@nestjs/bull`: a class that is decorated takes the jobs of its queue; its methods hear of events. */
const library: QueueLibrary = {
  kind: 'queue',
  name: '@nestjs/bull',
  readFrom: ['@nestjs/bull@12.0.0'],
  modules: ['@nestjs/bull'],
  exports: {
    Processor: {
      does: 'decorate',
      task: null,
      listeners: {
        OnQueueFailed: null,
        OnGlobalQueueFailed: null,
        OnQueueEvent: 'failed',
      },
    },
  },
};

export default library;
