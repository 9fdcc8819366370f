import type { Limiter } from './schema.ts';

/**
 * bluebird. `map`, `filter`, `mapSeries` and `each` are members of the promise class and of its promises;
 * `map` and `filter` have no bound unless `concurrency` is given.
 */
const library: Limiter = {
  kind: 'limiter',
  name: 'bluebird',
  readFrom: ['bluebird@3.7.2'],
  modules: ['bluebird'],
  exports: {
    map: { does: 'map', items: 0, task: 1, concurrency: { argument: 2, option: 'concurrency' } },
    filter: { does: 'map', items: 0, task: 1, concurrency: { argument: 2, option: 'concurrency' } },
    mapSeries: { does: 'map', items: 0, task: 1, bounded: true },
    each: { does: 'map', items: 0, task: 1, bounded: true },
  },
  chain: {
    map: { does: 'map', items: -1, task: 0, concurrency: { argument: 1, option: 'concurrency' } },
    filter: {
      does: 'map',
      items: -1,
      task: 0,
      concurrency: { argument: 1, option: 'concurrency' },
    },
    mapSeries: { does: 'map', items: -1, task: 0, bounded: true },
    each: { does: 'map', items: -1, task: 0, bounded: true },
  },
};

export default library;
