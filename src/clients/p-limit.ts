import type { Limiter } from './schema.ts';

/** p-limit. `limitFunction(fn, options)` gives back the bounded function. */
const library: Limiter = {
  kind: 'limiter',
  suggested: true,
  name: 'p-limit',
  readFrom: ['p-limit@6.2.0'],
  modules: ['p-limit'],
  exports: {
    default: { does: 'limit', concurrency: { argument: 0 } },
    limitFunction: {
      does: 'limit',
      concurrency: { argument: 1, option: 'concurrency' },
      wraps: 0,
    },
  },
};

export default library;
