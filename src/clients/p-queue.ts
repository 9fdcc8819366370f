import type { Limiter } from './schema.ts';

/** p-queue. No bound unless `concurrency`, or `intervalCap` with `interval`, is given. */
const library: Limiter = {
  kind: 'limiter',
  name: 'p-queue',
  readFrom: ['p-queue@8.1.1'],
  modules: ['p-queue'],
  exports: {
    default: {
      does: 'limit',
      construct: true,
      concurrency: { argument: 0, option: 'concurrency' },
      intervalOptions: ['intervalCap', 'interval'],
      rate: { argument: 0, requests: ['intervalCap'], interval: ['interval'] },
      members: ['add', 'addAll'],
      lists: ['addAll'],
    },
  },
};

export default library;
