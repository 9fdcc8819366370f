import type { Scheduler } from './schema.ts';

/** RxJS. `interval(ms)` ticks for ever, `timer(ms)` once, `timer(first, ms)` for ever; operators and subscribers run for each tick. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'rxjs',
  readFrom: ['rxjs@7.8.2'],
  modules: ['rxjs'],
  exports: {
    interval: { by: 'milliseconds', chained: true },
    timer: { by: 'milliseconds', chained: true, at: 1 },
  },
};

export default library;
