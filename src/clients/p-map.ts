import type { Limiter } from './schema.ts';

/** p-map. No bound unless `concurrency` is given. */
const library: Limiter = {
  kind: 'limiter',
  name: 'p-map',
  readFrom: ['p-map@7.1.1'],
  modules: ['p-map'],
  exports: {
    default: {
      does: 'map',
      items: 0,
      task: 1,
      concurrency: { argument: 2, option: 'concurrency' },
    },
    pMapSettled: {
      does: 'map',
      items: 0,
      task: 1,
      concurrency: { argument: 2, option: 'concurrency' },
    },
    pMapKeyed: {
      does: 'map',
      items: 0,
      task: 1,
      concurrency: { argument: 2, option: 'concurrency' },
    },
    pMapSettledKeyed: {
      does: 'map',
      items: 0,
      task: 1,
      concurrency: { argument: 2, option: 'concurrency' },
    },
    pMapIterable: {
      does: 'map',
      items: 0,
      task: 1,
      concurrency: { argument: 2, option: 'concurrency' },
    },
  },
};

export default library;
