import type { Limiter } from './schema.ts';

/** bluebird. `map`, `mapSeries` and `each` are members of the promise class; `map` has no bound unless `concurrency` is given. */
const library: Limiter = {
  kind: 'limiter',
  name: 'bluebird',
  readFrom: ['bluebird@3.7.2'],
  modules: ['bluebird'],
  exports: {
    map: { does: 'map', items: 0, task: 1, concurrency: { argument: 2, option: 'concurrency' } },
    mapSeries: { does: 'map', items: 0, task: 1, bounded: true },
    each: { does: 'map', items: 0, task: 1, bounded: true },
  },
};

export default library;
