import type { Limiter } from './schema.ts';

/** async. The members of its default export have the names of its exports. `queue(task)` runs one at a time unless told otherwise. */
const library: Limiter = {
  kind: 'limiter',
  name: 'async',
  readFrom: ['async@3.2.6'],
  modules: ['async'],
  exports: {
    each: { does: 'map', items: 0, task: 1 },
    forEach: { does: 'map', items: 0, task: 1 },
    eachOf: { does: 'map', items: 0, task: 1 },
    forEachOf: { does: 'map', items: 0, task: 1 },
    map: { does: 'map', items: 0, task: 1 },
    mapValues: { does: 'map', items: 0, task: 1 },
    flatMap: { does: 'map', items: 0, task: 1 },
    eachLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    forEachLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    eachOfLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    forEachOfLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    mapLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    mapValuesLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    flatMapLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    concatLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },
    filterLimit: { does: 'map', items: 0, task: 2, concurrency: { argument: 1 }, bounded: true },

    eachSeries: { does: 'map', items: 0, task: 1, bounded: true },
    forEachSeries: { does: 'map', items: 0, task: 1, bounded: true },
    eachOfSeries: { does: 'map', items: 0, task: 1, bounded: true },
    forEachOfSeries: { does: 'map', items: 0, task: 1, bounded: true },
    mapSeries: { does: 'map', items: 0, task: 1, bounded: true },
    mapValuesSeries: { does: 'map', items: 0, task: 1, bounded: true },
    flatMapSeries: { does: 'map', items: 0, task: 1, bounded: true },
    parallel: { does: 'map', items: 0, task: 0 },
    parallelLimit: { does: 'map', items: 0, task: 0, concurrency: { argument: 1 }, bounded: true },
    queue: {
      does: 'limit',
      concurrency: { argument: 1 },
      members: ['push', 'pushAsync', 'unshift', 'unshiftAsync'],
    },
  },
};

export default library;
