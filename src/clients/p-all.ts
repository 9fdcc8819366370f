import type { Limiter } from './schema.ts';

/** p-all. The items are the tasks; no bound unless `concurrency` is given. */
const library: Limiter = {
  kind: 'limiter',
  name: 'p-all',
  readFrom: ['p-all@5.0.1'],
  modules: ['p-all'],
  exports: {
    default: {
      does: 'map',
      items: 0,
      task: 0,
      concurrency: { argument: 1, option: 'concurrency' },
    },
  },
};

export default library;
